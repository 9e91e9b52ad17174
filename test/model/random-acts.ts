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
