import type { App } from '../../domain/app/app.ts';
import { type CollectionPoint, pointState, tokenOf } from '../../domain/collection/collection-point.ts';
import { newPoint } from '../../domain/collection/point-settings.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { AlreadyExistsError, EventIdReusedError } from '../../domain/errors.ts';
import { formatE164 } from '../../domain/identity/phone.ts';
import type { SpokenNotice } from '../../domain/telephone/call-hook.ts';
import { digitsOf, endsOfCall, type HeardCall, pressed, type ReadNumber } from '../../domain/telephone/heard-call.ts';
import type { PointStore } from '../collection/ports.ts';
import type { Clock, Ledger } from '../ledger/ports.ts';
import type { KeptAside } from '../messages/ports.ts';

export interface HearCallDeps {
  readonly ledger: Pick<Ledger, 'recordCall' | 'recordStatement'>;
  readonly points: Pick<PointStore, 'find' | 'create'>;
  readonly aside: KeptAside;
  /** The point of the calls to one number of an app, always the same. */
  readonly pointOf: (appId: string, kind: CallKind, phone: string) => string;
  readonly now: Clock;
}

/** What was said before a key; `other-words` = ours, but not those of today; undefined = nobody knows. */
export type Spoken = SpokenNotice | 'other-words' | undefined;

export type CallKind = 'missed-call' | 'ivr';

/**
 * What came of a call. `recorded`: they are asked on WhatsApp, or refused; `kept-aside`: it was to or from no number of the app; the others
 * are nothing.
 */
export type CallOutcome =
  | 'called'
  | 'requested'
  | 'refused'
  | 'kept-aside'
  | 'anonymous'
  | 'outbound'
  | 'taken'
  | 'no-key'
  | 'switched-off'
  | 'point-closed';

/**
 * Records one call, once however often it is told. A missed call asks for a welcome and is no statement; 1 is a request, 2 a no where the
 * menu offers it, and neither is first-hand, because anybody can show a number that is not theirs (semantics 1).
 *
 * @param read numbers as the provider writes them
 * @param spoken what was said before a key was pressed; where nobody knows, only a no counts
 */
export async function hearCall(
  deps: HearCallDeps,
  app: App,
  call: HeardCall,
  read: ReadNumber,
  spoken?: Spoken,
): Promise<CallOutcome> {
  const numbers = new Set((app.telephone?.numbers ?? []).map(({ phone }) => digitsOf(phone)));
  const ends = endsOfCall(call, numbers, read);
  if (ends === undefined) {
    await deps.aside.keep('unknown-number', { call: call.part, appId: app.appId, receivedAt: deps.now() });
    return 'kept-aside';
  }
  const { person, ours, inbound } = ends;
  if (person === undefined) return 'anonymous';
  // Whoever did not take a call of ours did not call.
  if (call.digits === undefined && !inbound) return 'outbound';
  if (call.digits === undefined && call.taken === true) return 'taken';
  const known = { ours, person };
  return call.digits === undefined
    ? await hearMissedCall(deps, app, call, known)
    : await hearKey(deps, app, { ...call, key: pressed(call.digits) }, known, spoken);
}

type KnownEnds = { readonly [End in 'ours' | 'person']: string };

async function hearMissedCall(
  deps: HearCallDeps,
  app: App,
  { callId }: HeardCall,
  ends: KnownEnds,
): Promise<CallOutcome> {
  const setting = app.telephone?.missedCalls;
  if (setting?.enabled !== true) return 'switched-off';
  const point = await openPoint(deps, app, 'missed-call', ends.ours, setting.pointId);
  if (point === undefined) return 'point-closed';
  await deps.ledger.recordCall(app, {
    person: { phone: ends.person },
    at: deps.now(),
    eventId: `call:${callId}`,
    evidence: evidenceOf(callId, ends, point),
  });
  return 'called';
}

