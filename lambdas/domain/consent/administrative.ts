import { type Milliseconds, type Seconds, toSeconds } from '../time.ts';
import type { Evidence, StatementRef } from './statement.ts';
import type { Suppression, SuppressionScope } from './suppression.ts';

/** A brake that the business set. */
export interface SetBrake {
  readonly at: Milliseconds;
  readonly ref: StatementRef;
  /** Who set it, and why. */
  readonly operator?: string;
  readonly text?: string;
}

/**
 * The latest brake of each scope that the business set, lifted or not, and the second of its latest lift. Together all that is kept, so
 * that order of arrival and repetition do not matter.
 */
export interface AdministrativeBrakes {
  readonly all?: SetBrake;
  readonly marketing?: SetBrake;
  readonly liftedAt?: Seconds;
}

/** What of a person the business has braked. */
export interface BrakedByBusiness {
  readonly suppressions: readonly Suppression[];
  readonly administrative?: AdministrativeBrakes;
}

const scopes: readonly SuppressionScope[] = ['all', 'marketing'];

/** A brake as it is set. */
export function setBrake(
  scope: SuppressionScope,
  at: Milliseconds,
  ref: StatementRef,
  { operator, text }: Pick<Evidence, 'operator' | 'text'>,
): AdministrativeBrakes {
  return { [scope]: { at, ref, ...(operator !== undefined && { operator }), ...(text !== undefined && { text }) } };
}

/** Both: the later brake of each scope (of two at once the one with the smaller ref), and the later lift. */
export function joinAdministrative(
  a: AdministrativeBrakes | undefined,
  b: AdministrativeBrakes | undefined,
): AdministrativeBrakes | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const liftedAt = Math.max(a.liftedAt ?? -1, b.liftedAt ?? -1);
  const all = laterBrake(a.all, b.all);
  const marketing = laterBrake(a.marketing, b.marketing);
  return {
    ...(all !== undefined && { all }),
    ...(marketing !== undefined && { marketing }),
    ...(liftedAt >= 0 && { liftedAt }),
  };
}

function laterBrake(a: SetBrake | undefined, b: SetBrake | undefined): SetBrake | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.ref <= b.ref ? a : b;
}

/** Whether a brake of this time holds: until a lift in a later second; in the same second it holds. */
export function isStillSet(at: Milliseconds, { liftedAt }: Pick<AdministrativeBrakes, 'liftedAt'>): boolean {
  return liftedAt === undefined || toSeconds(at) >= liftedAt;
}

/** The person with the administrative suppressions that hold. To be called after every change of what they rest on. */
export function withAdministrative<S extends BrakedByBusiness>(subject: S): S {
  const { administrative } = subject;
  if (administrative === undefined) return subject;
  const others = subject.suppressions.filter(({ reason }) => reason !== 'administrative');
  const held = scopes.flatMap((scope): Suppression[] => {
    const brake = administrative[scope];
    if (brake === undefined || !isStillSet(brake.at, administrative)) return [];
    const { at: since, ref, operator, text } = brake;
    return [{ reason: 'administrative', scope, since, ref, ...by(operator, text) }];
  });
  return { ...subject, suppressions: [...held, ...others] };
}

function by(operator: string | undefined, text: string | undefined): Pick<Suppression, 'operator' | 'text'> {
  return { ...(operator !== undefined && { operator }), ...(text !== undefined && { text }) };
}

/** Every time that the business set or lifted one, as far as it is kept. */
export function timesOf({ all, marketing, liftedAt }: AdministrativeBrakes): readonly Seconds[] {
  return [...[all, marketing].flatMap((brake) => (brake === undefined ? [] : [toSeconds(brake.at)])), liftedAt ?? 0];
}
