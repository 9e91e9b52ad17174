import { describe, expect, test } from 'vitest';
import {
  type AdministrativeBrakes,
  type BrakedByBusiness,
  joinAdministrative,
  setBrake,
  withAdministrative,
} from '../../../lambdas/domain/consent/administrative.ts';
import { pick, seededRandom, shuffled } from '../../model/random-history.ts';

const seed = Number(process.env.SEED ?? 20261127);
const histories = 3_000;

interface Act {
  readonly lift: boolean;
  readonly scope: 'all' | 'marketing';
  readonly at: number;
  readonly ref: string;
}

const news = ({ lift, scope, at, ref }: Act): AdministrativeBrakes =>
  lift ? { liftedAt: Math.floor(at / 1000) } : setBrake(scope, at, ref, { operator: `by ${ref}` });

/** What holds after acts in this order of arrival. */
function held(acts: readonly Act[]): BrakedByBusiness['suppressions'] {
  return withAdministrative<BrakedByBusiness>({
    suppressions: [],
    administrative: acts.map(news).reduce<AdministrativeBrakes | undefined>(joinAdministrative, undefined),
  }).suppressions;
}
const scopes = (acts: readonly Act[]) => held(acts).map(({ scope }) => scope);
const set = (at: number, scope: Act['scope'] = 'all'): Act => ({ lift: false, scope, at, ref: `s.${at}` });
const lift = (at: number): Act => ({ lift: true, scope: 'all', at, ref: `s.${at}` });

describe('a brake of the business', () => {
  test('holds until it is lifted', () => {
    expect(scopes([set(1000)])).toEqual(['all']);
    expect(scopes([set(1000), lift(2000)])).toEqual([]);
  });
  test('holds in the second of its lift, whichever is the later by milliseconds', () => {
    expect(scopes([set(1000), lift(1999)])).toEqual(['all']);
    expect(scopes([set(1999), lift(1000)])).toEqual(['all']);
  });
  test('that is set again after the lift holds', () =>
    expect(scopes([set(1000), lift(2000), set(3000)])).toEqual(['all']));
  test('that comes late, from before a lift, holds not', () => expect(scopes([lift(2000), set(1000)])).toEqual([]));
  test('of marketing stands beside one of everything, and one lift ends both', () => {
    expect(scopes([set(1000), set(2000, 'marketing')])).toEqual(['all', 'marketing']);
    expect(scopes([set(1000), set(2000, 'marketing'), lift(3000)])).toEqual([]);
    expect(scopes([set(1000), lift(2000), set(3000, 'marketing')])).toEqual(['marketing']);
  });
  test('says who set it last, and since when', () =>
    expect(held([set(1000), set(2000)])).toEqual([
      { reason: 'administrative', scope: 'all', since: 2000, ref: 's.2000', operator: 'by s.2000' },
    ]));
});

test(`sets and lifts in any order and with any duplicates hold what the times say (${histories} histories)`, () => {
  let on = 0;
  for (let n = 0; n < histories; n += 1) {
    const random = seededRandom(seed + n);
    const acts = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, index): Act => {
      const at = Math.floor(random() * 8_000);
      return { lift: random() < 0.4, scope: pick(random, ['all', 'marketing']), at, ref: `s.${index}` };
    });
    const expected = (['all', 'marketing'] as const).filter((scope) =>
      acts.some(
        (brake) =>
          !brake.lift &&
          brake.scope === scope &&
          acts.every((each) => !each.lift || Math.floor(each.at / 1000) <= Math.floor(brake.at / 1000)),
      ),
    );
    on += expected.length;
    const about = `Seed ${seed + n}: ${JSON.stringify(acts)}`;
    const arrived = shuffled(random, [...acts, ...acts.filter(() => random() < 0.5)]);
    expect(scopes(arrived), about).toEqual(expected);
    expect(held(arrived), about).toEqual(held(acts));
    const cut = Math.floor(random() * acts.length);
    const [a, b] = [acts.slice(0, cut), acts.slice(cut)].map((part) =>
      part.map(news).reduce<AdministrativeBrakes | undefined>(joinAdministrative, undefined),
    );
    const joined = withAdministrative<BrakedByBusiness>({ suppressions: [], administrative: joinAdministrative(a, b) });
    expect(joined.suppressions, about).toEqual(held(acts));
  }
  expect(on).toBeGreaterThan(histories / 4);
});
