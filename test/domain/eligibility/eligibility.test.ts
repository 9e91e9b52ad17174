import { describe, expect, test } from 'vitest';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import {
  type EligibilityFacts,
  type EligibilityRequest,
  type MessageKind,
  unknownPerson,
} from '../../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const second = 1000;
const hour = 3_600_000;
const at = (offset: number) => Math.floor((now + offset) / 1000);

const settings = {
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' as const },
    { purposeId: 'orders', name: 'Orders', category: 'utility' as const },
    { purposeId: 'news', name: 'News', category: 'marketing' as const, validForDays: 30 },
  ],
};

const granted = (purpose = 'offers', offset = -hour): Registers => ({
  [purpose]: { G3: { at: at(offset), ref: 'u.1', source: 'whatsapp-message', notice: 'checkout@3' } },
});
const stopped = (offset = -hour, source: 'sms-keyword' | 'whatsapp-message' = 'whatsapp-message'): Registers => ({
  '*': { R3: { at: at(offset), ref: 'u.2', source, rule: 'stop.es.alto' } },
});

function ask(facts: Partial<EligibilityFacts>, message: MessageKind, more: Partial<EligibilityRequest> = {}) {
  return eligibility({ ...unknownPerson, ...facts }, settings, { purpose: 'offers', message, ...more }, now);
}
const codes = (decision: ReturnType<typeof ask>) => [
  decision.decision,
  ...decision.reasons.map((reason) => reason.code),
];
const open = { lastInboundAt: now - hour };
const closed = { lastInboundAt: now - 24 * hour };

