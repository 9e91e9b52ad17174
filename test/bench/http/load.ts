import { Agent, request } from 'node:http';

/** A request of a load. */
export interface Sending {
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 'POST' */
  readonly method?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** Sends a request and reads the answer to its end. Resolves with its status. */
export function sendTo(baseUrl: string, { path, body, headers, method = 'POST' }: Sending): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request(`${baseUrl}${path}`, { method, agent, headers: { ...length, ...headers } }, (answer) =>
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0)),
    );
    sending.once('error', reject).end(body);
  });
}

/** The part of the values that the share is at or below, of values in order. */
export function quantile(inOrder: readonly number[], share: number): number {
  return inOrder[Math.min(inOrder.length - 1, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
}

/** What came of a stream of requests. */
export interface Sent {
  readonly sent: number;
  readonly failed: number;
  /** What was wrong, and how often. */
  readonly faults: ReadonlyMap<string, number>;
  /** Milliseconds from when each was to be sent, in order of size. */
  readonly latencies: readonly number[];
}

/** Sends so many a second for so long, whether or not those before are answered; a latency counts from the time at which it was due. */
export async function openLoop(
  perSecond: number,
  seconds: number,
  send: (index: number) => Promise<number>,
): Promise<Sent> {
  const latencies: number[] = [];
  const faults = new Map<string, number>();
  const waiting: Promise<void>[] = [];
  const beganAt = performance.now();
  const total = Math.round(perSecond * seconds);
  const fault = (name: string): void => void faults.set(name, (faults.get(name) ?? 0) + 1);
  const one = async (index: number, dueAt: number): Promise<void> => {
    try {
      const status = await send(index);
      if (status >= 200 && status < 300) latencies.push(performance.now() - dueAt);
      else fault(`status ${status}`);
    } catch (error) {
      fault((error as NodeJS.ErrnoException).code ?? 'no answer');
    }
  };
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - beganAt) * perSecond) / 1000) + 1);
    for (; index < due; index += 1) waiting.push(one(index, beganAt + (index * 1000) / perSecond));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(waiting);
  const failed = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return { sent: total, failed, faults, latencies: latencies.sort((a, b) => a - b) };
}
