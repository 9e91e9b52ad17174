import type { Action, PurposeScope, StatementRef } from '../consent/statement.ts';
import { EventIdReusedError } from '../errors.ts';
import type { Milliseconds } from '../time.ts';
import type { BrakeCommand } from './brake-command.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { LedgerAct } from './ledger-entry.ts';
import type { StatementCommand } from './statement-command.ts';

/** What makes two calls the same act, in one spelling: whom it names and what we know of a notice are no part of it. */
export function contentOf(command: StatementCommand): string {
  const { action, purposes, level, saidAt, source, evidence, rule, batch } = command;
  const content = { action, purposes: inOrder(purposes), level, saidAt, source, evidence, rule, batch };
  return canonicalJson(content as unknown as Json);
}

/** The same purposes in whatever order are the same statement. */
export function inOrder(purposes: PurposeScope): PurposeScope {
  return typeof purposes === 'string' ? purposes : [...purposes].sort();
}

/**
 * The name of an act, unique in its app. An event id belongs to its kind of source: callers' own ids and providers' ids never meet.
 * Without one the content is the id.
 *
 * @param contentHash hash of `contentOf`
 */
export function nameOfStatement(command: StatementCommand, contentHash: string): string {
  if (command.eventId === undefined) return `c|${contentHash}`;
  return command.provider ? nameOfEvent(command.eventId) : nameOfCall(command.eventId);
}

/** The name of an act by the caller's own id for it. */
export function nameOfCall(eventId: string): string {
  return `a|${eventId}`;
}

/**
 * The same of a brake of the business. With an id of its own the time is part of it only where the caller claims one; without one it is
 * the time of `at`.
 */
export function contentOfBrake(
  { lift, scope, saidAt, source, evidence, eventId }: BrakeCommand,
  at: Milliseconds,
): string {
  const content = {
    brake: lift ? 'lifted' : 'set',
    scope,
    saidAt: eventId === undefined ? at : saidAt,
    source,
    evidence,
  };
  return canonicalJson(content as unknown as Json);
}

/** The name of a brake of the business: callers' own ids of statements and of brakes are one kind. */
export function nameOfBrake({ eventId }: BrakeCommand, contentHash: string): string {
  return eventId === undefined ? `c|${contentHash}` : nameOfCall(eventId);
}

/** The name of an act of a provider. */
export function nameOfEvent(eventId: string): string {
  return `p|${eventId}`;
}

/** The name of a copy is its own, so that a retry of the first never finds it. */
export function nameOfCopy(first: StatementRef): string {
  return `copy|${first}`;
}

/** What was recorded under the name of an act when it came first. */
export interface FirstAct {
  readonly kind: LedgerAct['kind'];
  readonly action?: Action | undefined;
  /** Hash of its content. */
  readonly content: string;
}

/**
 * What came first under the name of an act, if the act is the same tried again.
 *
 * @throws EventIdReusedError when it is another act, or the same with another content
 */
export function mustBeRetry<F extends FirstAct>(
  command: StatementCommand,
  contentHash: string,
  first: F | undefined,
): F {
  // A provider's id that came with another act is another act: it must not pass for the first one.
  const isOther = command.provider && first?.action !== command.action;
  if (first === undefined || first.kind !== 'statement' || isOther)
    throw new EventIdReusedError('This event id was used for something else.');
  if (!command.provider && first.content !== contentHash) {
    throw new EventIdReusedError('This event id came before with another content. Send a new id for a new act.');
  }
  return first;
}

/**
 * The same of a brake of the business.
 *
 * @throws EventIdReusedError when it is another act, or the same with another content
 */
export function mustBeRetryOfBrake<F extends FirstAct>(contentHash: string, first: F | undefined): F {
  // Of anything else the content is another, too.
  if (first?.content !== contentHash)
    throw new EventIdReusedError('This event id came before with another content. Send a new id for a new act.');
  return first;
}
