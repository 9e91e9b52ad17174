import { scopes } from '../../../contract/routes.ts';
import type { Caller } from '../../../domain/api-key/api-key.ts';
import { found } from '../../../domain/found.ts';
import { isPersonId, NoSignInError } from '../../../domain/operators/operator.ts';
import type { KeyStore } from '../../../use-cases/admin/key-ports.ts';
import type { Apps, Clock } from '../../../use-cases/ledger/ports.ts';
import {
  type Asking,
  changeOperator,
  invite,
  type ManageDeps,
  removeOperator,
} from '../../../use-cases/operators/manage-operators.ts';
import type { AccountPool, OperatorStore } from '../../../use-cases/operators/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import { liveCaller } from '../../http/live-caller.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { UnauthenticatedError } from '../../http/refusals.ts';
import type { peopleOperations } from './operations.ts';
import { appointmentAfter, appointmentOf, newPerson, personChange } from './person.ts';
import { personView, rightsView, seesNumbers } from './person-view.ts';

export interface PeopleDeps {
  readonly apps: Apps;
  readonly keys: KeyStore;
  /** The people of the stage's user pool, and their accounts there. @default - nobody signs in */
  readonly operators?: OperatorStore | undefined;
  readonly pool?: AccountPool | undefined;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** The people of the business who sign in, and who calls. */
export function peopleRoutes(deps: PeopleDeps): RoutesOf<typeof peopleOperations> {
  const { keys, cursors, now } = deps;
  const live = liveCaller(deps);

  const managed = (): ManageDeps => {
    const { operators, pool, apps } = deps;
    if (operators === undefined || pool === undefined) {
      throw new NoSignInError('This stage has no user pool: only API keys are good here. Its setting is signInDomain.');
    }
    return { operators, pool, apps, everything: scopes };
  };
  const asking = async (caller: Caller): Promise<Asking> => ({
    ...(await live(caller)),
    id: caller.keyId,
    gone: () => new UnauthenticatedError('This account is no owner any more.'),
  });

  return {
    'GET /v1/me': async ({ caller }) => {
      const { keyId, ratePerSecond } = caller;
      const rights = { ...rightsView(caller), ratePerSecond };
      if (!isPersonId(keyId)) {
        const key = await keys.find(keyId);
        return { status: 200, body: { kind: 'key', keyId, name: key?.name, ...rights } };
      }
      const operator = found(await deps.operators?.find(keyId), 'person');
      const { email, role } = operator;
      const body = { kind: 'person', personId: keyId, email, role, numbers: seesNumbers(operator), ...rights } as const;
      return { status: 200, body };
    },

    'POST /v1/people': {
      body: newPerson,
      act: async ({ caller, body }) => {
        const manage = managed();
        const asks = await asking(caller);
        const { email, ...wanted } = body();
        const person = await invite(manage, asks, email, appointmentOf(wanted), now());
        return { status: 201, body: personView(person) };
      },
    },

    'GET /v1/people': {
      query: plainList,
      act: async ({ caller, query }) => {
        const { operators } = managed();
        await live(caller);
        return listAnswer(cursors, query(), {
          name: ['people'],
          position: positions.people,
          read: (limit, from) => operators.list(limit, from),
          view: personView,
        });
      },
    },

    'PATCH /v1/people/{personId}': {
      body: personChange,
      act: async ({ caller, body, path }) => {
        const manage = managed();
        const asks = await asking(caller);
        const change = body();
        const person = await changeOperator(manage, asks, path.personId, (before) => appointmentAfter(before, change));
        return { status: 200, body: personView(person) };
      },
    },

    'DELETE /v1/people/{personId}': async ({ caller, path }) => {
      await removeOperator(managed(), await asking(caller), path.personId, now());
      return { status: 204 };
    },
  };
}
