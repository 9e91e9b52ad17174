import { expect, test } from 'vitest';
import { portfolioOf } from '../../lambdas/domain/identity/portfolio.ts';
import { type Act, IdentityWorld } from './identity-world.ts';
import { hasYes, lostStop } from './lost-stop.ts';
import { arrivedAcross, bsuids, laterBsuids, phones, randomActsAcross } from './random-acts.ts';
import { seededRandom } from './random-history.ts';
import { sizeOf } from './size.ts';

const histories = sizeOf(10_000, 20_000, 100_000);
const seed = Number(process.env.SEED ?? 20261201);
const names = [...phones, ...bsuids, ...laterBsuids];

/** What must hold of every world, as far as the acts tell. */
function faultsOf(world: IdentityWorld, acts: readonly Act[]): string[] {
  const allowed = names.filter((name) => world.allows(name));
  const lost = allowed.flatMap((name) => {
    const stop = lostStop(name, acts);
    return stop === undefined ? [] : [`the stop of ${name} at ${stop} is lost`];
  });
  const former = allowed
    .filter((name) => name < 'a')
    .filter((name) => portfolioOf(name) !== world.present || !hasYes(name, acts));
  return [...lost, ...former.map((name) => `${name} is written to for a yes of nobody in its portfolio`)];
}

test(`${histories} histories of an app that goes to another portfolio, in order and out of order`, () => {
  const counts = { allowed: 0, byLater: 0, acts: 0 };
  for (let n = 0; n < histories; n += 1) {
    const random = seededRandom(seed + n);
    const acts = randomActsAcross(random);
    for (const arrived of [acts, arrivedAcross(random, acts)]) {
      const world = new IdentityWorld();
      const told = (what: string) => new Error(`Seed ${seed + n}: ${JSON.stringify(arrived)}: ${what}`);
      try {
        for (const act of arrived) world.perform(act);
      } catch (error) {
        throw told(error instanceof Error ? error.message : String(error));
      }
      const faults = faultsOf(world, arrived);
      if (faults.length > 0) throw told(faults.join('; '));
      counts.acts += arrived.length;
      counts.allowed += phones.filter((name) => world.allows(name)).length;
      counts.byLater += laterBsuids.filter((name) => world.allows(name)).length;
    }
  }
  console.log(
    `portfolios: ${histories} histories, ${counts.acts} acts, seeds from ${seed}; ${counts.allowed} numbers and ${counts.byLater} BSUIDs of the later portfolio allowed`,
  );
  // The property would hold of a world that allows nothing, too.
  expect(counts.allowed).toBeGreaterThan(histories / 4);
  expect(counts.byLater).toBeGreaterThan(histories / 20);
}, 1_200_000);
