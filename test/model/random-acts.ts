import { bsuidIn, portfolioOf } from '../../lambdas/domain/identity/portfolio.ts';
import type { Act } from './identity-world.ts';
import { pick, shuffled } from './random-history.ts';

/** Few names, so that they meet. */
export const phones = ['a', 'b', 'c'];
export const bsuids = ['X', 'Y', 'Z'];

/** A history in the order of its acts: numbers change hands several times, callers name what they like. */
export function randomActs(random: () => number): Act[] {
  const count = 4 + Math.floor(random() * 7);
  const times = shuffled(
    random,
    Array.from({ length: count * 2 }, (_, index) => 10 * (index + 1)),
  )
    .slice(0, count)
    .sort((a, b) => a - b);
  return times.map((at) => randomAct(random, at));
}

function randomAct(random: () => number, at: number): Act {
  const roll = random();
  const [phone, bsuid] = [pick(random, phones), pick(random, bsuids)];
  if (roll < 0.12) {
    const to = pick(
      random,
      phones.filter((each) => each !== phone),
    );
    return { act: 'change', phone, to, at, ...(random() < 0.6 && { bsuid }) };
  }
  const shown = random();
  const act = pick(random, [
    'hear',
    'hear',
    'yes',
    'no',
    'no',
    'start',
    'api-yes',
    'api-yes',
    'api-yes',
    'api-no',
  ] as const);
  const both = act.startsWith('api') ? 0.15 : 0.5;
  const who = shown < both ? { phone, bsuid } : shown < 0.75 ? { phone } : { bsuid };
  return { act, ...who, at };
}

/** The BSUIDs of the same people in the app's second portfolio, as far as random goes: nobody knows whose is whose. */
const later: Readonly<Record<string, string>> = { X: 'P~1', Y: 'Q~1', Z: 'R~1' };
export const laterBsuids: readonly string[] = Object.values(later);

/** A history in which the app goes to another portfolio: since then payloads show other BSUIDs, and callers go on with old lists. */
export function randomActsAcross(random: () => number): Act[] {
  const acts = randomActs(random);
  const last = acts.at(-1)?.at ?? 0;
  const since = 10 * Math.floor((random() * last) / 10) + 5;
  const told = acts.map((act): Act => (act.at < since ? act : inSecond(random, act)));
  return [...told, { act: 'portfolio', at: since } as const].sort((a, b) => a.at - b.at);
}

function inSecond(random: () => number, act: Act): Act {
  const { bsuid } = act;
  if (bsuid === undefined) return act;
  // Somebody goes on writing to the number of the former portfolio.
  const isLate = random() < 0.25 && isHeardAtFormer(act);
  if (isLate) return act;
  const isStale = act.act.startsWith('api') && random() < 0.5;
  return { ...act, bsuid: isStale ? bsuidIn(1, bsuid) : (later[bsuid] ?? bsuid) } as Act;
}

const isHeardAtFormer = ({ act }: Act): boolean => act === 'no' || act === 'change';

/**
 * The same in any order of arrival. What came to the number of the second portfolio waits until the app has it; what comes to that of the
 * first one after that counts only as far as it is a no, or tells of a change of number.
 */
export function arrivedAcross(random: () => number, acts: readonly Act[]): Act[] {
  const arrived = shuffled(random, acts);
  const moved = arrived.findIndex(({ act }) => act === 'portfolio');
  const [before, after] = [arrived.slice(0, moved), arrived.slice(moved)];
  const isOfSecond = ({ bsuid }: Act) => bsuid !== undefined && portfolioOf(bsuid) === 1;
  const isOfFirst = (act: Act) => act.bsuid !== undefined && !isOfSecond(act) && !act.act.startsWith('api');
  return [
    ...before.filter((act) => !isOfSecond(act)),
    ...after.slice(0, 1),
    ...before.filter(isOfSecond),
    ...after.slice(1).flatMap((act): Act[] => {
      const { bsuid } = act;
      if (act.act.startsWith('api') && bsuid !== undefined) return [{ ...act, bsuid: bsuidIn(1, bsuid) } as Act];
      return isOfFirst(act) && !isHeardAtFormer(act) ? [] : [act];
    }),
  ];
}
