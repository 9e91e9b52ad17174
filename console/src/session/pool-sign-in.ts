import { createClient, dataOf } from '../../../client/src/index.ts';
import { type Kept, kept as keptValue } from '../kept.ts';
import { type Begun, beginSignIn, type Returned } from './authorization.ts';
import { askForTokens, type Pool } from './pool.ts';
import { poolSource } from './pool-source.ts';
import { openSession, type TokenSource } from './session.ts';
import { kept } from './this-tab.ts';

/**
 * How somebody fares who came back from the pool's page: `elsewhere` = another window of theirs waited and goes on, `refused` = nobody was
 * let in, `not-ours` = no window of this browser had asked.
 */
export type Arrival = 'none' | 'finishing' | 'elsewhere' | 'refused' | 'not-ours' | 'failed';

export const arrival: Kept<Arrival> = keptValue<Arrival>('none');

let known: Promise<Pool | undefined> | undefined;

/** The user pool of this stage; undefined = only API keys are good here. Rejects when nobody can say just now. */
export function poolOfStage(): Promise<Pool | undefined> {
  known ??= readPool().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readPool(): Promise<Pool | undefined> {
  const client = createClient({ baseUrl: location.origin, key: '', fetch: bare });
  const { method, ...said } = await dataOf(client.GET('/v1/sign-in'));
  if (method === 'keys') return undefined;
  const { clientId, authorizeUrl, tokenUrl, revokeUrl, logoutUrl, returnUrl, scope } = said;
  const pool = { clientId, authorizeUrl, tokenUrl, revokeUrl, logoutUrl, returnUrl, scope };
  if (Object.values(pool).includes(undefined)) throw new Error('The API does not say where people sign in.');
  return pool as Pool;
}

/** Nobody is signed in yet, so there is nothing to say who asks. */
function bare(request: Request): Promise<Response> {
  request.headers.delete('authorization');
  return fetch(request);
}

async function mustHavePool(): Promise<Pool> {
  const pool = await poolOfStage();
  if (pool === undefined) throw new Error('Nobody signs in here any more.');
  return pool;
}

function sourceWith(more: Pick<Parameters<typeof poolSource>[0], 'grant' | 'refreshToken'>): TokenSource {
  return poolSource({
    ...more,
    pool: mustHavePool,
    keep: (token) => (token === undefined ? kept.forget('refresh') : kept.write('refresh', token)),
    leave: ({ logoutUrl, clientId, returnUrl }) =>
      location.assign(`${logoutUrl}?${new URLSearchParams({ client_id: clientId, logout_uri: returnUrl })}`),
    now: Date.now,
  });
}

/** The sign-in that this tab had before it was loaded anew. */
export function sourceOfThisTab(): TokenSource | undefined {
  const refreshToken = kept.read('refresh');
  return refreshToken === undefined ? undefined : sourceWith({ refreshToken });
}

/** Leads to the pool's page; who comes back finds the screen that they wanted. */
export async function goToPool(pool: Pool): Promise<void> {
  const { url, ...begun } = await beginSignIn(pool);
  kept.write('begun', JSON.stringify({ ...begun, path: location.pathname + location.search }));
  location.assign(url);
}

/** Opens the session of who came back with a code. Answers whether they were let in; rejects when nobody can say just now. */
export async function finishSignIn({ verifier }: Pick<Begun, 'verifier'>, { code }: Returned): Promise<boolean> {
  if (code === undefined) return false;
  const pool = await mustHavePool();
  const fields = { grant_type: 'authorization_code', code, redirect_uri: pool.returnUrl, code_verifier: verifier };
  const grant = await askForTokens(pool, fields, Date.now);
  if (grant === undefined) return false;
  kept.forget('key');
  openSession(sourceWith({ grant, refreshToken: grant.refreshToken }));
  return true;
}

/**
 * Deals with a return from the pool's page, of this window or of another one of this browser that waits for it.
 *
 * @param before the session that this tab has: nobody is signed out, or in as somebody else, by a link that they followed
 */
export async function arrive(returned: Returned, before: TokenSource | undefined): Promise<void> {
  arrival.write('finishing');
  const begun = begunWith(returned.state);
  if (begun === undefined) {
    const isTaken = await handOver(returned);
    if (before !== undefined) openSession(before);
    arrival.write(isTaken ? 'elsewhere' : before === undefined ? 'not-ours' : 'none');
    return;
  }
  kept.forget('begun');
  history.replaceState(history.state, '', begun.path);
  try {
    arrival.write((await finishSignIn(begun, returned)) ? 'none' : 'refused');
  } catch {
    arrival.write('failed');
  }
}

function begunWith(state: string): (Pick<Begun, 'state' | 'verifier'> & { readonly path: string }) | undefined {
  const begun = JSON.parse(kept.read('begun') ?? 'null') as ReturnType<typeof begunWith> | null;
  return begun?.state === state ? begun : undefined;
}

type Message =
  | { readonly kind: 'returned'; readonly returned: Returned }
  | { readonly kind: 'taken'; readonly state: string };

const channel = () => new BroadcastChannel('optledger-sign-in');
/** So long a window is looked for that waits, in milliseconds. */
const lookedFor = 2000;

/** Gives a return to the window that waits for it. Answers whether there is one. */
function handOver(returned: Returned): Promise<boolean> {
  const open = channel();
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), lookedFor);
    open.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'taken' && data.state === returned.state) resolve(true);
    };
    open.postMessage({ kind: 'returned', returned } satisfies Message);
  }).finally(() => open.close());
}

/** Waits for the return of a sign-in that was begun here and goes on in a window of its own. Answers how to wait no more. */
export function waitFor({ state }: Begun, take: (returned: Returned) => void): () => void {
  const open = channel();
  open.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'returned' || data.returned.state !== state) return;
    open.postMessage({ kind: 'taken', state } satisfies Message);
    take(data.returned);
  };
  return () => open.close();
}
