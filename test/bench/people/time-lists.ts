import { crowdPoints, memberOf } from './crowd.ts';

/** A way to ask for people, call after call. */
interface Asked {
  readonly name: string;
  /** The calls one after the other; each is told what the one before answered. */
  readonly calls: readonly (() => Promise<Answer>)[];
}

interface Answer {
  readonly status: number;
  readonly found: number;
  readonly looked: number;
  readonly progress: number;
}

/** What came of a way to ask. */
export interface Timed {
  readonly name: string;
  /** Milliseconds of each call. */
  readonly times: readonly number[];
  readonly found: number;
  readonly looked: number;
  /** After the last call, from 0 to 1. */
  readonly progress: number;
}

/** The HTTP API to ask. */
export interface AskedApi {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** So many pages of each list, or searches of each kind. */
const most = 20;

/** Asks for the crowd in every way that a console does, and says how long each call took. */
export async function timeLists(
  api: AskedApi,
  people: number,
  now: number,
  told: (timed: Timed) => void,
): Promise<void> {
  for (const { name, calls } of [...lists(api, now), ...searches(api, people)]) {
    const times: number[] = [];
    let [found, looked, progress] = [0, 0, 0];
    for (const call of calls) {
      const startedAt = performance.now();
      const answer = await call();
      if (answer.status === 0) break;
      times.push(performance.now() - startedAt);
      found += answer.found;
      looked += answer.looked;
      progress = answer.progress;
    }
    told({ name, times, found, looked, progress });
  }
}

const ended: Answer = { status: 0, found: 0, looked: 0, progress: 1 };

function lists(api: AskedApi, now: number): Asked[] {
  const points = crowdPoints(now);
  const filters: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['everybody', {}],
    ['everybody, 100 a page', { limit: '100' }],
    ['state, common: opted in to offers', { consent: 'opted-in', purpose: 'offers' }],
    ['state, fewer: opted out', { consent: 'opted-out' }],
    ['state, nobody: erased', { consent: 'erased' }],
    ['activity, common: never', { activity: 'never' }],
    ['activity, few: active (window open)', { activity: 'active' }],
    ['activity: inactive', { activity: 'inactive' }],
    ['window closed', { window: 'closed' }],
    ['window open, and opted out', { window: 'open', consent: 'opted-out' }],
    ['seen in the last ten minutes', { seenSince: new Date(now - 600_000).toISOString() }],
    ['source, common: paper', { source: 'paper' }],
    ['source, 1 in 20,000: ivr', { source: 'ivr' }],
    ['point, 1 in 6', { point: points.common.pointId }],
    ['point, 1 in 10,000', { point: points.rare.pointId }],
    ['country, 1 in 4: MX', { country: 'MX' }],
    ['country, 1 in 10,000: NZ', { country: 'NZ' }],
    ['brake, 1 in 10,000: unclear stop', { suppression: 'ambiguous-stop' }],
    [
      'everything at once',
      { consent: 'opted-in', purpose: 'offers', source: 'paper', country: 'BR', window: 'closed' },
    ],
  ];
  return filters.map(([name, filter]) => {
    let cursor: string | null | undefined;
    const call = async (): Promise<Answer> => {
      if (cursor === null) return ended;
      const query = new URLSearchParams({ ...filter, ...(cursor !== undefined && { cursor }) });
      const { status, body } = await ask(api, 'GET', `users?${query}`);
      cursor = body.nextCursor ?? null;
      return { status, found: body.data?.length ?? 0, looked: body.looked ?? 0, progress: body.progress ?? 1 };
    };
    return { name, calls: Array.from({ length: most }, () => call) };
  });
}

function searches(api: AskedApi, people: number): Asked[] {
  // Every third has a BSUID.
  const some = Array.from({ length: most }, (_, index) => memberOf(3 * Math.floor((index * people) / (3 * most))));
  const forms: readonly (readonly [string, (member: ReturnType<typeof memberOf>) => string])[] = [
    ['search by +number', ({ phone }) => `+${phone}`],
    [
      'search by number with spaces and brackets',
      ({ phone }) => `+${phone.slice(0, 2)} (${phone.slice(2, 4)}) ${phone.slice(4)}`,
    ],
    ['search by WhatsApp id', ({ phone }) => phone],
    ['search by 00 and number', ({ phone }) => `00${phone}`],
    ['search by BSUID', ({ bsuid = '' }) => bsuid],
    ['search by BSUID in small letters', ({ bsuid = '' }) => bsuid.toLowerCase()],
    ['search by a number of nobody', ({ phone }) => `+49151${phone.slice(-8)}`],
  ];
  return forms.map(([name, write]) => ({
    name,
    calls: some.map((member) => async () => {
      const { status } = await ask(api, 'POST', 'users/search', { query: write(member) });
      return { status, found: status === 200 ? 1 : 0, looked: 1, progress: 1 };
    }),
  }));
}

interface Body {
  readonly data?: readonly unknown[];
  readonly nextCursor?: string | null;
  readonly looked?: number;
  readonly progress?: number;
}

async function ask(
  { baseUrl, apiKey }: AskedApi,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: Body }> {
  const response = await fetch(`${baseUrl}/v1/apps/crowd/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Body;
  if (response.status >= 500 || response.status === 400)
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return { status: response.status, body: answer };
}
