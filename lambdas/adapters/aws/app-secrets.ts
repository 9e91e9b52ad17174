import type { Milliseconds } from '../../domain/time.ts';
import { readJsonSecretIfAny } from './secrets.ts';

/** The fields of a secret. */
export type SecretFields = { readonly [field: string]: unknown };

/** What belongs to one app only, each a secret of its own: `<prefix>/<appId>/<name>`. */
export interface AppSecrets {
  /**
   * Rejects when it could not be asked, and was not in the last hour: what is not known is never taken for nothing.
   *
   * @param name `twilio`, `meta` …
   * @returns undefined = the app has none of this name, or it holds no JSON object
   */
  read(appId: string, name: string): Promise<SecretFields | undefined>;
  /**
   * The same, asked anew where what is kept may be outdated: a signature does not fit, a provider takes a token no longer.
   * Undefined as well where it was asked a moment ago: there is nothing new to try. Rejects when it could not be asked.
   */
  readAnew(appId: string, name: string): Promise<SecretFields | undefined>;
}

/** So long a secret, or that there is none, is kept in the process. */
export const keptFor: Milliseconds = 60_000;
/** So often at most one secret is asked for because it did not fit: anybody can send something that does not. */
export const anewEvery: Milliseconds = 2_000;
/** So long the last answer stands in where the store of secrets does not answer: a STOP must not be lost for that. */
export const trustedFor: Milliseconds = 60 * 60_000;
/** So many are kept; a process hears hardly more apps than that. */
const mostKept = 1_000;

/**
 * The secrets of the apps, each read when it is first needed, so that adding or changing one needs no deployment: it is good within a
 * minute, and at once for what it has to prove.
 *
 * @param prefix of their names in Secrets Manager, without a slash at the end
 * @param ofStage the secrets of the stage that stand in, by name, for an app that has none of its own
 */
export function appSecrets(
  prefix: string,
  now: () => Milliseconds,
  load: (name: string) => Promise<SecretFields | undefined> = readJsonSecretIfAny,
  ofStage: { readonly [name: string]: string | undefined } = {},
): AppSecrets {
  type Known<Value> = { readonly at: Milliseconds; readonly value: Value };
  const kept = new Map<string, Known<Promise<SecretFields | undefined>>>();
  const answered = new Map<string, Known<SecretFields | undefined>>();
  const ask = (secret: string): Promise<SecretFields | undefined> => {
    const asked = { at: now(), value: load(secret) };
    for (const map of [kept, answered]) if (map.size >= mostKept) map.clear();
    kept.set(secret, asked);
    asked.value.then(
      (value) => answered.set(secret, { at: asked.at, value }),
      // What could not be asked is asked again.
      () => kept.get(secret) === asked && kept.delete(secret),
    );
    return asked.value;
  };
  const keptLess = (secret: string, age: Milliseconds) => {
    const known = kept.get(secret);
    return known !== undefined && Math.abs(now() - known.at) < age ? known.value : undefined;
  };
  const believed = (secret: string): Promise<SecretFields | undefined> =>
    (keptLess(secret, keptFor) ?? ask(secret)).catch((error: unknown) => {
      const last = answered.get(secret);
      if (last === undefined || now() - last.at >= trustedFor) throw error;
      return last.value;
    });
  return {
    async read(appId, name) {
      const own = nameOf(prefix, appId, name);
      if (own === undefined) return undefined;
      const instead = ofStage[name];
      return (await believed(own)) ?? (instead === undefined ? undefined : believed(instead));
    },
    async readAnew(appId, name) {
      const own = nameOf(prefix, appId, name);
      if (own === undefined) return undefined;
      const recent = keptLess(own, anewEvery);
      const value = await (recent ?? ask(own));
      // An app with a secret of its own has no other.
      if (value !== undefined) return recent === undefined ? value : undefined;
      const instead = ofStage[name];
      return instead === undefined || keptLess(instead, anewEvery) !== undefined ? undefined : ask(instead);
    },
  };
}

/** Undefined for what is no id of an app: it may come out of a path, and a slash in it would name another secret. */
function nameOf(prefix: string, appId: string, name: string): string | undefined {
  return /^[a-z][a-z0-9-]{1,30}$/.test(appId) ? `${prefix}/${appId}/${name}` : undefined;
}
