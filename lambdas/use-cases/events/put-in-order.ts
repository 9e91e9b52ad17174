import type { OutboundEvent } from '../../domain/events/event.ts';
import type { EventBus, Published } from './ports.ts';

/**
 * Puts the events of several lanes on the bus: the first of each lane together, then the second of each. None passes one of its lane that
 * failed; one that the bus will never take holds up nothing.
 *
 * @returns for each lane what became of its events, as far as they were tried
 */
export async function putInOrder(
  bus: EventBus,
  lanes: readonly (readonly (OutboundEvent | undefined)[])[],
): Promise<readonly (readonly Published[])[]> {
  const said: Published[][] = lanes.map(() => []);
  const stuck = new Set<number>();
  for (let place = 0; ; place += 1) {
    const round = lanes.flatMap((lane, index) => {
      const event = stuck.has(index) ? undefined : lane[place];
      return event === undefined ? [] : [{ index, event }];
    });
    if (round.length === 0) return said;
    const outcomes = await bus.put(round.map(({ event }) => event));
    for (const [at, { index }] of round.entries()) {
      const outcome = outcomes[at] ?? silent;
      said[index]?.push(outcome);
      if (outcome.outcome === 'failed') stuck.add(index);
    }
  }
}

const silent: Published = { outcome: 'failed', error: new Error('The bus said nothing.') };
