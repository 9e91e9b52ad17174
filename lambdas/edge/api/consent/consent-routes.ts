import type { App } from '../../../domain/app/app.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { type ConfirmationDeps, confirmationOf } from '../../../use-cases/collection/confirmation-link.ts';
import { type SealDeps, sealOptIn, sealOptOut } from '../../../use-cases/collection/seal-reported.ts';
import type { Ledger } from '../../../use-cases/ledger/ports.ts';
import { type Reported, recordOptIn, recordOptOut } from '../../../use-cases/ledger/record-reported.ts';
import { bulkAnswer, bulkItems, inLanes, itemObject, settled } from '../../http/bulk.ts';
import { withEventId } from '../../http/event-id.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { namedPurposes, parseOptIn, parseOptOut } from './statement.ts';
import { statementAnswer } from './statement-answer.ts';

export type ConsentDeps = ConfirmationDeps &
  SealDeps & {
    readonly apps: FreshApps;
    readonly ledger: Ledger;
  };

/** One way to report: how it is read and how it is recorded. */
interface Act {
  readonly parse: (app: App, body: JsonObject) => Reported;
  readonly seal: typeof sealOptIn;
  readonly record: typeof recordOptIn;
}

const optIn: Act = { parse: parseOptIn, seal: sealOptIn, record: recordOptIn };
const optOut: Act = { parse: parseOptOut, seal: sealOptOut, record: recordOptOut };

/** Opt-ins and opt-outs that the business reports, single and in bulk. */
export function consentRoutes({ apps, ledger, ...deps }: ConsentDeps): RouteTable {
  const answer = async (app: App, act: Act, reported: Reported) => {
    const sealed = await act.seal(deps, app, reported);
    const recorded = await act.record(ledger, app, sealed);
    return statementAnswer(recorded, await confirmationOf(deps, app, recorded, sealed));
  };

  const one = async (request: HttpRequest<'appId'>, act: Act) => {
    const body = withEventId(request);
    const app = await findApp(apps, request.path.appId, namedPurposes(body));
    return answer(app, act, act.parse(app, body));
  };

  const many = async (request: HttpRequest<'appId'>, act: Act) => {
    const items = bulkItems(request);
    const app = await findApp(
      apps,
      request.path.appId,
      items.flatMap((item) => namedPurposes(item)),
    );
    const parsed = await Promise.all(items.map((item) => settled(() => act.parse(app, itemObject(item)))));
    const answers = await inLanes(parsed, laneOf, (item) =>
      settled(async () => {
        if (item instanceof Error) throw item;
        return answer(app, act, item);
      }),
    );
    return bulkAnswer(request, answers);
  };

  return {
    'POST /v1/apps/{appId}/opt-ins': (request) => one(request, optIn),
    'POST /v1/apps/{appId}/opt-ins/bulk': (request) => many(request, optIn),
    'POST /v1/apps/{appId}/opt-outs': (request) => one(request, optOut),
    'POST /v1/apps/{appId}/opt-outs/bulk': (request) => many(request, optOut),
  };
}

/** Acts of one person go one after the other. */
function laneOf(item: Reported | Error): string {
  if (item instanceof Error) return '';
  const { userId, phone, bsuid } = item.user.person;
  return userId ?? phone ?? bsuid ?? '';
}
