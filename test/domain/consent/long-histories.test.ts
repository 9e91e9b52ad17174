import { describe, expect, test } from 'vitest';
import { annulledBy } from '../../../lambdas/domain/consent/annulment.ts';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { foldConsent } from '../../../lambdas/domain/consent/fold.ts';
import type { FoldedStatement } from '../../../lambdas/domain/consent/statement.ts';
import { spanOf } from '../../../lambdas/domain/time.ts';
import { isMarketing, seededRandom, shuffled } from '../../model/random-history.ts';

/** How often a fold looked at something. Work is counted, not timed, so the figures are the same on every machine. */
interface Work {
  looks: number;
  asked: number;
}

/** A statement that counts how often its time and action are looked at. */
class Counted implements FoldedStatement {
  readonly purposes;
  readonly level = 3;
  readonly recordedAt = 0;
  readonly source = 'whatsapp-message';
  readonly ref: string;
  readonly #said: Pick<FoldedStatement, 'saidAt' | 'action'>;
  readonly #work: Work;

  constructor(n: number, said: Pick<FoldedStatement, 'saidAt' | 'action'>, work: Work) {
    this.ref = `u.${n}`;
    this.purposes = said.action === 'granted' ? ['offers', 'orders'] : ('all' as const);
    this.#said = said;
    this.#work = work;
  }

  get saidAt() {
    this.#work.looks += 1;
    return this.#said.saidAt;
  }

  get action() {
    this.#work.looks += 1;
    return this.#said.action;
  }
}

/** An opt-in, and then STOP and START in turn, `apart` seconds from each other. */
function backAndForth(length: number, apart: number, work: Work): FoldedStatement[] {
  return Array.from({ length }, (_, n) => {
    const action = n === 0 ? 'granted' : n % 2 === 1 ? 'revoked' : 'resumed';
    return new Counted(n, { saidAt: Math.floor(n * apart) * 1000, action }, work);
  });
}

function workOf(length: number, apart: number): Work {
  const work = { looks: 0, asked: 0 };
  const told = shuffled(seededRandom(length), backAndForth(length, apart, work));
  const folded = foldConsent(told, (purpose) => {
    work.asked += 1;
    return isMarketing(purpose);
  });
  expect(folded.latestStart).toBeDefined();
  return work;
}

describe('a history of STOP and START in turn is folded in one pass', () => {
  for (const [how, apart, looks, asked] of [
    ['a second from each other', 1, 14, 2],
    ['ten in a second', 0.1, 14, 2],
    ['all in one second', 0, 14, 2],
  ] as const) {
    test(`${how}: each of 2,000 or of 100,000 statements is looked at equally often`, () => {
      for (const length of [2_000, 100_000]) {
        const work = workOf(length, apart);
        expect(work.looks / length, `${length}`).toBeLessThanOrEqual(looks);
        expect(work.asked / length, `${length}`).toBeLessThanOrEqual(asked);
      }
    });
  }

  test('and comes to what the rules say: the last of them decides', () => {
    for (const [length, state] of [
      [2_000, 'opted-out'],
      [2_001, 'opted-in'],
    ] as const) {
      const { registers } = foldConsent(backAndForth(length, 1, { looks: 0, asked: 0 }), isMarketing);
      expect(consentState(registers, { purposeId: 'offers', category: 'marketing' }, 2e12).state).toBe(state);
    }
  });
});

test('of a hundred thousand annulled imports each is known, the earlier annulment of each', () => {
  const annulled = (n: number, at: number): FoldedStatement => ({
    ...{ ref: `u.${n}`, action: 'annulled', purposes: ['offers'], level: 2, source: 'import', recordedAt: 0 },
    ...{ saidAt: at * 1000, batch: `imp_${n % 50_000}` },
  });
  const { annulled: found = {} } = annulledBy(Array.from({ length: 100_000 }, (_, n) => annulled(n, 200_000 - n)));
  expect(Object.keys(found)).toHaveLength(50_000);
  expect(found.imp_7).toEqual({ at: 149_993, ref: 'u.50007' });
});

test('the first and last of as many times as a ledger may hold', () => {
  expect(spanOf(Array.from({ length: 200_000 }, (_, n) => (n * 7_919) % 200_003))).toEqual({ first: 0, last: 200_002 });
  expect(spanOf([])).toBeUndefined();
});
