import type * as z from 'zod';
import type { App } from '../../../domain/app/app.ts';
import { linkPointFaults } from '../../../domain/collection/new-personal-link.ts';
import { type PersonalLink, personalLinkKind } from '../../../domain/collection/personal-link.ts';
import type { Fault } from '../../../domain/errors.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import {
  type MakeLinkDeps,
  makePersonalLink,
  pointFinder,
} from '../../../use-cases/personal-links/make-personal-link.ts';
import type { PersonalLinkSeal } from '../../../use-cases/personal-links/ports.ts';
import { bulkAnswer, bulkItems, itemObject, settled } from '../../http/bulk.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import type { personalLinkOperations } from './operations.ts';
import { newLink } from './personal-link.ts';
import { personalLinkView } from './personal-link-view.ts';

export interface PersonalLinkDeps extends MakeLinkDeps {
  readonly apps: FreshApps;
  readonly links: Pick<PersonalLinkSeal, 'seal'>;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** A call, or one item of it, by its schema. */
type ReadLink = (more: readonly Fault[]) => z.output<typeof newLink>;

/** Personal opt-in links and preference links, single and in bulk. Nothing is stored for a link. */
export function personalLinkRoutes(deps: PersonalLinkDeps): RoutesOf<typeof personalLinkOperations> {
  const { apps, links, publicUrl, now } = deps;
  const linkMaker = (app: App, keyId: string) => {
    const findPoint = pointFinder(deps, app.appId);
    return async (given: JsonObject, read: ReadLink) => {
      const named = typeof given.pointId === 'string' ? given.pointId : undefined;
      const point = named === undefined ? undefined : await findPoint(named);
      const { user, ...asked } = read(named === undefined ? [] : linkPointFaults(point, now()));
      const kind = point && personalLinkKind(point);
      if (kind === undefined) throw new Error('A point without personal links passed.');
      return answer(await makePersonalLink(deps, app, { ...asked, kind, person: user.person, keyId }));
    };
  };
  const answer = (link: PersonalLink) =>
    ({ status: 201, body: personalLinkView(link, `${publicUrl}/me/${links.seal(link)}`) }) as const;

  return {
    'POST /v1/apps/{appId}/personal-links': {
      body: newLink,
      act: async ({ path, caller, json, body }) => {
        const app = await findApp(apps, path.appId);
        return linkMaker(app, caller.keyId)(json(), body);
      },
    },

    'POST /v1/apps/{appId}/personal-links/bulk': {
      item: newLink,
      act: async (request) => {
        const items = bulkItems(request);
        const app = await findApp(apps, request.path.appId);
        const make = linkMaker(app, request.caller.keyId);
        const made = items.map((item) =>
          settled(async () => {
            const given = itemObject(item);
            return make(given, (more) => request.item(given, more));
          }),
        );
        return bulkAnswer(request, await Promise.all(made));
      },
    },
  };
}
