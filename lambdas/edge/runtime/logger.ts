import { Logger } from '@aws-lambda-powertools/logger';
import { currentInvocation } from './consumed.ts';

const word = /^[A-Za-z][A-Za-z0-9]*([-.][A-Za-z0-9]+)*$/;
const isWord = (value: unknown) =>
  typeof value === 'string' && value.length <= 60 && word.test(value) && !/\d{6}/.test(value);
const isId = (prefix: string) => (value: unknown) =>
  typeof value === 'string' && value.length <= 80 && value.startsWith(prefix) && /^[A-Za-z0-9_.-]+$/.test(value);
/** Nothing that is counted here comes near the size of a phone number. */
const isCount = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e8;
const isRoute = (value: unknown) =>
  typeof value === 'string' && /^[A-Z$]+ ?[a-z0-9/{}A-Z-]*$/.test(value) && !/\d{6}/.test(value);

/** Everything that may be logged, and what it must look like. Whatever else is passed in is dropped. */
const allowed = {
  route: isRoute,
  status: isCount,
  code: isWord,
  codes: (value: unknown) => Array.isArray(value) && value.length <= 20 && value.every(isWord),
  appId: (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9-]{1,30}$/.test(value) && !/\d{6}/.test(value),
  userId: isId('usr_'),
  statementId: isId('stm_'),
  /** Of a key, or of somebody who signed in. */
  keyId: (value: unknown) => isId('key_')(value) || isId('person_')(value),
  exportId: isId('exp_'),
  scheduleId: isId('sch_'),
  pointId: isId('pt_'),
  endpointId: isId('ep_'),
  eventId: isId('evt_'),
  count: isCount,
  shard: isCount,
  requests: isCount,
  readUnits: isCount,
  writeUnits: isCount,
  durationMs: isCount,
  /** Class name. */
  error: isWord,
  /** Places in the code, `file.ts:12`. */
  where: (value: unknown) =>
    Array.isArray(value) && value.length <= 6 && value.every((place) => /^[a-z.-]{1,60}:\d{1,5}$/i.test(place)),
} satisfies { readonly [field: string]: (value: unknown) => boolean };

export type LogFields = { readonly [Field in keyof typeof allowed]?: unknown };

const rules = Object.entries(allowed) as readonly (readonly [keyof LogFields, (value: unknown) => boolean])[];

let powertools: Logger | undefined;

function write(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
  powertools ??= new Logger({ serviceName: 'optledger' });
  const kept: Record<string, unknown> = { requestId: currentInvocation()?.requestId ?? 'none' };
  for (const [field, isFine] of rules) {
    const value = fields[field];
    if (value !== undefined) kept[field] = isFine(value) ? value : 'withheld';
  }
  powertools[level](/^[a-z][a-z ]{0,80}$/.test(message) ? message : 'message withheld', kept);
}

/**
 * The only way to write a log line. A message is plain lower-case words; fields go through an allow-list by name *and* by form,
 * so that a phone number, a token or a text does not get out even under an allowed name.
 */
export const logger = {
  info: (message: string, fields: LogFields = {}) => write('info', message, fields),
  warn: (message: string, fields: LogFields = {}) => write('warn', message, fields),
  error: (message: string, fields: LogFields = {}) => write('error', message, fields),
  /** An error by its class and the places in the code that it came through; never by its message, which may quote input. */
  failure: (message: string, error: unknown, fields: LogFields = {}) =>
    write('error', message, {
      ...fields,
      error: error instanceof Error ? error.name : typeof error,
      where: places(error),
    }),
};

function places(error: unknown): readonly string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return [...stack.matchAll(/^ {4}at .*?([a-z.-]+\.(?:ts|js|mjs)):(\d+):\d+\)?$/gim)]
    .slice(0, 6)
    .map(([, file, line]) => `${file}:${line}`);
}
