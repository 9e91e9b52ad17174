import { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';

/** How long a stream keeps its records, in milliseconds (DynamoDB developer guide, "Change data capture for DynamoDB Streams"). */
export const keptMs = 24 * 60 * 60 * 1000;
/** So few at a time that nobody waits for the file. */
const atOnce = 1000;

/** The file of the embedded database, which holds its streams too. */
function openFile(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA busy_timeout=5000');
  return db;
}

/** Without these two indexes every write to a table with a stream scans all stream records (measured: 4x slower after 12,000). */
export function indexStreamRecords(path: string): void {
  const db = openFile(path);
  const exists = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_stream_records'").get();
  if (exists !== undefined) {
    db.exec(
      'CREATE INDEX IF NOT EXISTS _local_stream_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    );
    db.exec(
      'CREATE INDEX IF NOT EXISTS _local_stream_read ON _stream_records(table_name, shard_id, CAST(sequence_number AS INTEGER))',
    );
  }
  db.close();
}

/**
 * Takes records out of the stream of a table as AWS does after 24 hours, but none that somebody has still to read: local mode may have been
 * stopped for days. The embedded database never takes any out.
 *
 * @param dealtWith the last sequence number with which everybody is done; its record stays, as the database counts on from the last one
 * @param now epoch milliseconds, by the true clock
 * @returns how many there were
 */
export async function trimStreamRecords(
  path: string,
  tableName: string,
  dealtWith: string,
  now: number,
): Promise<number> {
  const db = openFile(path);
  try {
    const trim = db.prepare(`DELETE FROM _stream_records WHERE created_at < :before AND id IN
      (SELECT id FROM _stream_records WHERE table_name = :tableName AND CAST(sequence_number AS INTEGER) < CAST(:dealtWith AS INTEGER)
       ORDER BY CAST(sequence_number AS INTEGER) LIMIT ${atOnce})`);
    const before = Math.floor((now - keptMs) / 1000);
    let trimmed = 0;
    for (let more = true; more; await breathe()) {
      const changes = Number(trim.run({ before, tableName, dealtWith }).changes);
      trimmed += changes;
      more = changes === atOnce;
    }
    return trimmed;
  } finally {
    db.close();
  }
}

/** How often a stream is trimmed. */
const everyMs = 60 * 60 * 1000;

/** Trims the stream of a table each hour for as long as local mode runs, beginning a minute after its start, which it does not slow down. */
export function keepStreamShort(
  path: string,
  tableName: string,
  dealtWith: () => string | undefined,
): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  const trim = (): void => {
    const done = dealtWith();
    if (done === undefined) return;
    turn = trimStreamRecords(path, tableName, done, Date.now()).then(
      () => undefined,
      (error: unknown) => console.error(`Table stream: ${error instanceof Error ? error.message : 'failed'}`),
    );
  };
  const first = setTimeout(trim, 60_000);
  const later = setInterval(trim, everyMs);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(later);
      await turn;
    },
  };
}
