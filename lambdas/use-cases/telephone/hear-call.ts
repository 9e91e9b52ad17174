import type { App } from '../../domain/app/app.ts';
import { type CollectionPoint, pointState, tokenOf } from '../../domain/collection/collection-point.ts';
import { newPoint } from '../../domain/collection/point-settings.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { AlreadyExistsError, EventIdReusedError } from '../../domain/errors.ts';
import { formatE164 } from '../../domain/identity/phone.ts';
import type { SpokenNotice } from '../../domain/telephone/call-hook.ts';
import { digitsOf, endsOfCall, type HeardCall, pressed, type ReadNumber } from '../../domain/telephone/heard-call.ts';
import { purposesAsked } from '../../domain/telephone/speak.ts';
import type { NoticeStore, PointStore } from '../collection/ports.ts';
import type { Clock, Ledger } from '../ledger/ports.ts';
import type { KeptAside } from '../messages/ports.ts';

export interface HearCallDeps {
  readonly ledger: Pick<Ledger, 'recordCall' | 'recordStatement'>;
  readonly points: Pick<PointStore, 'find' | 'create'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly aside: KeptAside;
  /** The point of the calls to one number of an app, always the same. */
  readonly pointOf: (appId: string, kind: CallKind, phone: string) => string;
  readonly now: Clock;
}

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
  spoken?: SpokenNotice,
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
  spoken: SpokenNotice | undefined,
): Promise<CallOutcome> {
  const setting = app.telephone?.ivr;
  const action = actionOf(key, setting?.offersNo === true);
  if (action === undefined) return 'no-key';
  // A no counts also while nobody new is asked.
  if (setting?.enabled !== true && action === 'requested') return 'switched-off';
  const heard = await heardNotice(deps, app, spoken);
  const { purposes = [] } = heard ?? (action === 'refused' ? { purposes: everythingAsked(app) } : {});
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
      evidence: { ...evidenceOf(callId, ends, point), ...heard?.evidence, digits: key },
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

/** What was said before the key, and what it asked for; undefined where nobody knows. */
async function heardNotice({ notices }: HearCallDeps, app: App, spoken: SpokenNotice | undefined) {
  if (spoken === undefined) return undefined;
  const { text: spokenText, ...notice } = spoken;
  const version = await notices.find(app.appId, notice.noticeId, notice.noticeVersion);
  const text = version?.texts.find(({ locale }) => locale === notice.noticeLocale);
  return text && { purposes: purposesAsked(app, text), evidence: { ...notice, spokenText } };
}

/** What a no is to where nobody knows what was said. */
function everythingAsked({ purposes, telephone }: App): readonly string[] {
  const known = purposes.map(({ purposeId }) => purposeId);
  return telephone?.purposes?.filter((each) => known.includes(each)) ?? known;
}

function actionOf(key: string, offersNo: boolean): 'requested' | 'refused' | undefined {
  if (key === '1') return 'requested';
  return key === '2' && offersNo ? 'refused' : undefined;
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
  if (found !== undefined) return pointState(found, now()) === 'open' ? found.point : undefined;
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
