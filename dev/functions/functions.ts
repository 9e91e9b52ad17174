import pLimit from 'p-limit';
import { boundedLog } from '../machine/bounded-log.ts';
import { type FunctionThread, failure, startThread } from './function-thread.ts';
import type { LocalFunction } from './local-function.ts';

/** What a synchronous invocation gives back; payloads have been through JSON, as on Lambda. */
export type Invocation =
  /** `tableRequests`: how many it sent to DynamoDB; absent = none, or not counted. */
  | { readonly ok: true; readonly payload: unknown; readonly tableRequests?: number }
  | { readonly ok: false; readonly error: { readonly errorType: string; readonly errorMessage: string } };

export interface FunctionPool {
  /** Calls a function and waits for its result. Never rejects for what the function did. Errors: an unknown name. */
  invoke(name: string, event: unknown): Promise<Invocation>;
  /** Moves the clock that our rules read, in milliseconds; resolves when every running function has it. */
  setClock(offsetMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Who answers the HTTP API; who is fed by the stream, the queues and the schedules; and who of these may work for long. None keeps another waiting. */
type Share = 'answers' | 'fed' | 'long';
/** Seconds. */
const longWork = 30;
/** Events that a thread deals with at once; others wait until one is answered. More at once make each dearer, and none sooner answered. */
export const atOnce = 32;
/** Of `functions.log`; the file before it is kept, too. */
export const maxLogBytes = 20_000_000;

function shareOf({ answers, timeoutSeconds }: LocalFunction): Share {
  if (answers) return 'answers';
  return timeoutSeconds > longWork ? 'long' : 'fed';
}

/**
 * The functions on threads that they share, with the modules: one for all who answer, one for those who are fed, one for those of them who
 * work for long; each thread is started by its first event. Every function has an environment of its own, and its own end: what crashes or takes too long leaves
 * the thread to those who are in the middle of an event, and a new one takes what comes (decision 0077).
 * What the functions print goes to `logFile`.
 *
 * @param wrote is told when a function has written to the table
 */
export function startFunctions(
  functions: readonly LocalFunction[],
  logFile: string,
  wrote: () => void = () => undefined,
): FunctionPool {
  const byName = new Map(functions.map((each) => [each.name, each]));
  const log = boundedLog(logFile, maxLogBytes);
  const running = new Set<FunctionThread>();
  /** Who takes new events. */
  const open = new Map<Share, FunctionThread>();
  let offset = 0;
  let stopped = false;

  const turns = { answers: pLimit(atOnce), fed: pLimit(atOnce), long: pLimit(atOnce) };

  function threadOf(share: Share): FunctionThread {
    const found = open.get(share);
    if (found?.isOpen() === true) return found;
    const thread = startThread(offset, { print: log.write, wrote, ended: () => void running.delete(thread) });
    running.add(thread);
    open.set(share, thread);
    return thread;
  }

  return {
    async invoke(name, event) {
      const definition = byName.get(name);
      if (definition === undefined) throw new Error(`There is no function "${name}" in the template.`);
      const share = shareOf(definition);
      const {
        ok,
        payload,
        tableRequests = 0,
      } = await turns[share](() =>
        stopped
          ? failure('Runtime.Stopped', 'Local mode is stopping.')
          : threadOf(share).invoke(definition, JSON.stringify(event)),
      );
      const counted = tableRequests > 0 && { tableRequests };
      return ok ? { ok, payload: JSON.parse(payload), ...counted } : { ok, error: JSON.parse(payload) };
    },
    async setClock(offsetMs) {
      offset = offsetMs;
      await Promise.all([...running].map((thread) => thread.setClock(offsetMs)));
    },
    async stop() {
      stopped = true;
      await Promise.all([...running].map((thread) => thread.stop()));
      await log.close();
    },
  };
}
