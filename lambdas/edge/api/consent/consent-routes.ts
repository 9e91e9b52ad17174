import type { Caller } from '../../../domain/api-key/api-key.ts';
import type { App } from '../../../domain/app/app.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { type ConfirmationDeps, confirmationOf } from '../../../use-cases/collection/confirmation-of.ts';
import { type SealDeps, sealOptIn, sealOptOut } from '../../../use-cases/collection/seal-reported.ts';
import { inLanes } from '../../../use-cases/ledger/in-lanes.ts';
import type { Ledger } from '../../../use-cases/ledger/ports.ts';
import { type Reported, recordOptIn, recordOptOut } from '../../../use-cases/ledger/record-reported.ts';
import { namedPurposes } from '../../fields/named-purposes.ts';
import { bulkAnswer, bulkItems, itemObject, settled } from '../../http/bulk.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { consentOperations } from './operations.ts';
import { underOwnName } from './own-name.ts';
import { optIn, optOut } from './statement.ts';
import { statementView } from './statement-view.ts';

export type ConsentDeps = ConfirmationDeps &
  SealDeps & {
    readonly apps: FreshApps;
    readonly ledger: Ledger;
  };

/** One way to report: what is true of our own notices and points, and how it is recorded. */
interface Way {
  readonly isYes: boolean;
  readonly seal: typeof sealOptIn;
  readonly record: typeof recordOptIn;
}

const optInWay: Way = { isYes: true, seal: sealOptIn, record: recordOptIn };
const optOutWay: Way = { isYes: false, seal: sealOptOut, record: recordOptOut };

/** Opt-ins and opt-outs that the business reports, single and in bulk. */
export function consentRoutes({ apps, ledger, ...deps }: ConsentDeps): RoutesOf<typeof consentOperations> {
  const answer = async (app: App, way: Way, caller: Caller, reported: Reported) => {
    const sealed = await way.seal(deps, app, underOwnName(reported, caller, way.isYes));
    const recorded = await way.record(ledger, app, sealed);
    const body = statementView(recorded, await confirmationOf(deps, app, recorded, sealed));
    // A retry gets the first answer, also its status, and says so in a header.
    return {
      status: 201,
      body,
      headers: recorded.replayed ? ({ 'idempotency-replayed': 'true' } as const) : undefined,
    } as const;
  };

  const one = async ({ path, json, body, caller }: HttpRequest<'appId', never, Reported>, way: Way) => {
    const named = namedPurposes(json());
    const app = await findApp(apps, path.appId, named);
    return answer(app, way, caller, body(unknownPurposes(app, named)));
  };

  const many = async (request: HttpRequest<'appId', never, never, Reported>, way: Way) => {
    const items = bulkItems(request);
    const app = await findApp(apps, request.path.appId, items.flatMap(namedPurposes));
    const parsed = await Promise.all(
      items.map((item) => settled(() => request.item(itemObject(item), unknownPurposes(app, namedPurposes(item))))),
    );
    const answers = await inLanes(parsed, lanesOf, (item) =>
      settled(async () => {
        if (item instanceof Error) throw item;
        return answer(app, way, request.caller, item);
      }),
    );
    return bulkAnswer(request, answers);
  };

  return {
    'POST /v1/apps/{appId}/opt-ins': { body: optIn, idempotencyKey: true, act: (request) => one(request, optInWay) },
    'POST /v1/apps/{appId}/opt-ins/bulk': { item: optIn, act: (request) => many(request, optInWay) },
    'POST /v1/apps/{appId}/opt-outs': { body: optOut, idempotencyKey: true, act: (request) => one(request, optOutWay) },
    'POST /v1/apps/{appId}/opt-outs/bulk': { item: optOut, act: (request) => many(request, optOutWay) },
  };
}

/** Acts of one person go one after the other. */
function lanesOf(item: Reported | Error): readonly string[] {
  if (item instanceof Error) return [];
  const { userId, phone, bsuid } = item.user.person;
  return [userId ?? phone ?? bsuid ?? ''];
}