describe('a template', () => {
  test('to a stranger: no', () => expect(codes(ask({}, 'template'))).toEqual(['deny', 'never-asked']));
  test('with consent: yes, and it says on what it rests', () => {
    const decision = ask({ registers: granted() }, 'template');
    expect(codes(decision)).toEqual(['allow', 'opted-in']);
    expect(decision.reasons[0]).toMatchObject({
      ref: 'u.1',
      notice: 'checkout@3',
      since: now - hour,
      detail: 'The person opted in on 2026-11-20 on WhatsApp.',
    });
    expect(decision.holdsUntil).toBeNull();
  });
  test('the window neither allows nor denies it', () => {
    expect(codes(ask({ window: open }, 'template'))).toEqual(['deny', 'never-asked']);
    expect(codes(ask({ registers: granted(), window: closed }, 'template'))).toEqual(['allow', 'opted-in']);
  });
  test('after a stop: no, in the words of the person', () => {
    const decision = ask({ registers: { ...granted('offers', -2 * hour), ...stopped() } }, 'template');
    expect(codes(decision)).toEqual(['deny', 'opted-out']);
    expect(decision.reasons[0]).toMatchObject({
      detail: 'The person sent ALTO (stop, Spanish) on WhatsApp.',
      ref: 'u.2',
    });
    expect(decision.wouldChange).toEqual(['The person sends START or opts in again.']);
  });
  test('consent for one purpose is none for another', () => {
    expect(codes(ask({ registers: granted() }, 'template', { purpose: 'orders' }))).toEqual(['deny', 'never-asked']);
  });
  test('an unknown purpose: no', () => {
    expect(codes(ask({ registers: granted('typo') }, 'template', { purpose: 'typo' }))).toEqual([
      'deny',
      'unknown-purpose',
    ]);
  });
  test('the platform stop denies marketing, and only marketing', () => {
    const facts = {
      registers: { ...granted(), ...granted('orders') },
      platformStop: { stoppedAt: now - hour, ref: 'u.3' },
    };
    expect(codes(ask(facts, 'template'))).toEqual(['deny', 'platform-stop']);
    expect(codes(ask(facts, 'template', { purpose: 'orders' }))).toEqual(['allow', 'opted-in']);
  });
  test('a later resume clears the platform stop; in the same second it does not', () => {
    const resumed = (offset: number) => ({
      registers: granted(),
      platformStop: { stoppedAt: now - hour, resumedAt: now - hour + offset },
    });
    expect(codes(ask(resumed(second), 'template'))).toEqual(['allow', 'opted-in']);
    expect(codes(ask(resumed(999), 'template'))).toEqual(['deny', 'platform-stop']);
  });
  test('a resume is not an opt-in', () => {
    expect(codes(ask({ platformStop: { resumedAt: now } }, 'template'))).toEqual(['deny', 'never-asked']);
  });
  test('an unclear stop brakes marketing only, and every brake is named', () => {
    const suppression = { reason: 'ambiguous-stop', scope: 'marketing', since: now - hour, ref: 'u.4' } as const;
    const facts = {
      registers: { ...granted(), ...granted('orders') },
      suppressions: [suppression],
      platformStop: { stoppedAt: now },
    };
    expect(codes(ask(facts, 'template'))).toEqual(['deny', 'suppressed-ambiguous-stop', 'platform-stop']);
    expect(codes(ask(facts, 'template', { purpose: 'orders' }))).toEqual(['allow', 'opted-in']);
  });
  test('a suppression of everything overrides any consent', () => {
    const suppression = { reason: 'administrative', scope: 'all', since: now, ref: 'u.5' } as const;
    expect(
      codes(ask({ registers: granted('orders'), suppressions: [suppression] }, 'template', { purpose: 'orders' })),
    ).toEqual(['deny', 'suppressed-administrative']);
  });
  test('it holds until the consent expires, and not a millisecond longer', () => {
    const day = 24 * hour;
    expect(ask({ registers: granted('news') }, 'template', { purpose: 'news' }).holdsUntil).toBe(now - hour + 30 * day);
    const expired = ask({ registers: granted('news', -30 * day) }, 'template', { purpose: 'news' });
    expect(codes(expired)).toEqual(['deny', 'expired']);
    expect(codes(ask({ registers: granted('news', -30 * day + second) }, 'template', { purpose: 'news' }))).toEqual([
      'allow',
      'opted-in',
    ]);
  });
  test('a request that was never confirmed is pending: no', () => {
    const registers: Registers = { offers: { Q: { at: at(-hour), ref: 'u.6', source: 'web-form' } } };
    expect(codes(ask({ registers }, 'template'))).toEqual(['deny', 'pending']);
  });
  test('a request that lapsed says that nobody confirmed it, not that an opt-in expired', () => {
    const registers: Registers = { offers: { Q: { at: at(-24 * hour), ref: 'u.6', source: 'web-form' } } };
    const decision = ask({ registers }, 'template');
    expect(codes(decision)).toEqual(['deny', 'never-confirmed']);
    expect(decision.reasons[0]?.detail).toMatch(/^The person was asked on .* on a web form and did not confirm/);
  });
});

describe('a free-form message', () => {
  test('in the open window: yes, with or without consent, until it closes', () => {
    const decision = ask({ window: open }, 'free-form');
    expect(codes(decision)).toEqual(['allow', 'window-open']);
    expect(decision.holdsUntil).toBe(open.lastInboundAt + 24 * hour);
  });
  test('24 hours to the second after the last message: no', () => {
    expect(codes(ask({ window: closed }, 'free-form'))).toEqual(['deny', 'window-closed']);
    expect(codes(ask({ window: { lastInboundAt: closed.lastInboundAt + 1 } }, 'free-form'))).toEqual([
      'allow',
      'window-open',
    ]);
  });
  test('consent does not open the window', () => {
    expect(codes(ask({ registers: granted() }, 'free-form'))).toEqual(['deny', 'window-closed']);
  });
  test('not to somebody who stopped everything; an opt-out of one purpose does not matter', () => {
    expect(codes(ask({ registers: stopped(), window: open }, 'free-form'))).toEqual(['deny', 'stopped-everything']);
    const one: Registers = { offers: { R3: { at: at(-hour), ref: 'u.7', source: 'whatsapp-button' } } };
    expect(codes(ask({ registers: one, window: open }, 'free-form'))).toEqual(['allow', 'window-open']);
  });
  test('again after an own opt-in', () => {
    expect(codes(ask({ registers: { ...stopped(-2 * hour), ...granted() }, window: open }, 'free-form'))).toEqual([
      'allow',
      'window-open',
    ]);
  });
  test('the platform stop and an unclear stop do not matter; a suppression of everything does', () => {
    const brakes = {
      platformStop: { stoppedAt: now },
      suppressions: [{ reason: 'ambiguous-stop', scope: 'marketing', since: now, ref: 'u.8' }] as const,
    };
    expect(codes(ask({ ...brakes, window: open }, 'free-form'))).toEqual(['allow', 'window-open']);
    expect(
      codes(
        ask({ suppressions: [{ reason: 'erasure', scope: 'all', since: now, ref: 'u.9' }], window: open }, 'free-form'),
      ),
    ).toEqual(['deny', 'suppressed-erasure']);
  });
  test('the free entry point does not extend the window', () => {
    expect(codes(ask({ window: { ...closed, entryPointAt: now - hour } }, 'free-form'))).toEqual([
      'deny',
      'window-closed',
    ]);
  });
});

