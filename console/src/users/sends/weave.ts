interface Recorded {
  readonly statementId: string;
  readonly recordedAt: string;
}

interface Sent {
  readonly statementId?: string | undefined;
  readonly at: string;
}

/** Something in a timeline: an entry with the messages that it asked for, or a message that no entry asked for. */
export type Woven<Entry, Send> = { readonly entry: Entry; readonly answers: readonly Send[] } | { readonly send: Send };

/**
 * Puts messages of ours among the entries: under the entry that asked for them, else at their time.
 *
 * @param entries newest first
 * @param sends newest first
 */
export function weave<Entry extends Recorded, Send extends Sent>(
  entries: readonly Entry[],
  sends: readonly Send[],
): readonly Woven<Entry, Send>[] {
  const known = new Set(entries.map(({ statementId }) => statementId));
  const loose = sends.filter(({ statementId }) => statementId === undefined || !known.has(statementId));
  const woven: Woven<Entry, Send>[] = [];
  let next = 0;
  for (const entry of entries) {
    for (let send = loose[next]; send !== undefined && send.at > entry.recordedAt; send = loose[next]) {
      woven.push({ send });
      next += 1;
    }
    woven.push({ entry, answers: sends.filter(({ statementId }) => statementId === entry.statementId) });
  }
  return [...woven, ...loose.slice(next).map((send) => ({ send }))];
}
