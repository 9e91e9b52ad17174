import { expect, test } from 'vitest';
import { type Act, IdentityWorld } from './identity-world.ts';
import { pick, seededRandom, shuffled } from './random-history.ts';

const isCi = process.env.MODEL === 'ci';
const histories = isCi ? 1_000_000 : 20_000;
const seed = Number(process.env.SEED ?? 20261126);

const phones = ['a', 'b', 'c'];
const bsuids = ['X', 'Y', 'Z'];

/** A history in the order of its acts: numbers change hands several times, callers name what they like. */
function randomActs(random: () => number): Act[] {
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
  const act = pick(random, ['hear', 'hear', 'yes', 'no', 'no', 'api-yes', 'api-yes', 'api-yes', 'api-no'] as const);
  const both = act.startsWith('api') ? 0.15 : 0.5;
  const who = shown < both ? { phone, bsuid } : shown < 0.75 ? { phone } : { bsuid };
  return { act, ...who, at };
}

function run(acts: readonly Act[]): IdentityWorld {
  const world = new IdentityWorld();
  for (const act of acts) world.perform(act);
  return world;
}

/** What must hold of every world. */
function faultsOf(world: IdentityWorld, acts: readonly Act[]): string[] {
  const faults: string[] = [];
  for (const [name, { ended, today }] of world.places) {
    const sorted = [...ended].sort((a, b) => a.until - b.until);
    let end = Number.NEGATIVE_INFINITY;
    for (const tenure of sorted) {
      if ((tenure.since ?? end) < end || (tenure.since ?? end) > tenure.until)
        faults.push(`tenures of ${name} overlap`);
      end = tenure.until;
    }
    if (today !== undefined && (today.since ?? end) < end) faults.push(`today's tenure of ${name} overlaps`);
  }
  for (const phone of phones) {
    const stop = lostStop(phone, world, acts);
    if (stop !== undefined) faults.push(`the stop of ${phone} at ${stop} is lost`);
  }
  return faults;
}

/**
 * A first-hand no of a number that no longer holds, although nothing proves that its person undid it or that somebody else has the
 * number: the property of semantics 5, read from the acts alone.
 */
function lostStop(phone: string, world: IdentityWorld, acts: readonly Act[]): number | undefined {
  if (!world.allows(phone)) return undefined;
  const stops = acts.filter((act) => act.act === 'no' && act.phone === phone);
  return stops.find((stop) => {
    const later = acts.filter((act) => act.at > stop.at && !act.act.startsWith('api'));
    // Whatever a payload or a notice says of the number afterwards may be its person's yes, or prove a new holder.
    const undone = later.some(
      (act) =>
        (act.act === 'yes' || act.act === 'hear' || act.act === 'no') &&
        act.phone === phone &&
        act.bsuid !== undefined &&
        !wasKnown(act, stop, acts),
    );
    const yes = later.some((act) => act.act === 'yes');
    const moved = acts.some((act) => act.act === 'change' || (act.at < stop.at && isOther(act, stop)));
    return !undone && !yes && !moved;
  })?.at;
}

/** Whether the BSUID was shown with the number up to the stop. */
function wasKnown(act: Act, stop: Act, acts: readonly Act[]): boolean {
  return acts.some(
    (each) =>
      each.act !== 'change' &&
      !each.act.startsWith('api') &&
      act.act !== 'change' &&
      stop.act !== 'change' &&
      each.phone === stop.phone &&
      each.bsuid === act.bsuid &&
      each.at <= stop.at,
  );
}

/** A payload that shows another BSUID with the number of the stop, or another number with its BSUID. */
function isOther(act: Act, stop: Act): boolean {
  if (act.act === 'change' || stop.act === 'change' || act.act.startsWith('api')) return false;
  return act.phone === stop.phone && act.bsuid !== stop.bsuid;
}

test(`${histories} histories of numbers that change hands, in order and out of order`, () => {
  const counts = { looser: 0, compared: 0, allowed: 0, stricter: 0, acts: 0 };
  for (let n = 0; n < histories; n += 1) {
    const random = seededRandom(seed + n);
    const acts = randomActs(random);
    const arrived = shuffled(random, acts);
    const told = () => `Seed ${seed + n}: ${JSON.stringify(arrived)}`;
    let inOrder: IdentityWorld;
    let outOfOrder: IdentityWorld;
    try {
      inOrder = run(acts);
      outOfOrder = run(arrived);
    } catch (error) {
      throw new Error(`${told()}: ${error instanceof Error ? error.message : error}`);
    }
    const faults = [...faultsOf(inOrder, acts), ...faultsOf(outOfOrder, acts)];
    if (faults.length > 0) throw new Error(`${told()}: ${faults.join('; ')}`);
    counts.acts += acts.length;
    // What a caller reports of two identifiers holds from its arrival on, and a yes that contradicts what is known by then is refused.
    if (acts.some((act) => act.act.startsWith('api') && act.phone !== undefined && 'bsuid' in act)) continue;
    // Late notices are compared too rarely to be judged: each only has to keep what holds of every world.
    if (acts.some((act) => act.act === 'change')) continue;
    counts.compared += 1;
    for (const name of [...phones, ...bsuids]) {
      const [expected, allowed] = [inOrder.allows(name), outOfOrder.allows(name)];
      if (allowed && !expected) counts.looser += 1;
      if (allowed) counts.allowed += 1;
      if (expected && !allowed) counts.stricter += 1;
    }
  }
  console.log(
    `identity: ${histories} histories, ${counts.acts} acts, seeds from ${seed}; ${counts.compared} compared in two orders (${counts.looser}): ${counts.allowed} allowed, ${counts.stricter} stricter by order of arrival`,
  );
  expect(counts.compared).toBeGreaterThan(histories / 5);
  // Chains of three and more late proofs about one number can still leave a yes where the order of time would not.
  expect(counts.looser).toBeLessThan(counts.compared / 150);
  expect(counts.allowed).toBeGreaterThan(histories / 10);
}, 1_200_000);
