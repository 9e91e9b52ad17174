import { describe, expect, it } from 'vitest';
import {
  type PresentConsent,
  pageLifetime,
  preferenceChanges,
} from '../../../lambdas/domain/collection/preference-changes.ts';
import { type ConsentState, consentStates } from '../../../lambdas/domain/consent/consent-state.ts';

const shownAt = Date.UTC(2026, 10, 21, 10, 0, 0, 700);
const now = shownAt + 60_000;
const offers = (state: ConsentState, more: Partial<PresentConsent> = {}): PresentConsent => ({
  purposeId: 'offers',
  state,
  since: shownAt - 1_000_000,
  offered: true,
  ...more,
});
const change = (shown: boolean, ticked: boolean, present: PresentConsent, at = now) => {
  const set = (has: boolean) => new Set(has ? ['offers'] : []);
  const changes = preferenceChanges({ shown: set(shown), ticked: set(ticked), shownAt }, [present], at);
  return Object.entries(changes).flatMap(([kind, purposes]) => (purposes.length > 0 ? [kind] : []));
};

describe('given a box that was not touched', () => {
  it('when nothing changed meanwhile, then nothing is said', () => {
    expect(change(true, true, offers('opted-in'))).toEqual([]);
    for (const state of consentStates.filter((each) => each !== 'opted-in')) {
      expect(change(false, false, offers(state))).toEqual([]);
    }
  });

  it('when a yes or a no came meanwhile, then it is left, and the person looks again', () => {
    expect(change(false, false, offers('opted-in'))).toEqual(['unclear']);
    for (const state of consentStates.filter((each) => each !== 'opted-in')) {
      expect(change(true, true, offers(state))).toEqual(['unclear']);
    }
  });
});

describe('given a box that was unticked', () => {
  it.each(consentStates)('when the state is %s by now, then it is a no all the same', (state) => {
    expect(change(true, false, offers(state))).toEqual(['revoke']);
    expect(change(true, false, offers(state, { offered: false, since: now }), now + 900 * pageLifetime)).toEqual([
      'revoke',
    ]);
  });
});

describe('given a box that was ticked', () => {
  it.each(['never-asked', 'pending', 'opted-out', 'expired', 'erased'] as const)(
    'when the state is still %s, then it is a yes',
    (state) => {
      expect(change(false, true, offers(state))).toEqual(['grant']);
    },
  );

  it('when a no came in the second in which the page was shown, or later, then it is no yes', () => {
    const second = Math.floor(shownAt / 1000) * 1000;
    expect(change(false, true, offers('opted-out', { since: second - 1 }))).toEqual(['grant']);
    expect(change(false, true, offers('opted-out', { since: second }))).toEqual(['unclear']);
    expect(change(false, true, offers('opted-out', { since: now }))).toEqual(['unclear']);
  });

  it('when the page is 23 h 59 m 59.999 s old it is a yes, a millisecond later it is none', () => {
    expect(change(false, true, offers('never-asked'), shownAt + pageLifetime - 1)).toEqual(['grant']);
    expect(change(false, true, offers('never-asked'), shownAt + pageLifetime)).toEqual(['unclear']);
  });

  it('when the page may not opt in to it, then it is no yes', () => {
    expect(change(false, true, offers('never-asked', { offered: false }))).toEqual(['unclear']);
  });

  it('when somebody opted in meanwhile, then there is nothing to do', () => {
    expect(change(false, true, offers('opted-in'))).toEqual([]);
  });
});
