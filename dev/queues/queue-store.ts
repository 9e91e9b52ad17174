import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** A queue, as the template has it. */
export interface LocalQueue {
  readonly id: string;
  /** FIFO, with its deduplication by message group. */
  readonly inOrder: boolean;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly deadLetters?: { readonly queue: string; readonly tries: number };
}

/** A message to be put in. */
export interface Sending {
  readonly body: string;
  readonly group?: string | undefined;
  /** The same again in its group within five minutes is taken, and not delivered. */
  readonly deduplication?: string | undefined;
}

/** A message that was taken out to be dealt with. */
export interface Received {
  readonly id: string;
  readonly body: string;
  readonly group: string | undefined;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** How often it was taken out, this time among them. */
  readonly receives: number;
}

/** SQS on this machine, without its protocol. */
export interface QueueStore {
  find(id: string): LocalQueue | undefined;
  /** @returns the id of the message */
  send(queue: LocalQueue, sending: Sending): string;
  /** Calls `told` whenever something is put into a queue, or given up to it as a dead letter. */
  listen(told: (queueId: string) => void): void;
  /** What can be dealt with now, oldest first; hidden from the next call until it is removed or its time is over. */
  receive(queue: LocalQueue, most: number): readonly Received[];
  remove(ids: readonly string[]): void;
  /** How many messages lie in a queue, hidden ones among them. */
  count(id: string): number;
  close(): void;
}

/** How long SQS drops a repeated deduplication id, in milliseconds. */
const deduplicationMs = 5 * 60_000;

interface Row {
  readonly id: string;
  readonly body: string;
  readonly grp: string | null;
  readonly sent_at: number;
  readonly receives: number;
}

/**
 * Opens the queues in a file. What somebody had taken out when the last run ended can be taken out again at once: nobody has it now.
 *
 * @param now epoch milliseconds
 */
export function openQueues(path: string, queues: readonly LocalQueue[], now: () => number): QueueStore {
  const db = new DatabaseSync(path);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS messages (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, queue TEXT, grp TEXT,
      body TEXT, sent_at INTEGER, visible_at INTEGER, receives INTEGER);
    CREATE INDEX IF NOT EXISTS waiting ON messages (queue, visible_at);
    CREATE INDEX IF NOT EXISTS groups ON messages (queue, grp, visible_at);
    CREATE TABLE IF NOT EXISTS repeats (name TEXT PRIMARY KEY, id TEXT, until INTEGER);
    UPDATE messages SET visible_at = 0;
  `);
  const put = db.prepare(
    'INSERT INTO messages (id, queue, grp, body, sent_at, visible_at, receives) VALUES (?, ?, ?, ?, ?, 0, 0)',
  );
  const waiting = db.prepare(`
    SELECT id, body, grp, sent_at, receives FROM messages AS one WHERE queue = :queue AND visible_at <= :now AND NOT EXISTS
      (SELECT 1 FROM messages AS other WHERE other.queue = one.queue AND other.grp = one.grp AND other.visible_at > :now)
    ORDER BY position LIMIT :most`);
  const forget = db.prepare('DELETE FROM messages WHERE queue = ? AND sent_at <= ?');
  const hide = db.prepare('UPDATE messages SET visible_at = ?, receives = receives + 1 WHERE id = ?');
  const remove = db.prepare('DELETE FROM messages WHERE id = ?');
  const move = db.prepare('UPDATE messages SET queue = ?, visible_at = 0, receives = 0 WHERE id = ?');
  /** One write to the disk for all of it. */
  const together = <Result>(write: () => Result): Result => {
    db.exec('BEGIN');
    try {
      return write();
    } finally {
      db.exec('COMMIT');
    }
  };
  const find = (id: string) => queues.find((each) => each.id === id);
  const listeners: ((queueId: string) => void)[] = [];

  return {
    find,
    send({ id: queue, inOrder }, { body, group, deduplication }) {
      const name = JSON.stringify([queue, group, deduplication]);
      db.prepare('DELETE FROM repeats WHERE until <= ?').run(now());
      const repeated = inOrder && db.prepare('SELECT id FROM repeats WHERE name = ?').get(name);
      if (repeated) return String(repeated.id);
      const id = randomUUID();
      put.run(id, queue, group ?? null, body, now());
      if (inOrder) db.prepare('INSERT INTO repeats VALUES (?, ?, ?)').run(name, id, now() + deduplicationMs);
      for (const told of listeners) told(queue);
      return id;
    },
    listen: (told) => void listeners.push(told),
    receive: ({ id: queue, retentionSeconds, visibilitySeconds, deadLetters }, most) =>
      together(() => {
        forget.run(queue, now() - retentionSeconds * 1000);
        const found = waiting.all({ queue, now: now(), most }) as unknown as readonly Row[];
        const spent = found.filter(({ receives }) => deadLetters !== undefined && receives >= deadLetters.tries);
        if (deadLetters !== undefined) for (const { id } of spent) move.run(deadLetters.queue, id);
        if (deadLetters !== undefined && spent.length > 0) for (const told of listeners) told(deadLetters.queue);
        const taken = found.filter((row) => !spent.includes(row));
        for (const { id } of taken) hide.run(now() + visibilitySeconds * 1000, id);
        return taken.map(({ id, body, grp, sent_at, receives }) => {
          const group = grp ?? undefined;
          return { id, body, group, sentAt: sent_at, receives: receives + 1 };
        });
      }),
    remove: (ids) =>
      together(() => {
        for (const id of ids) remove.run(id);
      }),
    count: (id) => Number(db.prepare('SELECT count(*) AS n FROM messages WHERE queue = ?').get(id)?.n),
    close: () => db.close(),
  };
}

/** The sum that SQS answers with, which its SDK checks. */
export const md5 = (body: string): string => createHash('md5').update(body).digest('hex');
