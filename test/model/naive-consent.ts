import type { Action, Level } from '../../lambdas/domain/consent/statement.ts';

/** A statement as the rules speak of it: whole seconds, no references. */
export interface Said {
  readonly action: Action;
  readonly purposes: readonly string[] | 'all';
  readonly level: Level;
  readonly second: number;
  readonly sms: boolean;
}

/**
 * The rules of consent word by word, over the whole history each time and without any state: slow, obvious, and written
 * without a look at the fold that it judges.
 */
export function isOptedIn(history: readonly Said[], purpose: string): boolean {
  const spoken = history.flatMap((said) => (said.action === 'resumed' ? resumedGrants(history, said) : [said]));
  const about = spoken.filter((said) => said.purposes === 'all' || said.purposes.includes(purpose));
  const grants = about.filter((said) => said.action === 'granted');
  const revokes = about.filter(
    (said) => said.action === 'revoked' || said.action === 'refused' || said.action === 'erased',
  );
  const levelOf = (revoke: Said) => (revoke.action === 'erased' ? 3 : revoke.level);
  return grants.some(
    (grant) =>
      revokes.every((revoke) => grant.second > revoke.second) &&
      revokes.every(
        (revoke) =>
          levelOf(revoke) <= grant.level ||
          grants.some((other) => other.level >= levelOf(revoke) && other.second > revoke.second),
      ),
  );
}

/** START is a first-hand grant of what was opted in just before the last stop before it. */
function resumedGrants(history: readonly Said[], start: Said): Said[] {
  const stops = history.filter(
    (said) =>
      said.second < start.second && said.purposes === 'all' && ['revoked', 'refused', 'erased'].includes(said.action),
  );
  const last = Math.max(...stops.map((stop) => stop.second));
  const answered = stops.filter((stop) => stop.second === last);
  if (answered.length === 0 || answered.some((stop) => stop.action === 'erased')) return [];
  if (start.sms && answered.some((stop) => !stop.sms)) return [];
  const before = history.filter((said) => said.second < last);
  const named = new Set(history.flatMap((said) => (said.purposes === 'all' ? [] : said.purposes)));
  const purposes = [...named].filter((purpose) => isOptedIn(before, purpose));
  return purposes.length === 0 ? [] : [{ action: 'granted', purposes, level: 3, second: start.second, sms: start.sms }];
}
