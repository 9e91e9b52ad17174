import { found } from '../../../domain/found.ts';
import { type FreshApps, findApp, findFreshApp } from '../../../use-cases/admin/find-app.ts';
import {
  type EndpointDeps,
  issueSecret,
  makeEndpoint,
  mustBeReachable,
} from '../../../use-cases/callbacks/manage-endpoints.ts';
import { type ReplayDeps, replayNamed, replayRange, sendTest } from '../../../use-cases/callbacks/replay.ts';
import { formatInstantIfAny } from '../../fields/instant.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import {
  callbackChange,
  callbackRotation,
  callbackTest,
  deliveriesList,
  newCallback,
  replayRequest,
} from './callback.ts';
import { callbackView, deliveryView, sentDeliveryView } from './callback-view.ts';
import type { callbackOperations } from './operations.ts';

export interface CallbackDeps extends EndpointDeps, ReplayDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
}

const thing = 'callback address';

/** Addresses at which an app is told of its events, and what each was told. */
export function callbackRoutes(deps: CallbackDeps): RoutesOf<typeof callbackOperations> {
  const { apps, endpoints, reader, cursors, queue, now } = deps;
  return {
    'POST /v1/apps/{appId}/callbacks': {
      body: newCallback,
      act: async ({ path, body }) => {
        const asked = body();
        const { appId } = await findFreshApp(apps, path.appId);
        const made = await makeEndpoint(deps, appId, asked);
        return { status: 201, body: { ...callbackView(made), secret: await issueSecret(deps, made) } };
      },
    },

    'GET /v1/apps/{appId}/callbacks': {
      query: plainList,
      act: async ({ path, query }) => {
        query();
        const { appId } = await findApp(apps, path.appId);
        return { status: 200, body: { data: (await endpoints.list(appId)).map(callbackView), nextCursor: null } };
      },
    },

    'GET /v1/apps/{appId}/callbacks/{endpointId}': async ({ path: { appId, endpointId } }) => {
      await findApp(apps, appId);
      return { status: 200, body: callbackView(found(await endpoints.find(appId, endpointId), thing)) };
    },

    'PATCH /v1/apps/{appId}/callbacks/{endpointId}': {
      body: callbackChange,
      act: async ({ path: { appId, endpointId }, body }) => {
        const change = body();
        await findFreshApp(apps, appId);
        if (change.url !== undefined) await mustBeReachable(deps, change.url);
        const changed = found(await endpoints.change(appId, endpointId, change, now()), thing);
        // What waits for it is looked at now, and not by the next look.
        if (change.state === 'on' || change.url !== undefined) await queue.send([{ appId, endpointId }]);
        return { status: 200, body: callbackView(changed) };
      },
    },

    'DELETE /v1/apps/{appId}/callbacks/{endpointId}': async ({ path: { appId, endpointId } }) => {
      found((await endpoints.remove(appId, endpointId)) || undefined, thing);
      return { status: 204 };
    },

    'POST /v1/apps/{appId}/callbacks/{endpointId}/rotate': {
      body: callbackRotation,
      bodyIsOptional: true,
      act: async ({ path: { appId, endpointId }, body }) => {
        const until = now() + body().graceSeconds * 1000;
        const rotated = found(await endpoints.rotate(appId, endpointId, until), thing);
        return { status: 200, body: { ...callbackView(rotated), secret: await issueSecret(deps, rotated) } };
      },
    },

    'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': async ({ path: { appId, endpointId } }) => {
      const endpoint = found(await endpoints.find(appId, endpointId), thing);
      const previousSecretUntil = formatInstantIfAny(endpoint.previousSecretUntil);
      return { status: 200, body: { secret: await issueSecret(deps, endpoint), previousSecretUntil } };
    },

    'POST /v1/apps/{appId}/callbacks/{endpointId}/test': {
      body: callbackTest,
      act: async ({ path: { appId, endpointId }, body }) => {
        const { type } = body();
        const endpoint = found(await endpoints.find(appId, endpointId), thing);
        return { status: 202, body: sentDeliveryView(await sendTest(deps, endpoint, type)) };
      },
    },

    'POST /v1/apps/{appId}/callbacks/{endpointId}/replay': {
      body: replayRequest,
      act: async ({ path: { appId, endpointId }, body }) => {
        const wanted = body();
        const endpoint = found(await endpoints.find(appId, endpointId), thing);
        if ('deliveryIds' in wanted) {
          return {
            status: 200,
            body: { ...(await replayNamed(deps, endpoint, wanted.deliveryIds)), nextCursor: null },
          };
        }
        const { from, to, cursor } = wanted;
        const name = ['replay', appId, endpointId, { from, to }];
        const after = await cursors.open(name, cursor, positions.deliveries);
        const { next, ...done } = await replayRange(deps, endpoint, { from, to }, after);
        const nextCursor = next === undefined ? null : await cursors.seal(name, next);
        return { status: 200, body: { ...done, nextCursor } };
      },
    },

    'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries': {
      query: deliveriesList,
      act: async ({ path: { appId, endpointId }, query }) => {
        const { state, ...wanted } = query();
        found(await endpoints.find(appId, endpointId), thing);
        return listAnswer(cursors, wanted, {
          name: ['deliveries', appId, endpointId, { state }],
          position: positions.deliveries,
          read: (limit, from) => reader.list(appId, endpointId, { state }, limit, from),
          view: deliveryView,
        });
      },
    },

    'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries/{deliveryId}': async ({ path }) => {
      const { appId, endpointId, deliveryId } = path;
      const delivery = await reader.find(appId, endpointId, deliveryId);
      return { status: 200, body: sentDeliveryView(found(delivery, 'delivery')) };
    },
  };
}
