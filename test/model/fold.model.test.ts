import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { foldConsent } from '../../lambdas/domain/consent/fold.ts';
import type { FoldedConsent } from '../../lambdas/domain/consent/folded-consent.ts';
import { standing } from '../../lambdas/domain/consent/standing.ts';
import type { FoldedStatement } from '../../lambdas/domain/consent/statement.ts';
import { ruledOn, type Said, validFrom } from './naive-consent.ts';
import { oneByOne, told } from './one-by-one.ts';
import { isMarketing, purposes, randomSaid, seededRandom, shuffled, toStatement } from './random-history.ts';
import { sizeOf } from './size.ts';

const depth = sizeOf(4, 5, 5);
const randomHistories = sizeOf(2_000, 20_000, 500_000);
const seed = Number(process.env.SEED ?? 20261121);

/** Since when the opt-in that counts is valid, by the registers; undefined = not opted in. */
function keptFrom({ registers }: FoldedConsent, purpose: string, marketing: boolean): number | undefined {
  const found = standing(registers, purpose, marketing);
  return found.stands === 'granted' ? found.from : undefined;
}

function mustAgree(told: FoldedConsent, history: readonly Said[], purpose: string): void {
  if (keptFrom(told, purpose, isMarketing(purpose)) !== validFrom(history, purpose, isMarketing)) {
    throw new Error(`The fold and the rules differ for ${purpose} on ${JSON.stringify(history)}`);
  }
}

test(`every sequence of up to ${depth} of 12 events agrees with the rules word by word`, () => {
  const events: Said[] = [];
  for (const action of ['granted', 'revoked'] as const) {
    for (const second of [1, 2, 3]) {
      for (const level of [2, 3] as const)
        events.push({ action, purposes: action === 'revoked' ? 'all' : ['offers'], level, second });
    }
  }
  let tried = 0;
  const grow = (history: Said[], statements: FoldedStatement[]) => {
    for (const event of events) {
      const longer = [...history, event];
      const told = [...statements, toStatement(event, statements.length)];
      tried += 1;
      mustAgree(oneByOne(told, isMarketing), longer, 'offers');
      if (longer.length < depth) grow(longer, told);
    }
  };
  grow([], []);
  console.log(`exhaustive: ${tried} sequences tried, up to depth ${depth}`);
  expect(tried).toBe(Array.from({ length: depth }, (_, index) => 12 ** (index + 1)).reduce((a, b) => a + b));
}, 600_000);

test(`every order of every history of four events with START, erasure and stops of marketing agrees`, () => {
  const kinds: Omit<Said, 'second'>[] = [
    { action: 'granted', purposes: ['offers'], level: 3 },
    { action: 'revoked', purposes: 'all', level: 3 },
    { action: 'revoked', purposes: 'all', level: 3, sms: '+1' },
    { action: 'revoked', purposes: 'marketing', level: 3 },
    { action: 'resumed', purposes: 'all', level: 3, sms: '+1' },
    { action: 'resumed', purposes: 'all', level: 3 },
    { action: 'erased', purposes: 'all', level: 1 },
  ];
  const events = kinds.flatMap((kind) => [1, 2, 3, 4].map((second) => ({ ...kind, second })));
  let tried = 0;
  for (const a of events) {
    for (const b of events) {
      for (const c of events) {
        for (const d of events.slice(0, sizeOf(6, events.length, events.length))) {
          const history = [a, b, c, d];
          tried += 1;
          mustAgree(oneByOne(history.map(toStatement), isMarketing), history, 'offers');
        }
      }
    }
  }
  console.log(`with START, erasure and stops of marketing: ${tried} sequences tried`);
}, 600_000);

