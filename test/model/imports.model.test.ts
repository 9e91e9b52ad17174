import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { foldConsent } from '../../lambdas/domain/consent/fold.ts';
import type { FoldedConsent } from '../../lambdas/domain/consent/folded-consent.ts';
import { joinRegisters } from '../../lambdas/domain/consent/registers.ts';
import { standing } from '../../lambdas/domain/consent/standing.ts';
import { joinNeedsHistory } from '../../lambdas/domain/identity/join-subjects.ts';
import type { Subject } from '../../lambdas/domain/identity/subject.ts';
import { ruledOn, type Said } from './naive-consent.ts';
import { oneByOne } from './one-by-one.ts';
import {
  isMarketing,
  purposes,
  randomSaid,
  seededRandom,
  shuffled,
  toStatement,
  withImports,
} from './random-history.ts';
import { sizeOf } from './size.ts';

const depth = sizeOf(3, 4, 4);
const randomHistories = sizeOf(2_000, 20_000, 500_000);
const seed = Number(process.env.SEED ?? 20261127);

function keptFrom({ registers }: FoldedConsent, purpose: string): number | undefined {
  const found = standing(registers, purpose, isMarketing(purpose));
  return found.stands === 'granted' ? found.from : undefined;
}

function mustAgree(kept: FoldedConsent, history: readonly Said[], name: string): void {
  const ruled = ruledOn(history, isMarketing);
  for (const purpose of purposes) {
    if (keptFrom(kept, purpose) !== ruled(purpose))
      throw new Error(`${name}: the fold and the rules differ for ${purpose} on ${JSON.stringify(history)}`);
  }
}

test(`every sequence of up to ${depth} of 27 events with imports and their annulment agrees with the rules word by word`, () => {
  const kinds: Omit<Said, 'second'>[] = [
    { action: 'granted', purposes: ['offers'], level: 2, batch: 'imp_1' },
    { action: 'granted', purposes: ['offers'], level: 2, batch: 'imp_2' },
    { action: 'granted', purposes: ['offers'], level: 2 },
    { action: 'granted', purposes: ['offers'], level: 3, batch: 'imp_1' },
    { action: 'revoked', purposes: ['offers'], level: 2, batch: 'imp_1' },
    { action: 'revoked', purposes: 'all', level: 3 },
    { action: 'revoked', purposes: 'all', level: 2 },
    { action: 'resumed', purposes: 'all', level: 3 },
    { action: 'annulled', purposes: ['offers'], level: 2, batch: 'imp_1' },
  ];
  const events = kinds.flatMap((kind) => [1, 2, 3].map((second): Said => ({ ...kind, second })));
  let tried = 0;
  const grow = (history: readonly Said[]) => {
    for (const event of events) {
      const longer = [...history, event];
      tried += 1;
      mustAgree(oneByOne(longer.map(toStatement), isMarketing), longer, 'in this order');
      if (longer.length < depth) grow(longer);
    }
  };
  grow([]);
  console.log(`imports, exhaustive: ${tried} sequences tried, up to depth ${depth}`);
  expect(tried).toBe(Array.from({ length: depth }, (_, index) => 27 ** (index + 1)).reduce((a, b) => a + b));
}, 1_200_000);

test(`${randomHistories} random histories with imports: annulled is never said, in any order and with any duplicates`, () => {
  let annulling = 0;
  for (let n = 0; n < randomHistories; n += 1) {
    const random = seededRandom(seed + n);
    const length = 6 + Math.floor(random() * 18);
    const history = withImports(
      random,
      Array.from({ length }, () => randomSaid(random, 24)),
      24,
    );
    const told = history.map(toStatement);
    const undone = new Set(told.flatMap(({ action, batch }) => (action === 'annulled' ? [batch] : [])));
    if (undone.size > 0) annulling += 1;
    const kept = oneByOne(shuffled(random, [...told, ...told.filter(() => random() < 0.5)]), isMarketing);
    const whole = foldConsent(shuffled(random, told), isMarketing);
    const name = `Seed ${seed + n}`;
    mustAgree(kept, history, name);
    mustAgree(whole, history, name);
    const never = foldConsent(
      told.filter(({ action, level, batch }) => {
        const isYes = level === 2 && (action === 'granted' || action === 'requested');
        return action !== 'annulled' && !(isYes && batch !== undefined && undone.has(batch));
      }),
      isMarketing,
    );
    if (!isDeepStrictEqual(whole.registers, never.registers) || !isDeepStrictEqual(whole.stopRun, never.stopRun))
      throw new Error(`${name}: an annulled import left something behind: ${JSON.stringify(history)}`);
    if (!isDeepStrictEqual(kept.annulled, whole.annulled)) throw new Error(`${name}: other annulments are kept`);
    // Without a START an annulment only takes away.
    const [after, before] = [true, false].map((isAnnulled) =>
      ruledOn(
        history.filter(({ action }) => action !== 'resumed' && (isAnnulled || action !== 'annulled')),
        isMarketing,
      ),
    );
    const won = purposes.filter((each) => after?.(each) !== undefined && before?.(each) === undefined);
    if (won.length > 0) throw new Error(`${name}: an annulment opted in to ${won}: ${JSON.stringify(history)}`);
  }
  console.log(`imports, random: ${randomHistories} histories tried, seeds from ${seed}; ${annulling} with annulments`);
  expect(annulling).toBeGreaterThan(randomHistories / 2);
}, 3_600_000);

test(`two people who turn out to be one, one with an annulment and the other with the grant (${randomHistories / 2} pairs)`, () => {
  let joined = 0;
  for (let n = 0; n < randomHistories / 2; n += 1) {
    const random = seededRandom(seed - 1 - n);
    const history = withImports(
      random,
      Array.from({ length: 12 }, () => randomSaid(random, 12)).filter(({ action }) => action !== 'resumed'),
      12,
    );
    const told = history.map(toStatement);
    const sides = told.map(() => random() < 0.5);
    const [a, b] = [true, false].map((side) => {
      const own = told.filter((_, index) => sides[index] === side);
      return oneByOne(shuffled(random, own), isMarketing) as unknown as Subject;
    }) as [Subject, Subject];
    if (joinNeedsHistory(a, b)) continue;
    joined += 1;
    mustAgree({ registers: joinRegisters(a.registers, b.registers) }, history, `Seed ${seed - 1 - n}`);
  }
  console.log(`imports, joined: ${joined} of ${randomHistories / 2} pairs without their histories`);
  expect(joined).toBeGreaterThan(0);
}, 1_200_000);
