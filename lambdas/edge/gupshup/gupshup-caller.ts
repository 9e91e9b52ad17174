import { type ApiKey, holds, reaches } from '../../domain/api-key/api-key.ts';
import { type CallCost, defaultRate, leastRate } from '../../domain/api-key/key-rate.ts';
import type { App } from '../../domain/app/app.ts';
import { MissingScopeError, NotFoundError } from '../../domain/errors.ts';
import type { AppStore } from '../../use-cases/admin/app-ports.ts';
import type { KeyRate, KeyStore } from '../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { keyCheck } from '../http/key-check.ts';

export interface GupshupCallerDeps {
  readonly keys: KeyStore;
  readonly rate: KeyRate;
  readonly apps: Pick<AppStore, 'find' | 'list'>;
  /** Units a second of a key that has no rate of its own. @default - that of the functions */
  readonly stageRate?: number | undefined;
  readonly now: Clock;
}

/** What a call is let in with. */
export interface Credentials {
  readonly token: string;
  /** The app as the call names it. */
  readonly appName: string;
  readonly sourceIp: string;
}

export interface Admitted {
  readonly key: ApiKey;
  readonly app: App;
}

/** Apps read at once to find one by its name. */
const appsAtOnce = 100;

/**
 * Who calls, and about which app: a name is the one that the app has at Gupshup, or its appId. A foreign app and a missing one look the same, and
 * two apps of one name are none.
 *
 * @returns what throws UnauthenticatedError, TooManyBadKeysError, MissingScopeError, NotFoundError and TooManyCallsError
 */
export function gupshupCaller({ keys, rate, apps, stageRate = defaultRate, now }: GupshupCallerDeps) {
  const check = keyCheck({ keys, now }, 'Portal User Not Found With APIKey');
  return async (
    { token, appName, sourceIp }: Credentials,
    scope: 'consent:write' | 'users:read',
    { units, isNo }: CallCost,
  ): Promise<Admitted> => {
    const key = await check(token, sourceIp);
    if (!holds(key, scope)) throw new MissingScopeError(`This call needs a key with the scope ${scope}.`);
    const app = await appNamed(apps, key, appName);
    const caller = { keyId: key.keyId, ratePerSecond: key.ratePerSecond ?? stageRate };
    await rate.spend(caller, { units: Math.min(units, leastRate), isNo });
    return { key, app };
  };
}

/** The key in `apikey`, or in `Authorization` with or without a scheme. */
export function credentialsOf({
  headers,
  path: { appName },
  sourceIp,
}: Pick<HttpRequest<'appName'>, 'headers' | 'path' | 'sourceIp'>): Credentials {
  const token = (headers.apikey ?? headers.authorization ?? '').trim().replace(/^(?:Bearer|apikey)\s+/i, '');
  return { token, appName, sourceIp };
}

/** @throws NotFoundError */
async function appNamed(apps: GupshupCallerDeps['apps'], key: ApiKey, name: string): Promise<App> {
  const reached = await appsOf(apps, key, name);
  // A name of one app that is the appId of another names neither.
  const [only, ...others] = reached.filter(({ appId, gupshup }) => appId === name || gupshup?.appName === name);
  // Programs of the enterprise gateway name no app, but their account at Gupshup, by its number.
  const [own, ...more] = only === undefined && /^\d+$/.test(name) && key.apps !== '*' ? reached : [];
  const found = only ?? (more.length === 0 ? own : undefined);
  if (found === undefined || others.length > 0) {
    throw new NotFoundError(
      'This key reaches no app of this name, or two. Name it by its appId, or give it a key of its own.',
    );
  }
  return found;
}

/** The apps among which a name is looked for. */
async function appsOf(apps: GupshupCallerDeps['apps'], key: ApiKey, name: string): Promise<readonly App[]> {
  if (key.apps !== '*') {
    const own = await Promise.all(key.apps.map((appId) => apps.find(appId)));
    return own.filter((app) => app !== undefined && reaches(key, app.appId)) as App[];
  }
  const all: App[] = [];
  let after: string | undefined;
  do {
    const page = await apps.list(appsAtOnce, after);
    all.push(...page.data.filter(({ appId, gupshup }) => appId === name || gupshup?.appName === name));
    after = page.next;
  } while (after !== undefined);
  return all;
}
