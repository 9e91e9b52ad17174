import type { Milliseconds } from '../../domain/time.ts';
import { readJsonSecretIfAny } from './secrets.ts';

/** The fields of a secret. */
export type SecretFields = { readonly [field: string]: unknown };

/** What belongs to one app only, each a secret of its own: `<prefix>/<appId>/<name>`. */
export interface AppSecrets {
  /**
   * Rejects when it could not be asked: what is not known is never taken for nothing.
   *
   * @param name `twilio`, `meta` …
   * @returns undefined = the app has none of this name, or it holds no JSON object
   */
  read(appId: string, name: string): Promise<SecretFields | undefined>;
  /**
   * The same, asked anew where what is kept may be outdated: a signature does not fit, a provider takes a token no longer.
   * Undefined as well where it was asked a moment ago: there is nothing new to try.
   */
  readAnew(appId: string, name: string): Promise<SecretFields | undefined>;
}

/** So long a secret, or that there is none, is kept in the process. */
export const keptFor: Milliseconds = 60_000;
/** So often at most one secret is asked for because it did not fit: anybody can send something that does not. */
export const anewEvery: Milliseconds = 2_000;
/** So many are kept; a process hears hardly more apps than that. */
const mostKept = 1_000;

/**
 * The secrets of the apps, each read when it is first needed, so that adding or changing one needs no deployment: it is good within a
 * minute, and at once for what it has to prove.
 *
 * @param prefix of their names in Secrets Manager, without a slash at the end
 */
export function appSecrets(
  prefix: string,
  now: () => Milliseconds,
  load: (name: string) => Promise<SecretFields | undefined> = readJsonSecretIfAny,
): AppSecrets {
  const kept = new Map<string, { readonly at: Milliseconds; readonly value: Promise<SecretFields | undefined> }>();
  const ask = (secret: string): Promise<SecretFields | undefined> => {
    const asked = { at: now(), value: load(secret) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(secret, asked);
    // What could not be asked is asked again.
    asked.value.catch(() => kept.get(secret) === asked && kept.delete(secret));
    return asked.value;
  };
  const keptLess = (secret: string, age: Milliseconds) => {
    const known = kept.get(secret);
    return known !== undefined && Math.abs(now() - known.at) < age ? known.value : undefined;
  };
  return {
    read: async (appId, name) => {
      const secret = nameOf(prefix, appId, name);
      return secret === undefined ? undefined : (keptLess(secret, keptFor) ?? ask(secret));
    },
    readAnew: async (appId, name) => {
      const secret = nameOf(prefix, appId, name);
      return secret === undefined || keptLess(secret, anewEvery) !== undefined ? undefined : ask(secret);
    },
  };
}

/** Undefined for what is no id of an app: it may come out of a path, and a slash in it would name another secret. */
function nameOf(prefix: string, appId: string, name: string): string | undefined {
  return /^[a-z][a-z0-9-]{1,30}$/.test(appId) ? `${prefix}/${appId}/${name}` : undefined;
}
