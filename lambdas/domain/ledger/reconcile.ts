import { type App, marketingOf } from '../app/app.ts';
import { type AdministrativeBrakes, joinAdministrative, withAdministrative } from '../consent/administrative.ts';
import { foldConsent } from '../consent/fold.ts';
import { allMarketing, everything, type Mark, type Registers } from '../consent/registers.ts';
import type { Action, Evidence, FoldedStatement, Level, PurposeScope } from '../consent/statement.ts';
import type { StopRun } from '../consent/stop-run.ts';
import { laterUnclearStop } from '../consent/unclear-stop.ts';
import { joinPlatformStops, type Subject } from '../identity/subject.ts';
import { withConsent } from '../identity/with-consent.ts';
import { spanOf } from '../time.ts';
import { withHanding } from '../window/handover.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { decidePersonEvent } from './decide-person-event.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { SaidBeside } from './person-event.ts';
import { statementsOf } from './statements-of.ts';

/** What was kept of a person in several places, which a restore may have torn apart. */
export interface TornPerson {
  /** The state, and that of everybody who turned out to be them, as far as it is still there. */
  readonly states: readonly [Subject, ...Subject[]];
  /** All their ledgers, in recording order. */
  readonly entries: readonly LedgerEntry[];
  /** Noes of which only the withdrawal row is left. */
  readonly withdrawn?: readonly FoldedStatement[];
}

/**
 * A person as ledger and state together say. What the ledger holds counts, whether or not the state knew it; of what only the state
 * holds a no stands and a yes goes, because nothing proves it. By the same fold and decisions by which it was recorded.
 *
 * @returns the first state with what follows; that state itself where there is nothing to change
 */
export function reconciled({ states, entries, withdrawn = [] }: TornPerson, app: App): Subject {
  const [own] = states;
  const known = new Set(entries.map(({ ref }) => ref));
  const isUnproven = ({ ref }: { readonly ref?: string }): boolean => ref !== undefined && !known.has(ref);
  const noes = states.flatMap(({ registers }) => noesIn(registers)).filter(isUnproven);
  const annulments = states.flatMap(annulmentsIn).filter(isUnproven);
  const statements = statementsOf(entries);
  const folded = foldConsent(
    [...statements, ...noes, ...annulments, ...withdrawn.filter(isUnproven)],
    marketingOf(app),
  );
  const said = entries.reduce((subject, entry) => withEvent(subject, entry, app), withoutEvents(own));
  const unclearStop = states
    .flatMap(({ unclearStop: each }) => (each !== undefined && isUnproven(each) ? [each] : []))
    .reduce<Subject['unclearStop']>(laterUnclearStop, said.unclearStop);
  const administrative = states
    .map((state) => brakesIn(state, isUnproven))
    .reduce(joinAdministrative, said.administrative);
  const after: Subject = withConsent(
    withAdministrative({
      ...said,
      ...(unclearStop !== undefined && { unclearStop }),
      ...(administrative !== undefined && { administrative }),
      suppressions: [...said.suppressions, ...states.flatMap((state) => state.suppressions.filter(isUnproven))].filter(
        ({ reason }, index, all) => all.findIndex((each) => each.reason === reason) === index,
      ),
      platformStop: states
        .map(({ platformStop }) => platformStop)
        .filter(isUnproven)
        .reduce(
          (joined, { stoppedAt = 0, ref = '' }) => joinPlatformStops(joined, { stoppedAt, ref }),
          said.platformStop,
        ),
      firstKnownAt: Math.min(
        own.firstKnownAt,
        spanOf(statements.map(({ saidAt }) => saidAt))?.first ?? own.firstKnownAt,
      ),
    }),
    folded,
  );
  // A run of stops that is not known is read from the ledger when it is needed.
  const isSame = own.stopRun === 'unknown' ? { ...after, stopRun: own.stopRun } : after;
  return spelled(isSame) === spelled(own) ? own : after;
}

const noes = { R1: ['revoked', 1], R2: ['revoked', 2], R3: ['revoked', 3], E: ['erased', 3] } as const;

