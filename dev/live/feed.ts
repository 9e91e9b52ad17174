import { Readable } from 'node:stream';
import type { Happening, Told } from './happening.ts';

/** How many happenings are kept for who comes later. */
const kept = 2_000;
/** A comment on the wire, so that who went is noticed. */
const heartbeatMs = 15_000;

/** Everything that happens in a running local mode, in order, in memory. */
export interface Feed {
  /** @returns the number that it got, from 1 */
  add(told: Told): number;
  /** What happened after that number, oldest first; as far as it is kept. */
  after(id: number): readonly Happening[];
  /** The number of the latest, 0 = nothing happened yet. */
  last(): number;
  /** Server-sent events (HTML standard, 9.2): what happened after that number, and then everything as it happens. */
  stream(after: number): Readable;
  /** Calls `told` for everything from now on; the answer ends it. */
  listen(told: (happening: Happening) => void): () => void;
  /** Ends every stream. */
  stop(): void;
}

/** @param now our clock, epoch milliseconds */
export function openFeed(now: () => number): Feed {
  let happenings: Happening[] = [];
  let last = 0;
  const listeners = new Set<(happening: Happening) => void>();
  const streams = new Set<Readable>();
  const after = (id: number): readonly Happening[] => happenings.filter((each) => each.id > id);

  return {
    add(told) {
      last += 1;
      const happening = { ...told, id: last, at: new Date(now()).toISOString() };
      happenings.push(happening);
      if (happenings.length > 2 * kept) happenings = happenings.slice(-kept);
      for (const listener of listeners) listener(happening);
      return last;
    },
    after,
    last: () => last,
    stream(from) {
      const body = new Readable({ read: () => undefined });
      const write = (happening: Happening) => body.push(`id: ${happening.id}\ndata: ${JSON.stringify(happening)}\n\n`);
      body.push('retry: 1000\n\n');
      for (const happening of after(from)) write(happening);
      const heartbeat = setInterval(() => body.push(': here\n\n'), heartbeatMs);
      listeners.add(write);
      streams.add(body);
      body.once('close', () => {
        clearInterval(heartbeat);
        listeners.delete(write);
        streams.delete(body);
      });
      return body;
    },
    listen(told) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    stop() {
      for (const body of streams) body.destroy();
    },
  };
}
