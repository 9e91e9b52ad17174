import { expect, test } from 'vitest';
import type { FoldedStatement } from '../../lambdas/domain/consent/fold.ts';
import { isGranted } from '../../lambdas/domain/consent/standing.ts';
import { isOptedIn, type Said } from './naive-consent.ts';
import { oneByOne } from './one-by-one.ts';
import { purposes, randomSaid, seededRandom, shuffled, toStatement } from './random-history.ts';

/** Smaller in `npm test`; the figures of a CI run with MODEL=ci. */
const isCi = process.env.MODEL === 'ci';
const depth = isCi ? 5 : 4;
const randomHistories = isCi ? 1_000_000 : 4_000;
const seed = Number(process.env.SEED ?? 20261121);

test(`every sequence of up to ${depth} of 12 events agrees with the rules word by word`, () => {
  const events: Said[] = [];
  for (const action of ['granted', 'revoked'] as const) {
    for (const second of [1, 2, 3]) {
      for (const level of [2, 3] as const)
        events.push({ action, purposes: action === 'revoked' ? 'all' : ['offers'], level, second, sms: false });
    }
  }
  let tried = 0;
  const grow = (history: Said[], statements: FoldedStatement[]) => {
    for (const event of events) {
      const longer = [...history, event];
      const told = [...statements, toStatement(event, statements.length)];
      tried += 1;
      if (isGranted(oneByOne(told), 'offers') !== isOptedIn(longer, 'offers')) {
        throw new Error(`The fold and the rules differ on ${JSON.stringify(longer)}`);
      }
      if (longer.length < depth) grow(longer, told);
    }
  };
  grow([], []);
  console.log(`exhaustive: ${tried} sequences tried, up to depth ${depth}`);
  expect(tried).toBe(Array.from({ length: depth }, (_, index) => 12 ** (index + 1)).reduce((a, b) => a + b));
}, 600_000);

test(`every order of every history of four events with START and erasure agrees`, () => {
  const kinds: Omit<Said, 'second'>[] = [
    { action: 'granted', purposes: ['offers'], level: 3, sms: false },
    { action: 'revoked', purposes: 'all', level: 3, sms: false },
    { action: 'revoked', purposes: 'all', level: 3, sms: true },
    { action: 'resumed', purposes: 'all', level: 3, sms: true },
    { action: 'resumed', purposes: 'all', level: 3, sms: false },
    { action: 'erased', purposes: 'all', level: 1, sms: false },
  ];
  const events = kinds.flatMap((kind) => [1, 2, 3, 4].map((second) => ({ ...kind, second })));
  let tried = 0;
  for (const a of events) {
    for (const b of events) {
      for (const c of events) {
        for (const d of isCi ? events : events.slice(0, 6)) {
          const history = [a, b, c, d];
          tried += 1;
          const told = history.map(toStatement);
          if (isGranted(oneByOne(told), 'offers') !== isOptedIn(history, 'offers')) {
            throw new Error(`The fold and the rules differ on ${JSON.stringify(history)}`);
          }
        }
      }
    }
  }
  console.log(`with START and erasure: ${tried} sequences tried`);
}, 600_000);

test(`${randomHistories} random histories: any order, any duplicates, one by one or at once`, () => {
  for (let n = 0; n < randomHistories; n += 1) {
    const random = seededRandom(seed + n);
    const length = 20 + Math.floor(random() * 20);
    const history = Array.from({ length }, () => randomSaid(random, 24));
    const told = history.map(toStatement);
    const delivered = shuffled(random, [...told, ...told.filter(() => random() < 0.5)]);
    const registers = oneByOne(delivered);
    for (const purpose of purposes) {
      if (isGranted(registers, purpose) !== isOptedIn(history, purpose)) {
        throw new Error(`Seed ${seed + n}: ${purpose} differs on ${JSON.stringify(history)}`);
      }
    }
  }
  console.log(`random: ${randomHistories} histories tried, seeds from ${seed}`);
}, 1_200_000);
