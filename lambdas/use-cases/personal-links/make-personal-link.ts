import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { type CollectionPoint, tokenOf } from '../../domain/collection/collection-point.ts';
import { type AskedLink, newPersonalLink } from '../../domain/collection/new-personal-link.ts';
import type { PersonalLink } from '../../domain/collection/personal-link.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { inPortfolio } from '../../domain/identity/portfolio.ts';
import type { PointStore } from '../collection/ports.ts';
import type { Clock, People } from '../ledger/ports.ts';

export interface MakeLinkDeps {
  readonly points: Pick<PointStore, 'findFresh'>;
  readonly people: Pick<People, 'find'>;
  readonly now: Clock;
}

/** Finds points of one app by their ids, each with one read, however often it is named. */
export function pointFinder({ points }: Pick<MakeLinkDeps, 'points'>, appId: string) {
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
}

/**
 * The link that a call asks for. Nothing is stored for it.
 *
 * @throws InvalidInputError with all faults; also for a userId that the app never gave: the link would show a page whose stop could
 * not be kept
 */
export async function makePersonalLink(
  { people, now }: Pick<MakeLinkDeps, 'people' | 'now'>,
  app: App,
  asked: AskedLink,
): Promise<PersonalLink> {
  const person = inPortfolio(asked.person, portfolioCount(app).now);
  const link = newPersonalLink({ ...asked, person }, now());
  if ('userId' in link.person && !(await isUser(people, app.appId, link.person.userId, now()))) {
    throw new InvalidInputError([
      { pointer: '/user/userId', code: 'unknown-user', detail: 'The app has no such user.' },
    ]);
  }
  return link;
}

async function isUser(people: MakeLinkDeps['people'], appId: string, userId: string, now: number): Promise<boolean> {
  try {
    return (await people.find(appId, { userId }, now)) !== undefined;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
