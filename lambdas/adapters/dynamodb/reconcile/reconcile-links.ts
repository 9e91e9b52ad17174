import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { identifierOf, type Place, type Trail, trailOf, withTrail } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import type { TransactItem } from '../table/transaction.ts';
import type { Finding } from './finding.ts';
import { finallyOf, placesOf, reached, type Survey } from './survey.ts';

export interface MendDeps {
  readonly table: DocumentTable;
  readonly survey: Survey;
  readonly appId: string;
  /** Says whether somebody wrote meanwhile. */
  write(writes: readonly TransactItem[]): Promise<boolean>;
}

/**
 * Makes every pointer, trail and former holder lead to somebody: whoever follows one that leads nowhere is told to try again, for ever,
 * also with a STOP.
 */
export async function* mendLinks(
  { table, survey, appId, write }: MendDeps,
  hash: KeyedHash,
  app: App,
): AsyncGenerator<Finding> {
  const homes = new Map<string, string>();
  for (const place of survey.places.values()) {
    if (place.kind === 'home') homes.set(place.subject.subjectId, place.place);
  }
  // A BSUID of a former portfolio leads to its person without a word of it in their state.
  const isKnown = portfolioCount(app).count <= 1;
  for (const place of [...survey.places.values()]) {
    const repairs: string[] = [];
    const mended = onlyKnown(mendedLinks(place, survey, homes, repairs), { survey, hash, isKnown }, repairs);
    if (repairs.length === 0) continue;
    const isStale = await write([putPlace(table, appId, mended, place.kind === 'home' ? place : undefined)]);
    if (!isStale) survey.places.set(place.place, { ...mended, version: place.version + 1 });
    yield { appId, who: place.place, repairs, breaks: [], isStale };
  }
}

function mendedLinks(place: Place, survey: Survey, homes: ReadonlyMap<string, string>, repairs: string[]): Place {
  const mend = <Link extends Trail>(link: Link, what: string): Link[] => {
    if (reached(survey, link.subjectId, link.home) !== undefined) return [link];
    const home = homes.get(finallyOf(survey, link.subjectId));
    repairs.push(home === undefined ? `${what} led to nobody` : `${what} led nowhere`);
    return home === undefined ? [] : [{ ...link, home }];
  };
  const former = place.former.flatMap((each) => mend(each, 'an earlier holder'));
  const trail = place.trail.flatMap((each) => mend(each, 'a trail'));
  const mended = { ...place, former, trail };
  if (mended.kind !== 'pointer') return mended;
  const [today] = mend({ subjectId: mended.subjectId, home: mended.home }, 'a pointer');
  if (today === undefined) return { ...identifierOf(mended, mended.place), former, trail };
  // Whoever was absorbed is found at the home of who they turned out to be.
  return { ...mended, home: today.home };
}

/**
 * A pointer to somebody whose state does not know the identifier answers for nobody, but for their noes: they left it, or all but the
 * pointer of the act that showed it is lost, and with it perhaps a no.
 *
 * @param isKnown whether a state knows every identifier; else only whoever left one once is looked at
 */
function onlyKnown(
  place: Place,
  { survey, hash, isKnown }: { readonly survey: Survey; readonly hash: KeyedHash; readonly isKnown: boolean },
  repairs: string[],
): Place {
  if (place.kind !== 'pointer') return place;
  const hasLeft = survey.leavers.has(finallyOf(survey, place.subjectId));
  if (!isKnown && !hasLeft) return place;
  const home = reached(survey, place.subjectId, place.home);
  if (home === undefined || placesOf(hash, home).includes(place.place)) return place;
  repairs.push(
    hasLeft
      ? 'a pointer to somebody who has left the identifier'
      : 'a pointer to somebody whose state does not know the identifier',
  );
  const identifier = identifierOf(place, place.place);
  return { ...identifier, trail: withTrail(identifier.trail, trailOf(home, home.place)), keeps: true };
}
