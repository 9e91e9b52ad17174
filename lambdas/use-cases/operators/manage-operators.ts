import { BeyondOwnKeyError, covers, type LimitedRights } from '../../domain/api-key/api-key.ts';
import { AlreadyExistsError, InvalidInputError } from '../../domain/errors.ts';
import { found } from '../../domain/found.ts';
import { LastOwnerError, type Operator } from '../../domain/operators/operator.ts';
import { type Appointment, rightsOf } from '../../domain/operators/roles.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Apps } from '../ledger/ports.ts';
import type { AccountPool, OperatorStore } from './ports.ts';

export interface ManageDeps {
  readonly operators: OperatorStore;
  readonly pool: AccountPool;
  readonly apps: Apps;
  /** Every scope that there is. */
  readonly everything: readonly string[];
}

/** Who asks, with what they may do at this moment. */
export interface Asking extends LimitedRights {
  /** Key or person. */
  readonly id: string;
  /** Why nobody asks any more, thrown when an owner was removed or demoted in this moment. */
  readonly gone: () => Error;
}

/**
 * Makes the account, writes to the person, and appoints them. Whoever was removed is appointed anew; what failed halfway is repeated.
 *
 * @throws AlreadyExistsError, BeyondOwnKeyError, InvalidInputError (an app that does not exist), TryAgainError
 */
export async function invite(
  deps: ManageDeps,
  asking: Asking,
  email: string,
  appointment: Appointment,
  now: Milliseconds,
): Promise<Operator> {
  const { operators, pool } = deps;
  await mustBeGivable(deps, asking, appointment);
  // Without a group and without an item here the account may do nothing.
  const { username } = await pool.invite(email);
  const personId = operators.personIdOf(username);
  const before = await operators.find(personId);
  if (before !== undefined && before.removedAt === undefined) {
    throw new AlreadyExistsError('This person has been invited already. Change the role instead.', '/email');
  }
  const version = (before?.version ?? 0) + 1;
  const after: Operator = { ...appointment, personId, username, email, invitedAt: now, invitedBy: asking.id, version };
  await save(operators, before, after, asking);
  await pool.setRole(username, after.role);
  return after;
}

/**
 * Gives somebody another role, other apps or numbers. Our table first: until the pool says the same, and the person has a new token, they
 * may do nothing. The same change may be repeated when the pool could not be reached.
 *
 * @param change of the appointment as it stands
 * @throws NotFoundError, LastOwnerError, BeyondOwnKeyError, InvalidInputError, AlreadyExistsError, TryAgainError
 */
export async function changeOperator(
  deps: ManageDeps,
  asking: Asking,
  personId: string,
  change: (before: Operator) => Appointment,
): Promise<Operator> {
  const { operators, pool } = deps;
  const before = await findLive(operators, personId);
  mustCover(asking, rightsOf(before, deps.everything));
  const appointment = change(before);
  await mustBeGivable(deps, asking, appointment);
  const { role: _role, apps: _apps, numbers: _numbers, ...person } = before;
  const after: Operator = { ...person, ...appointment, version: before.version + 1 };
  await save(operators, before, after, asking);
  await pool.setRole(after.username, after.role);
  return after;
}

/**
 * Takes everything from somebody. Removing twice is fine: what failed halfway is repeated.
 *
 * @throws NotFoundError, LastOwnerError, BeyondOwnKeyError, AlreadyExistsError, TryAgainError
 */
export async function removeOperator(
  deps: ManageDeps,
  asking: Asking,
  personId: string,
  now: Milliseconds,
): Promise<void> {
  const { operators, pool } = deps;
  const before = found(await operators.find(personId), 'person');
  mustCover(asking, rightsOf(before, deps.everything));
  if (before.removedAt === undefined) {
    await save(operators, before, { ...before, removedAt: now, version: before.version + 1 }, asking);
  }
  await pool.end(before.username);
}

async function findLive(operators: OperatorStore, personId: string): Promise<Operator> {
  const operator = await operators.find(personId);
  return found(operator?.removedAt === undefined ? operator : undefined, 'person');
}

function mustCover(asking: Asking, rights: LimitedRights): void {
  if (covers(asking, rights)) return;
  throw new BeyondOwnKeyError('A key cannot give or take scopes or apps that it does not have itself.');
}

async function mustBeGivable({ apps, everything }: ManageDeps, asking: Asking, given: Appointment): Promise<void> {
  // A person stays for good, so what ends by itself cannot give anything.
  mustCover(asking, rightsOf(given, everything));
  const appIds = given.apps === '*' ? [] : given.apps;
  const there = await Promise.all(appIds.map((appId) => apps.find(appId)));
  const faults = there.flatMap((app, index) =>
    app === undefined ? [{ pointer: `/apps/${index}`, code: 'unknown-app', detail: 'There is no such app.' }] : [],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
}

async function save(operators: OperatorStore, before: Operator | undefined, after: Operator, asking: Asking) {
  switch (await operators.save(before, after, asking.id)) {
    case 'saved':
      return;
    case 'changed-meanwhile':
      throw new AlreadyExistsError('This person was changed meanwhile. Read it again and repeat the change.');
    case 'last-owner':
      throw new LastOwnerError('This is the last owner. Appoint another one first.');
    case 'no-owner-asks':
      throw asking.gone();
  }
}