describe('the confirmation of a stop', () => {
  const minute = 60 * second;
  test('once, on its channel, within five minutes', () => {
    expect(codes(ask({ registers: stopped(-minute) }, 'stop-confirmation', { channel: 'whatsapp' }))).toEqual([
      'allow',
      'stop-to-confirm',
    ]);
    expect(codes(ask({ registers: stopped(-minute) }, 'stop-confirmation', { channel: 'sms' }))).toEqual([
      'deny',
      'other-channel',
    ]);
    expect(codes(ask({ registers: stopped(-minute, 'sms-keyword') }, 'stop-confirmation', { channel: 'sms' }))).toEqual(
      ['allow', 'stop-to-confirm'],
    );
    expect(codes(ask({ registers: stopped(-6 * minute) }, 'stop-confirmation', { channel: 'whatsapp' }))).toEqual([
      'deny',
      'too-late-to-confirm',
    ]);
  });
  test('nothing to confirm without a stop', () => {
    expect(codes(ask({ registers: granted() }, 'stop-confirmation', { channel: 'whatsapp' }))).toEqual([
      'deny',
      'nothing-to-confirm',
    ]);
  });
});

describe('an opt-in question', () => {
  test('inside the window, or once after a missed call', () => {
    expect(codes(ask({ window: open }, 'opt-in-question'))).toEqual(['allow', 'window-open']);
    expect(codes(ask({ window: closed }, 'opt-in-question'))).toEqual(['deny', 'window-closed']);
    expect(codes(ask({ window: closed }, 'opt-in-question', { missedCallAt: now - hour }))).toEqual([
      'allow',
      'missed-call',
    ]);
  });
  test('never after a stop, of everything or of the purpose', () => {
    expect(codes(ask({ registers: stopped(), window: open }, 'opt-in-question'))).toEqual([
      'deny',
      'stopped-everything',
    ]);
    const one: Registers = { offers: { R3: { at: at(-hour), ref: 'u.7', source: 'whatsapp-button' } } };
    expect(codes(ask({ registers: one, window: open }, 'opt-in-question'))).toEqual(['deny', 'opted-out']);
    expect(codes(ask({ registers: one, window: closed }, 'opt-in-question', { missedCallAt: now }))).toEqual([
      'deny',
      'opted-out',
    ]);
  });
  test('never after a stop, though somebody typed the number on a page since', () => {
    const one: Registers = {
      offers: {
        R3: { at: at(-hour), ref: 'u.7', source: 'whatsapp-button' },
        Q: { at: at(-60 * second), ref: 'u.8', source: 'web-form' },
      },
    };
    expect(codes(ask({ registers: one, window: open }, 'opt-in-question'))).toEqual(['deny', 'opted-out']);
    const asked: Registers = { offers: { Q: { at: at(-60 * second), ref: 'u.8', source: 'web-form' } } };
    expect(codes(ask({ registers: asked, window: open }, 'opt-in-question'))).toEqual(['allow', 'window-open']);
  });
});

