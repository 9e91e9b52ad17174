import type { Handover, Parcel, ParcelQueue } from './ports.ts';

/** One parcel on its way to one queue. */
export interface Errand {
  /** The record that it comes from. A record may have several errands. */
  readonly record: string;
  readonly queue: ParcelQueue;
  readonly parcel: Parcel;
}

export interface HandedOn {
  /** Records that must come again: a queue may take a parcel of theirs another time, or one stands behind such a parcel in its group. */
  readonly failed: ReadonlySet<string>;
  /** Why, one for each parcel that was not taken. */
  readonly errors: readonly unknown[];
}

/**
 * Carries every errand out, all queues side by side. In a queue, parcels of one group go one after the other, and none passes one that
 * failed; those of other groups and other queues go on. What a queue will never take is set aside by its key, and nobody waits for it.
 */
export async function handOn(errands: readonly Errand[], aside: ParcelQueue): Promise<HandedOn> {
  const byQueue = [...Map.groupBy(errands, ({ queue }) => queue)];
  const all = await Promise.all(byQueue.map(([queue, own]) => handOnTo(queue, own)));
  const refused = all.flatMap((each) => each.refused);
  const setAside = await handOnTo(
    aside,
    refused.map((errand) => ({ ...errand, parcel: keyOf(errand.parcel) })),
  );
  const failed = [...all, setAside].flatMap((each) => each.failed);
  return {
    failed: new Set([...failed, ...setAside.refused].map(({ record }) => record)),
    errors: [...all, setAside].flatMap(({ errors }) => errors),
  };
}

/** Enough to find the entry in the table, where it stays. */
function keyOf({ group, key }: Parcel): Parcel {
  return { group, key, body: JSON.stringify({ group, key }) };
}

interface Outcome {
  readonly failed: readonly Errand[];
  readonly refused: readonly Errand[];
  readonly errors: readonly unknown[];
}

async function handOnTo(queue: ParcelQueue, errands: readonly Errand[]): Promise<Outcome> {
  const [failed, refused, errors]: [Errand[], Errand[], unknown[]] = [[], [], []];
  let lanes = [...Map.groupBy(errands, ({ parcel }) => parcel.group).values()];
  while (lanes.length > 0) {
    // The first of each group, then the second of each.
    const outcomes = await queue.send(lanes.flatMap(([first]) => (first === undefined ? [] : [first.parcel])));
    lanes = lanes.flatMap((lane, index) => {
      const handover: Handover = outcomes[index] ?? { outcome: 'failed', error: new Error('The queue said nothing.') };
      if (handover.outcome !== 'taken') errors.push(handover.error);
      if (handover.outcome === 'refused') refused.push(...lane.slice(0, 1));
      if (handover.outcome === 'failed') failed.push(...lane);
      return handover.outcome === 'failed' || lane.length === 1 ? [] : [lane.slice(1)];
    });
  }
  return { failed, refused, errors };
}
