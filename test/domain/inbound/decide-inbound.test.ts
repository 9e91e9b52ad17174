import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { formatReference } from '../../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../../lambdas/domain/collection/whatsapp-link.ts';
import { decideInbound } from '../../../lambdas/domain/inbound/decide-inbound.ts';
import type { InboundAct } from '../../../lambdas/domain/inbound/inbound-act.ts';
import type { InboundChange } from '../../../lambdas/domain/inbound/inbound-decision.ts';
import { type Known, wantedFor } from '../../../lambdas/domain/inbound/wanted.ts';
import { optInAnswerPayload } from '../../../lambdas/domain/replies/button-payloads.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';
import { testChoice, testCode, testPoint, testToken } from '../../support/pages/collection.ts';

const cafe: App = { ...acme, appId: 'cafe', displayName: 'Café', smsName: 'CAFE' };
const apps = [acme, cafe];

const act = (text: string, more: Partial<InboundAct> = {}): InboundAct => ({
  event: 'message',
  channel: 'whatsapp',
  receivedBy: '106540352242922',
  person: { phone: '16505551234' },
  received: { waId: '16505551234' },
  at: noon,
  messageId: 'wamid.1',
  text,
  forwarded: false,
  opensWindow: true,
  part: {},
  ...more,
});
const bySms = (text: string, more: Partial<InboundAct> = {}) =>
  act(text, { channel: 'sms', opensWindow: false, ...more });
/** What each app records of it, in a word, and the reply that is asked for. */
const recorded = (said: InboundAct, known: Known = {}) => {
  const decision = decideInbound(said, apps, known);
  if (decision.come !== 'record') return decision.come;
  return decision.apps.map(({ app, changes }) => [app.appId, ...changes.map(inAWord)]);
};
function inAWord(change: InboundChange): string {
  switch (change.record) {
    case 'statement':
      return `${change.said.action} ${change.said.reply ?? 'unanswered'}`;
    case 'brake':
      return `${change.brake.lift ? 'lift' : 'brake'} ${change.brake.reply ?? 'unanswered'}`;
    default:
      return change.record;
  }
}
const sentence = (choice = testChoice(1)) => openingMessage(choice.words, choice.code);

describe('what comes to a number that several apps share', () => {
  test.each([
    ['STOP', 'revoked stop-confirmed', 'revoked unanswered'],
    ['START', 'resumed start-confirmed', 'resumed unanswered'],
    ['no more offers', 'revoked marketing-stop-confirmed', 'revoked unanswered'],
    ['can you stop sending so many', 'brake ask-whether-stop', 'brake unanswered'],
  ])('is heard by each, and the first one answers for all: %s', (text, first, second) => {
    expect(recorded(bySms(text))).toEqual([
      ['acme', first],
      ['cafe', second],
    ]);
    expect(recorded(act(text))).toEqual([
      ['acme', first, 'window'],
      ['cafe', second, 'window'],
    ]);
  });

  test('is answered by none where nobody may', () => {
    expect(recorded(act('STOP', { via: 'standby', opensWindow: false }))).toEqual([
      ['acme', 'revoked unanswered'],
      ['cafe', 'revoked unanswered'],
    ]);
  });

  test('is HELP for all of them together, by SMS; on WhatsApp the business answers it', () => {
    expect(decideInbound(bySms('HELP'), apps, {})).toEqual({ come: 'help', apps });
    expect(recorded(act('HELP'))).toEqual([
      ['acme', 'window'],
      ['cafe', 'window'],
    ]);
  });

  test('is OPTIN of the one that is named, and help when none is', () => {
    expect(recorded(bySms('OPTIN CAFE'))).toEqual([['cafe', 'granted opt-in-confirmed']]);
    expect(recorded(bySms('OPTIN NOBODY'))).toBe('help');
    expect(recorded(bySms('OPTIN CAFE', { lacks: ['time'] }))).toBe('keep-aside');
    expect(recorded(act('OPTIN CAFE'))).toEqual([
      ['acme', 'window'],
      ['cafe', 'window'],
    ]);
  });

  test('is confirmed or answered for the business that asked', () => {
    const choice = testChoice(1, { appId: 'cafe' });
    expect(recorded(act(sentence(choice)), { choice })).toEqual([
      ['acme', 'window'],
      ['cafe', 'confirmation', 'window'],
    ]);
    const payload = { from: 'reply-button', id: optInAnswerPayload('no', choice.code) } as const;
    expect(recorded(act('', { text: undefined, payload }), { choice })).toEqual([
      ['acme', 'window'],
      ['cafe', 'refused unanswered', 'window'],
    ]);
  });

  test('is a chat of the point of one', () => {
    const point = testPoint(1, { appId: 'cafe' });
    const hello = act(`hello (${formatReference(testToken(1))})`);
    expect(recorded(hello, { point })).toEqual([
      ['acme', 'window'],
      ['cafe', 'chat', 'window'],
    ]);
  });
});

test('words that another business made ready are the person’s own', () => {
  const choice = testChoice(1, { appId: 'bank', words: 'Please stop the SMS and write on WhatsApp.' });
  expect(recorded(act(sentence(choice)), { choice })).toEqual([
    ['acme', 'brake ask-whether-stop', 'window'],
    ['cafe', 'brake unanswered', 'window'],
  ]);
});

describe('what has to be looked up', () => {
  const yes = { from: 'reply-button', id: optInAnswerPayload('yes', testCode(1)) } as const;
  const no = { from: 'reply-button', id: optInAnswerPayload('no', testCode(1)) } as const;
  const theChoice = { want: 'choice', code: testCode(1) };

  test.each<[string, InboundAct, unknown]>([
    ['nothing for small talk', act('hello'), undefined],
    ['nothing for a stop, whatever it carries', act(`STOP (${formatReference(testCode(1))})`), undefined],
    ['the choice of a code', act(sentence()), theChoice],
    ['the point of a token', act(`hi (${formatReference(testToken(1))})`), { want: 'point', code: testToken(1) }],
    ['nothing in words of somebody else', act(sentence(), { forwarded: true }), undefined],
    ['nothing in an SMS', bySms(sentence()), undefined],
    ['the choice of an answer', act('', { text: undefined, payload: yes }), theChoice],
    ['nothing for a yes where only a no counts', act('', { payload: yes, via: 'edit' }), undefined],
    ['the choice of a no there', act('', { payload: no, via: 'standby' }), theChoice],
    ['nothing in a history', act('', { payload: no, via: 'history' }), undefined],
    ['nothing on a template’s button', act('', { payload: { ...yes, from: 'template-button' } }), undefined],
    ['the notice of a keyword', bySms('OPTIN CAFE'), { want: 'keyword-notice', app: cafe }],
    ['nothing for a name that nobody has', bySms('OPTIN NOBODY'), undefined],
    ['nothing for a keyword without a time', bySms('OPTIN CAFE', { lacks: ['time'] }), undefined],
  ])('%s', (_name, said, wanted) => {
    expect(wantedFor(said, apps)).toEqual(wanted);
  });
});