async function hearKey(
  deps: HearCallDeps,
  app: App,
  { callId, key }: HeardCall & { readonly key: string },
  ends: KnownEnds,
  spoken: Spoken,
): Promise<CallOutcome> {
  const setting = app.telephone?.ivr;
  const action = actionOf(key, mayDecline(app, spoken));
  if (action === undefined) return 'no-key';
  // A no counts also while nobody new is asked.
  if (setting?.enabled !== true && action === 'requested') return 'switched-off';
  const purposes = action === 'requested' ? agreedTo(app, spoken) : declined(app, spoken);
  if (purposes.length === 0) return 'no-key';
  const point = await openPoint(deps, app, 'ivr', ends.ours, setting?.pointId);
  if (point === undefined && action === 'requested') return 'point-closed';
  try {
    await deps.ledger.recordStatement(app, {
      person: { phone: ends.person },
      action,
      purposes,
      level: 2,
      saidAt: deps.now(),
      source: 'ivr',
      evidence: { ...evidenceOf(callId, ends, point), ...noticeIn(spoken), digits: key },
      // With a control character, which no caller of the API can send: their ids and those of calls never meet.
      eventId: `call\n${callId}\n${key}`,
      provider: false,
      ...(action === 'requested' && { reply: 'welcome' }),
    });
  } catch (error) {
    // Told again, at another time of receipt: what came first stands.
    if (!(error instanceof EventIdReusedError)) throw error;
  }
  return action;
}

/** Whether what was said may have offered a no: of words that are not today's nobody knows, so they may have. */
function mayDecline({ telephone }: App, spoken: Spoken): boolean {
  if (spoken === undefined) return telephone?.ivr?.offersNo === true;
  return spoken === 'other-words' || spoken.offersNo;
}

/** What a yes is to: what was said, as far as callers are still asked for it. */
function agreedTo(app: App, spoken: Spoken): readonly string[] {
  if (spoken === undefined || spoken === 'other-words') return [];
  const asked = app.telephone?.purposes;
  return knownOf(app, spoken.purposes).filter((each) => asked?.includes(each) ?? true);
}

/** What a no is to: what was said, whatever is asked for by now; everything where other words were said than today's. */
function declined(app: App, spoken: Spoken): readonly string[] {
  const everything = app.purposes.map(({ purposeId }) => purposeId);
  if (spoken === 'other-words') return everything;
  return knownOf(app, spoken?.purposes ?? app.telephone?.purposes ?? everything);
}

function knownOf({ purposes }: App, among: readonly string[]): readonly string[] {
  return among.filter((each) => purposes.some(({ purposeId }) => purposeId === each));
}

function noticeIn(spoken: Spoken): Evidence {
  if (spoken === undefined || spoken === 'other-words') return {};
  const { text: spokenText, purposes: _asked, offersNo: _offered, ...notice } = spoken;
  return { ...notice, spokenText };
}

function actionOf(key: string, offersNo: boolean): 'requested' | 'refused' | undefined {
  if (key === '1') return 'requested';
  // The key that ends what was pressed may come along. For a yes there is no need to guess.
  return /^2#?$/.test(key) && offersNo ? 'refused' : undefined;
}

function evidenceOf(callId: string, { ours, person }: KnownEnds, point: CollectionPoint | undefined): Evidence {
  return {
    callId,
    receivedBy: formatE164(ours),
    identifiers: { phone: formatE164(person) },
    ...(point !== undefined && { pointId: point.pointId }),
    ...(point?.campaign !== undefined && { campaign: point.campaign }),
  };
}

/** The point of the calls, made at the first one; undefined while it takes nobody. */
async function openPoint(
  { points, pointOf, now }: HearCallDeps,
  app: App,
  kind: CallKind,
  ours: string,
  named: string | undefined,
): Promise<CollectionPoint | undefined> {
  const pointId = named ?? pointOf(app.appId, kind, ours);
  const found = await points.find(tokenOf(pointId));
  if (found !== undefined) {
    const isOpen = found.point.appId === app.appId && pointState(found, now()) === 'open';
    return isOpen ? found.point : undefined;
  }
  // Of settings that are switched off nobody has looked at what they name.
  if (named !== undefined) return undefined;
  const name = `${kind === 'ivr' ? 'IVR' : 'Missed calls'} ${formatE164(ours)}`;
  const settings = { kind, name, purposes: [], opens: 'check-page', origins: [], status: 'active' } as const;
  const point = newPoint(pointId, app.appId, settings, now());
  try {
    await points.create(point);
  } catch (error) {
    // Two first calls at once, or a point that this reading did not show yet.
    if (!(error instanceof AlreadyExistsError)) throw error;
  }
  return point;
}
