import type { Action, Level } from '../../lambdas/domain/consent/statement.ts';

/** A statement as the rules speak of it: whole seconds, no references. */
export interface Said {
  readonly action: Action;
  readonly purposes: readonly string[] | 'marketing' | 'all';
  readonly level: Level;
  readonly second: number;
  /** The number of ours that it came to by SMS. */
  readonly sms?: string | undefined;
  /** The import by which it came, or that is annulled. */
  readonly batch?: string | undefined;
}

/** A statement, or the grant of one purpose that a START made, with the time of the grant that it restores. */
interface Spoken extends Said {
  readonly from?: number;
}

type IsMarketing = (purpose: string) => boolean;

/**
 * The rules of consent word by word, over the whole history each time and without any state: slow, obvious, and written
 * without a look at the fold that it judges.
 */
export function isOptedIn(history: readonly Said[], purpose: string, isMarketing: IsMarketing): boolean {
  return validFrom(history, purpose, isMarketing) !== undefined;
}

/** Since when the opt-in that counts is valid; undefined = not opted in. */
export function validFrom(history: readonly Said[], purpose: string, isMarketing: IsMarketing): number | undefined {
  return ruledOn(history, isMarketing)(purpose);
}

/** The same for any purpose of one history. */
export function ruledOn(history: readonly Said[], isMarketing: IsMarketing): (purpose: string) => number | undefined {
  const spoken = spokenIn(history, isMarketing);
  return (purpose) => holding(spoken, purpose, isMarketing);
}

/** What is left once the reported yeses of every annulled import were never said. */
function withoutAnnulled(all: readonly Said[]): readonly Said[] {
  const undone = all.flatMap(({ action, batch }) => (action === 'annulled' && batch !== undefined ? [batch] : []));
  const isYes = ({ action, level }: Said) => level === 2 && (action === 'granted' || action === 'requested');
  return all.filter((said) => said.action !== 'annulled' && !(isYes(said) && undone.includes(said.batch ?? '')));
}

/** The history with each START as the grants that it made, earliest first. */
function spokenIn(all: readonly Said[], isMarketing: IsMarketing): Spoken[] {
  const history = withoutAnnulled(all);
  const spoken: Spoken[] = [];
  for (const second of [...new Set(history.map((said) => said.second))].sort((a, b) => a - b)) {
    const now = history.filter((said) => said.second === second);
    const given = now
      .filter((said) => said.action === 'resumed')
      .flatMap((start) => givenBack(spoken, start, isMarketing));
    spoken.push(...now.filter((said) => said.action !== 'resumed'), ...given);
  }
  return spoken;
}

/** START is a first-hand grant of what was opted in just before the run of stops that it answers. */
function givenBack(spoken: readonly Spoken[], start: Said, isMarketing: IsMarketing): Spoken[] {
  const run = lastRun(spoken, isMarketing);
  if (run.length === 0 || run.some((stop) => stop.action === 'erased')) return [];
  if (start.sms !== undefined && run.some((stop) => stop.sms !== start.sms)) return [];
  const first = Math.min(...run.map((stop) => stop.second));
  const before = spoken.filter((said) => said.second < first);
  const since = spoken.filter((said) => said.second >= first && isNo(said) && said.purposes !== 'all');
  return [...new Set(spoken.flatMap(({ purposes }) => (typeof purposes === 'string' ? [] : purposes)))].flatMap(
    (purpose) => {
      const from = holding(before, purpose, isMarketing);
      if (from === undefined || since.some((no) => isAbout(no, purpose, isMarketing))) return [];
      return [{ action: 'granted', purposes: [purpose], level: 3, second: start.second, sms: start.sms, from }];
    },
  );
}

/** The latest stops, back to a grant between two of them that counted at its own second. */
function lastRun(spoken: readonly Spoken[], isMarketing: IsMarketing): Spoken[] {
  const stops = spoken.filter((said) => isNo(said) && (said.purposes === 'all' || said.action === 'erased'));
  const run: Spoken[] = [];
  for (const stop of stops.toSorted((a, b) => b.second - a.second)) {
    const next = run.at(-1)?.second ?? stop.second;
    const between = spoken.filter((said) => said.second > stop.second && said.second < next);
    if (between.some((grant) => countedAtOnce(spoken, grant, isMarketing))) break;
    run.push(stop);
  }
  return run;
}

/** Whether a grant counted at its own second, for some of its purposes. */
function countedAtOnce(spoken: readonly Spoken[], grant: Spoken, isMarketing: IsMarketing): boolean {
  if (grant.action !== 'granted' || typeof grant.purposes === 'string') return false;
  const then = spoken.filter((said) => said.second <= grant.second);
  return grant.purposes.some((purpose) => counts(then, grant, purpose, isMarketing));
}

/** Since when the longest of the grants that count is valid. */
function holding(spoken: readonly Spoken[], purpose: string, isMarketing: IsMarketing): number | undefined {
  const times = spoken
    .filter((said) => said.action === 'granted' && said.purposes.includes(purpose))
    .filter((grant) => counts(spoken, grant, purpose, isMarketing))
    .map((grant) => grant.from ?? grant.second);
  return times.length === 0 ? undefined : Math.max(...times);
}

function counts(spoken: readonly Spoken[], grant: Spoken, purpose: string, isMarketing: IsMarketing): boolean {
  const revokes = spoken.filter((said) => isNo(said) && isAbout(said, purpose, isMarketing));
  const grants = spoken.filter((said) => said.action === 'granted' && said.purposes.includes(purpose));
  const levelOf = (no: Spoken) => (no.action === 'erased' ? 3 : no.level);
  return revokes.every(
    (no) =>
      no.second < grant.second &&
      (levelOf(no) <= grant.level || grants.some((other) => other.level >= levelOf(no) && other.second > no.second)),
  );
}

function isNo({ action }: Said): boolean {
  return action === 'revoked' || action === 'refused' || action === 'erased';
}

function isAbout({ purposes }: Said, purpose: string, isMarketing: IsMarketing): boolean {
  if (purposes === 'all') return true;
  return purposes === 'marketing' ? isMarketing(purpose) : purposes.includes(purpose);
}