test('every order of a grant of each kind, three noes of each scope and a START agrees', () => {
  const kinds: (Omit<Said, 'second'> | undefined)[] = [
    undefined,
    { action: 'granted', purposes: ['offers'], level: 3 },
    { action: 'granted', purposes: ['offers'], level: 2 },
    { action: 'granted', purposes: ['orders'], level: 3 },
    { action: 'revoked', purposes: 'all', level: 3 },
    { action: 'refused', purposes: 'all', level: 1 },
    { action: 'revoked', purposes: 'marketing', level: 3 },
    { action: 'revoked', purposes: 'marketing', level: 1 },
    { action: 'revoked', purposes: ['offers'], level: 2 },
    { action: 'resumed', purposes: 'all', level: 3 },
  ];
  const first: Said[] = [
    { action: 'granted', purposes: ['offers', 'orders'], level: 2, second: 0 },
    { action: 'granted', purposes: ['orders'], level: 3, second: 0 },
  ];
  let tried = 0;
  const length = sizeOf(3, 5, 5);
  const grow = (history: readonly Said[], second: number) => {
    if (second > length) return;
    for (const kind of kinds) {
      const longer = kind === undefined ? history : [...history, { ...kind, second }];
      const all = [...longer, { action: 'resumed', purposes: 'all', level: 3, second: second + 1 } as const];
      tried += 1;
      const statements = all.map(toStatement);
      for (const order of [statements, statements.toReversed(), shuffled(seededRandom(tried), statements)]) {
        const folded = oneByOne(order, isMarketing);
        for (const purpose of purposes) mustAgree(folded, all, purpose);
      }
      grow(longer, second + 1);
    }
  };
  grow(first, 1);
  console.log(`runs of stops: ${tried} histories tried, in three orders each`);
}, 600_000);

test(`${randomHistories} random histories: any order, any duplicates, one by one or at once`, () => {
  let known = 0;
  let unknown = 0;
  for (let n = 0; n < randomHistories; n += 1) {
    const random = seededRandom(seed + n);
    const length = 8 + Math.floor(random() * 20);
    const history = Array.from({ length }, () => randomSaid(random, 24));
    const told = history.map(toStatement);
    const delivered = shuffled(random, [...told, ...told.filter(() => random() < 0.5)]);
    const kept = oneByOne(delivered, isMarketing);
    const whole = foldConsent(told, isMarketing);
    const ruled = ruledOn(history, isMarketing);
    for (const purpose of purposes) {
      const expected = ruled(purpose);
      for (const folded of [kept, whole]) {
        if (keptFrom(folded, purpose, isMarketing(purpose)) !== expected) {
          throw new Error(`Seed ${seed + n}: ${purpose} differs on ${JSON.stringify(history)}`);
        }
      }
    }
    if (typeof kept.stopRun === 'object') {
      known += 1;
      if (!isDeepStrictEqual(runOf(kept), runOf(whole))) throw new Error(`Seed ${seed + n}: the run of stops differs`);
    } else if (kept.stopRun === 'unknown') unknown += 1;
    else if (whole.stopRun !== undefined) throw new Error(`Seed ${seed + n}: a run of stops is missing`);
  }
  console.log(
    `random: ${randomHistories} histories tried, seeds from ${seed}; runs known ${known}, unknown ${unknown}`,
  );
}, 3_600_000);

/** A run as far as it decides what a START gives back and when the next begins. */
function runOf({ stopRun }: FoldedConsent) {
  if (typeof stopRun !== 'object') return stopRun;
  const { first, last, sms, erased, before, ended } = stopRun;
  return { first, last, sms, erased, before, ended: ended !== undefined };
}

test('a category that becomes marketing is covered by every stop of marketing, and gives nobody more than the rules do', () => {
  let same = 0;
  const all = () => true;
  for (let n = 0; n < randomHistories / 4; n += 1) {
    const random = seededRandom(seed - 1 - n);
    const history = Array.from({ length: 20 }, () => randomSaid(random, 16));
    const kept = oneByOne(shuffled(random, history.map(toStatement)), isMarketing);
    const ruled = ruledOn(history, all);
    for (const purpose of purposes) {
      const [now, expected] = [keptFrom(kept, purpose, true), ruled(purpose)];
      if (now === expected) same += 1;
      else if (now !== undefined)
        throw new Error(
          `Seed ${seed - 1 - n}: ${purpose} holds since ${now}, not ${expected}: ${JSON.stringify(history)}`,
        );
    }
  }
  const tried = Math.ceil(randomHistories / 4) * purposes.length;
  console.log(`categories that change: ${same} of ${tried} the same as the rules, the others stricter`);
  expect(same / tried).toBeGreaterThan(0.99);
}, 1_200_000);

test('in order of the acts the history is read for nothing', () => {
  for (let n = 0; n < 2_000; n += 1) {
    const random = seededRandom(seed + n);
    const history = Array.from({ length: 40 }, (_, second) => ({ ...randomSaid(random, 1), second }));
    expect(told(history.map(toStatement), isMarketing).reads, `Seed ${seed + n}`).toBe(0);
  }
});
