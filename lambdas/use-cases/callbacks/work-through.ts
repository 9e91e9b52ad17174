import { isFailing, isHeldBack } from '../../domain/callbacks/health.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { deliverLane, type LaneDeps, type LaneEnd, type Watched } from './deliver-lane.ts';
import type { DeliveryQueue, DeliveryToken, DueLane, DueLanes, EndpointKeeper, EndpointName } from './ports.ts';

/** So long one run works for an endpoint without another; longer than it lives. */
const workLasts: Milliseconds = 45_000;
/** Lanes that a run works on side by side, of one endpoint. */
const lanesAtOnce = 10;
/** How many endpoints are looked at side by side. */
const endpointsAtOnce = 10;

/** Lanes of test events begin so. Whoever tests wants to know now, also of an endpoint that is held back. */
export const testLanePrefix = '~test-';

export interface WorkDeps extends LaneDeps {
  readonly endpoints: EndpointKeeper;
  readonly due: DueLanes;
  readonly queue: DeliveryQueue;
}

/** The endpoints that one batch is about, each read once. */
export function watchEndpoints({ endpoints }: Pick<WorkDeps, 'endpoints'>) {
  const known = new Map<string, Promise<Watched | undefined>>();
  return ({ appId, endpointId }: EndpointName): Promise<Watched | undefined> => {
    const name = `${appId}#${endpointId}`;
    const found =
      known.get(name) ??
      endpoints.find(appId, endpointId).then((endpoint) => (endpoint === undefined ? undefined : { endpoint }));
    known.set(name, found);
    return found;
  };
}

/**
 * Deals with one token. When it resolves, whatever is left to do is noted where the next look finds it; what rejects is to come again.
 * A lane of an endpoint that hangs or fails is only noted: it costs a run nothing.
 */
export async function dealWith(
  deps: WorkDeps,
  token: DeliveryToken,
  watch: ReturnType<typeof watchEndpoints>,
): Promise<void> {
  const watched = await watch(token);
  if (watched === undefined) return;
  const { lane, isNo } = token;
  if (lane === undefined) return workThrough(deps, watched);
  const isTest = lane.startsWith(testLanePrefix);
  const isLeft = watched.endpoint.state === 'off' || (isHeldBack(watched.endpoint) && !isTest);
  const end: LaneEnd = isLeft ? { kind: 'wait', until: deps.now() } : await deliverLane(deps, watched, lane);
  if (end.kind !== 'settled') await deps.due.put(token.endpointId, dueLane(lane, end, isNo));
}

/** Where the next look finds a lane. @param wasNo a no was known to wait in it */
function dueLane(lane: string, end: Exclude<LaneEnd, { readonly kind: 'settled' }>, wasNo?: true): DueLane {
  // Who found the lane in another hand, or left it, did not look what is in it.
  const isNo = (end.kind === 'wait' ? end.isNo : undefined) ?? wasNo;
  return { lane, dueAt: end.until, ...(isNo === true && { isNo }) };
}

/** Works through the lanes of an endpoint that are due: one run an endpoint, one lane at a time where it only tries it out. */
async function workThrough(deps: WorkDeps, watched: Watched): Promise<void> {
  const { endpoints, now, queue } = deps;
  if (watched.endpoint.state === 'off') return;
  const until = now() + workLasts;
  if (!(await endpoints.claimWork(watched.endpoint, now(), until))) return;
  let isMore = true;
  try {
    const seen = new Set<string>();
    while (isMore && deps.hasTime()) isMore = await workOnce(deps, watched, seen);
  } finally {
    await endpoints.releaseWork(watched.endpoint, until);
  }
  const { appId, endpointId } = watched.endpoint;
  if (isMore) await queue.send([{ appId, endpointId }]);
}

/** False = nothing is left that can be done now. */
async function workOnce(deps: WorkDeps, watched: Watched, seen: Set<string>): Promise<boolean> {
  const { due, now } = deps;
  const { endpoint } = watched;
  const isTriedOut = isFailing(endpoint);
  if (endpoint.state === 'off' || (isTriedOut && now() < (endpoint.probeAt ?? 0))) return false;
  const most = isTriedOut ? 1 : lanesAtOnce;
  const found = await due.due(endpoint.endpointId, now(), most + seen.size);
  const fresh = found.filter((each) => !seen.has(nameOf(each))).slice(0, most);
  for (const each of fresh) seen.add(nameOf(each));
  await Promise.all(fresh.map((each) => workOn(deps, watched, each)));
  return fresh.length > 0;
}

async function workOn(deps: WorkDeps, watched: Watched, each: DueLane): Promise<void> {
  const { endpointId } = watched.endpoint;
  const end = await deliverLane(deps, watched, each.lane);
  if (end.kind === 'busy') return;
  if (end.kind === 'wait') {
    // It could go on, and there was no time: it keeps its place.
    if (end.until <= deps.now()) return;
    // The next look first: nothing that is owed is ever noted nowhere.
    await deps.due.put(endpointId, dueLane(each.lane, end, each.isNo));
  }
  await deps.due.remove(endpointId, each);
}

const nameOf = ({ lane, dueAt, isNo }: DueLane): string => `${dueAt}#${isNo === true}#${lane}`;

/** Wakes a run for each endpoint of the stage that something is due at. */
export async function sweep({ endpoints, due, queue, now }: Pick<WorkDeps, 'endpoints' | 'due' | 'queue' | 'now'>) {
  for await (const page of endpoints.all()) {
    for (let from = 0; from < page.length; from += endpointsAtOnce) {
      const some = page.slice(from, from + endpointsAtOnce);
      const isDue = await Promise.all(some.map(({ endpointId }) => due.due(endpointId, now(), 1)));
      await queue.send(some.filter((_each, index) => (isDue[index] ?? []).length > 0));
    }
  }
}
