import type * as z from 'zod';
import type { Caller } from '../../../domain/api-key/api-key.ts';
import type { App } from '../../../domain/app/app.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { isPersonId } from '../../../domain/operators/operator.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { Ledger } from '../../../use-cases/ledger/ports.ts';
import { suppress } from '../../../use-cases/ledger/suppress.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { suppressionOperations } from './operations.ts';
import { suppression, suppressionLift } from './suppression.ts';
import { recordedSuppressionView } from './suppression-view.ts';

export interface SuppressionDeps {
  readonly apps: FreshApps;
  readonly ledger: Pick<Ledger, 'recordBrake'>;
}

/** Brakes that the business sets and lifts. */
export function suppressionRoutes({ apps, ledger }: SuppressionDeps): RoutesOf<typeof suppressionOperations> {
  const answer = async (
    app: App,
    caller: Caller,
    { operator, ...said }: z.output<typeof suppression>,
    lift: boolean,
  ) => {
    const recorded = await suppress(ledger, app, { ...said, lift, operator: operatorOf(operator, caller, lift) });
    return {
      status: 201,
      body: recordedSuppressionView(recorded),
      headers: recorded.replayed ? ({ 'idempotency-replayed': 'true' } as const) : undefined,
    } as const;
  };

  return {
    'POST /v1/apps/{appId}/suppressions': {
      body: suppression,
      idempotencyKey: true,
      act: async ({ path, body, caller }) => answer(await findApp(apps, path.appId), caller, body(), false),
    },
    'POST /v1/apps/{appId}/suppressions/lift': {
      body: suppressionLift,
      idempotencyKey: true,
      act: async ({ path, body, caller }) => answer(await findApp(apps, path.appId), caller, body(), true),
    },
  };
}

/**
 * Who decided it: whoever signed in, and nobody writes another's name there; a key says who. A brake is set whatever it says of somebody
 * who signed in.
 *
 * @throws InvalidInputError
 */
function operatorOf(said: string | undefined, { keyId }: Caller, lift: boolean): string {
  if (!isPersonId(keyId)) {
    if (said !== undefined) return said;
    throw new InvalidInputError([{ pointer: '/operator', code: 'required', detail: 'Say who decided it.' }]);
  }
  if (said === undefined || said === keyId || !lift) return keyId;
  const detail = 'Whoever signs in is the operator. Leave this out, or send the own personId.';
  throw new InvalidInputError([{ pointer: '/operator', code: 'not-yours', detail }]);
}
