import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { answerableOf, automatedErrand, mayAnswerItself } from '../../../lambdas/domain/inbound/automated-errand.ts';
import { decideInbound } from '../../../lambdas/domain/inbound/decide-inbound.ts';
import type { InboundAct } from '../../../lambdas/domain/inbound/inbound-act.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const act: InboundAct = {
  event: 'message',
  channel: 'whatsapp',
  receivedBy: '106540352242922',
  person: { phone: '16505551234' },
  received: { waId: '16505551234' },
  at: noon,
  messageId: 'wamid.1',
  text: 'hours',
  forwarded: false,
  opensWindow: true,
  part: {},
};
const texts = [{ locale: 'en', text: 'From 9 to 18.' }];
const app = {
  appId: 'acme',
  timeZone: 'UTC',
  purposes: [],
  automatedMessage: { enabled: false },
  automatedReplies: { greeting: texts, keywords: [{ words: ['hours'], texts }], human: { enabled: true } },
} as unknown as App;
const changesOf = (changed: Partial<InboundAct>, of = app) => {
  const decision = decideInbound({ ...act, ...changed }, [of], {});
  return decision.come === 'record' ? decision.apps.flatMap(({ changes }) => changes) : [];
};

describe('what may be answered by what an app says itself', () => {
  test.each([
    ['a live message on WhatsApp', {}, true],
    ['an edit', { via: 'edit' }, false],
    ['the history of a phone', { via: 'history' }, false],
    ['what another agent answers', { via: 'standby' }, false],
    ['a message to a number that was given up', { former: 'number' }, false],
    ['a message without an id', { lacks: ['id'] }, false],
    ['an SMS', { channel: 'sms' }, false],
  ] as const)('%s: %s', (_what, changed, may) => {
    expect(mayAnswerItself({ ...act, ...changed })).toBe(may);
    const changes = changesOf({ ...changed, text: 'agent', opensWindow: !('former' in changed) && may });
    expect(changes.some(({ record }) => record === 'handover')).toBe(may);
  });

  test('a handover is by words or by a button, and names the rule', () => {
    expect(changesOf({ text: 'agent' })[0]).toMatchObject({
      record: 'handover',
      handover: { by: 'words', rule: 'human.en.agent', reply: 'handover-confirmed', source: 'whatsapp-message' },
    });
    const pressed = { text: undefined, payload: { from: 'reply-button', id: 'optledger:human' } } as const;
    const handover = { by: 'button', rule: 'optledger:human', source: 'whatsapp-button' };
    expect(changesOf(pressed)[0]).toMatchObject({ record: 'handover', handover });
    // What was promised under an older message holds when the app says nothing any more.
    const { automatedReplies: _none, ...silent } = app;
    expect(changesOf(pressed, silent)[0]).toMatchObject({ record: 'handover', handover });
  });

  test('an app without automated replies asks for nothing', () => {
    const { automatedReplies: _none, ...silent } = app;
    const [window] = changesOf({}, silent);
    expect(window).toMatchObject({ record: 'window' });
    expect(window && 'automated' in window ? window.automated : undefined).toBeUndefined();
  });
});

describe('the errand', () => {
  const answerable = answerableOf(act, undefined);

  test('names which answer, and nothing that the person wrote', () => {
    const errand = automatedErrand(app, answerable, { before: noon - 1000 });
    expect(errand).toEqual({
      ...{ kind: 'automated-reply', words: 'keyword:hours', person: act.person, at: noon, eventId: 'wamid.1' },
      ...{ source: 'whatsapp-message', identifiers: act.received },
    });
    expect(
      JSON.stringify(automatedErrand(app, { ...answerable, text: 'my secret' }, { before: undefined })),
    ).not.toContain('secret');
  });

  test('is none where the person is asked something because of the same message', () => {
    expect(automatedErrand(app, answerable, { before: undefined, asked: true })).toBeUndefined();
    expect(automatedErrand(app, answerable, { before: undefined, asked: false })?.words).toBe('keyword:hours');
  });

  test('of words beside words of ours is about the rest', () => {
    expect(answerableOf({ ...act, text: 'Hello Acme hours' }, { kind: 'unknown', rest: 'hours' }).text).toBe('hours');
    expect(answerableOf({ ...act, forwarded: true }, undefined).text).toBeUndefined();
  });
});
