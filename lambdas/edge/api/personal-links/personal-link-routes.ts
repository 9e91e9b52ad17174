import { type CollectionPoint, tokenOf } from '../../../domain/collection/collection-point.ts';
import type { PersonalLink } from '../../../domain/collection/personal-link.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { Clock, People } from '../../../use-cases/ledger/ports.ts';
import type { PersonalLinkSeal } from '../../../use-cases/personal-links/ports.ts';
import { bulkAnswer, bulkItems, itemObject, settled } from '../../http/bulk.ts';
import type { RouteTable } from '../../http/http-request.ts';
import { type LinkFacts, parsePersonalLink } from './personal-link.ts';
import { personalLinkView } from './personal-link-view.ts';

export interface PersonalLinkDeps {
  readonly apps: FreshApps;
  readonly points: Pick<PointStore, 'findFresh'>;
  readonly people: Pick<People, 'find'>;
  readonly links: Pick<PersonalLinkSeal, 'seal'>;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: Clock;
}

/** Personal opt-in links and preference links, single and in bulk. Nothing is stored for a link. */
export function personalLinkRoutes({ apps, points, people, links, publicUrl, now }: PersonalLinkDeps): RouteTable {
  /** Points of this app; each is read once a call, however many links name it. */
  const pointFinder = (appId: string) => {
    const asked = new Map<string, Promise<CollectionPoint | undefined>>();
    const read = async (pointId: string) => {
      const found = await points.findFresh(tokenOf(pointId));
      return found?.point.appId === appId && found.point.pointId === pointId ? found.point : undefined;
    };
    return (pointId: string) => {
      const answer = asked.get(pointId) ?? read(pointId);
      asked.set(pointId, answer);
      return answer;
    };
  };
  const isUser = async (appId: string, userId: string) => {
    try {
      return (await people.find(appId, { userId }, now())) !== undefined;
    } catch (error) {
      if (error instanceof NotFoundError) return false;
      throw error;
    }
  };
  const factsOf = (appId: string, keyId: string): LinkFacts => ({
    findPoint: pointFinder(appId),
    isUser: (userId) => isUser(appId, userId),
    keyId,
  });
  const answer = (link: PersonalLink) => personalLinkView(link, `${publicUrl}/me/${links.seal(link)}`);

  return {
    'POST /v1/apps/{appId}/personal-links': async (request) => {
      const { appId } = await findApp(apps, request.path.appId);
      return answer(await parsePersonalLink(request.json(), factsOf(appId, request.caller.keyId), now()));
    },
    'POST /v1/apps/{appId}/personal-links/bulk': async (request) => {
      const items = bulkItems(request);
      const { appId } = await findApp(apps, request.path.appId);
      const facts = factsOf(appId, request.caller.keyId);
      const results = await Promise.all(
        items.map((item) => settled(async () => answer(await parsePersonalLink(itemObject(item), facts, now())))),
      );
      return bulkAnswer(request, results);
    },
  };
}