describe('after a stop of marketing', () => {
  const noMore = (offset = -hour): Registers => ({
    '*marketing': { R3: { at: at(offset), ref: 'u.7', source: 'whatsapp-button', rule: 'stop.en.stop-messages' } },
  });
  const registers: Registers = { ...granted('offers', -2 * hour), ...granted('orders', -2 * hour), ...noMore() };
  const confirm = (more: Partial<EligibilityRequest> = {}, facts: Partial<EligibilityFacts> = { registers }) =>
    codes(ask(facts, 'stop-confirmation', { channel: 'whatsapp', stop: 'marketing', ...more }));

  test('templates of marketing: no, and START is not offered; others: yes', () => {
    const decision = ask({ registers }, 'template');
    expect(codes(decision)).toEqual(['deny', 'opted-out']);
    expect(decision.reasons[0]).toMatchObject({
      ref: 'u.7',
      since: now - hour,
      detail: 'The person stopped marketing messages on 2026-11-20 by a button on WhatsApp.',
    });
    expect(decision.wouldChange).toEqual(['The person opts in again; START does not undo it.']);
    expect(codes(ask({ registers }, 'template', { purpose: 'orders' }))).toEqual(['allow', 'opted-in']);
  });
  test('a stop of everything as well is the one that is named when it is later', () => {
    const both = { ...registers, ...stopped(-1 * second) };
    expect(codes(ask({ registers: both }, 'template'))).toEqual(['deny', 'opted-out']);
  });
  test('free-form messages in an open window: yes', () => {
    expect(codes(ask({ registers, window: open }, 'free-form'))).toEqual(['allow', 'window-open']);
  });
  test('nobody is asked to opt in, to whatever purpose, until they opt in to marketing again', () => {
    for (const purpose of ['offers', 'news', 'orders']) {
      const facts = { registers: noMore(), window: open };
      expect(codes(ask(facts, 'opt-in-question', { purpose }))).toEqual(['deny', 'stopped-marketing']);
    }
    const back = { registers: { ...noMore(), ...granted('news', -1 * second) }, window: open };
    expect(codes(ask(back, 'opt-in-question', { purpose: 'orders' }))).toEqual(['allow', 'window-open']);
  });
  test('it is confirmed on its channel, within five minutes', () => {
    const said = { registers: { ...granted('offers', -2 * hour), ...noMore(-10 * second) } };
    expect(confirm({}, said)).toEqual(['allow', 'stop-to-confirm']);
    expect(confirm({ channel: 'sms' }, said)).toEqual(['deny', 'other-channel']);
    expect(confirm()).toEqual(['deny', 'too-late-to-confirm']);
    expect(confirm({ stop: 'all' }, said)).toEqual(['deny', 'nothing-to-confirm']);
  });
});

describe('a later own opt-in over an unclear stop', () => {
  const suppressions = [{ reason: 'ambiguous-stop', scope: 'marketing', since: now - hour, ref: 'u.4' }] as const;
  const purpose = 'offers';
  test('lifts it for the purposes that it names', () => {
    const registers = { ...granted('offers', -hour + second), ...granted('news', -2 * hour) };
    expect(codes(ask({ registers, suppressions }, 'template'))).toEqual(['allow', 'opted-in']);
    expect(codes(ask({ registers, suppressions }, 'template', { purpose: 'news' }))).toEqual([
      'deny',
      'suppressed-ambiguous-stop',
    ]);
  });
  test('does not in the same second, nor does a report at any time', () => {
    expect(codes(ask({ registers: granted(purpose, -hour), suppressions }, 'template'))[0]).toBe('deny');
    const report: Registers = { offers: { G2: { at: at(0), ref: 'u.9', source: 'paper' } } };
    expect(codes(ask({ registers: report, suppressions }, 'template'))[0]).toBe('deny');
  });
});