/** The noes of a state as they were said, as far as it knows. */
function noesIn(registers: Registers): FoldedStatement[] {
  const said = new Map<string, FoldedStatement>();
  for (const [place, marks] of Object.entries(registers)) {
    for (const [register, [action, level]] of Object.entries(noes) as [keyof typeof noes, [Action, Level]][]) {
      const mark = marks[register];
      if (mark === undefined) continue;
      // One no may name several purposes, and the fold counts each statement once.
      const before = said.get(mark.ref)?.purposes;
      said.set(mark.ref, noOf(mark, action, level, withPlace(before, place)));
    }
  }
  return [...said.values()];
}

/** The annulments that a state knows, as statements. */
function annulmentsIn({ annulled = {} }: Subject): FoldedStatement[] {
  return Object.entries(annulled).map(([batch, { at, ref }]) => ({
    ...noOf({ at, ref, source: 'import' }, 'annulled', 2, []),
    batch,
  }));
}

/** The brakes of the business that only a state knows; that they were lifted, nothing proves. */
function brakesIn(
  { administrative: { all, marketing } = {} }: Subject,
  isUnproven: (said: { readonly ref?: string }) => boolean,
): AdministrativeBrakes | undefined {
  const known = {
    ...(all !== undefined && isUnproven(all) && { all }),
    ...(marketing !== undefined && isUnproven(marketing) && { marketing }),
  };
  return Object.keys(known).length === 0 ? undefined : known;
}

function withPlace(before: PurposeScope | undefined, place: string): PurposeScope {
  if (place === everything || before === 'all') return 'all';
  if (place === allMarketing || before === 'marketing') return 'marketing';
  return [...(before ?? []), place];
}

function noOf({ at, ...mark }: Mark, action: Action, level: Level, purposes: PurposeScope): FoldedStatement {
  const { ref, source, rule, notice, point } = mark;
  return { ref, source, rule, notice, point, action, level, purposes, saidAt: at * 1000, recordedAt: at * 1000 };
}

/** Nothing of what was said beside consent: the ledger says it again. */
function withoutEvents(subject: Subject): Subject {
  const { unclearStop: _unclear, keptAt: _kept, administrative: _brakes, handover: _handover, ...others } = subject;
  return { ...others, suppressions: [], platformStop: {} };
}

/** The state after an entry that is no statement, by the decision that recorded it. */
function withEvent(subject: Subject, { ref, header, body }: LedgerEntry, app: App): Subject {
  if (header.act.kind === 'handover') {
    const handing = { ...header.act, at: header.saidAt };
    return { ...subject, handover: withHanding(subject.handover ?? {}, handing, ref) };
  }
  const said = saidIn(header, body?.evidence ?? {});
  if (said === undefined) return subject;
  const at = header.saidAt;
  const recording = { now: header.recordedAt, salt: '', sha256: undefined };
  const subjectId = ref.slice(0, ref.lastIndexOf('.'));
  const then = { subject: { ...subject, subjectId }, head: { sequence: header.sequence - 1, hash: '' } };
  const changes = decidePersonEvent(then, { ...said, at }, app, recording);
  return changes === undefined ? subject : { ...changes.subject, subjectId: subject.subjectId };
}

function saidIn({ act, source, rule }: LedgerEntry['header'], evidence: Evidence): SaidBeside | undefined {
  switch (act.kind) {
    case 'platform-preference':
      return { kind: act.kind, value: act.value, evidence: {} };
    case 'suppression':
      return { kind: act.kind, reason: act.reason, lift: act.lifted, scope: act.scope, rule, source, evidence };
    default:
      return undefined;
  }
}

/** A state as far as it decides anything, so that two which say the same are the same. */
function spelled(subject: Subject): string {
  const { stopRun, suppressions, platformStop, administrative, former: _former, ...others } = subject;
  const brakes = suppressions.map(({ reason, scope, since }) => `${reason} ${scope} ${since}`).sort();
  const { ref: _ref, ...preference } = platformStop;
  const set = administrative && timesIn(administrative);
  return canonicalJson({ ...others, run: runOf(stopRun), brakes, set, preference } as unknown as Json);
}

/** Who set a brake, and why, is gone from the ledger once its entry was erased. */
function timesIn({ all, marketing, liftedAt }: AdministrativeBrakes): unknown {
  return { all: all?.at, marketing: marketing?.at, liftedAt };
}

/** A run as far as it decides what START gives back. */
function runOf(run: StopRun | 'unknown' | undefined): unknown {
  if (typeof run !== 'object') return run;
  const { uncounted: _uncounted, ended, ...others } = run;
  return { ...others, ended: ended !== undefined };
}
