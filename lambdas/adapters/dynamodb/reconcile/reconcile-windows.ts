import type { Home } from '../places/place.ts';
import type { WindowItem } from '../places/window-item.ts';
import { usersKeys, windowKey } from '../table/keys.ts';
import type { Finding } from './finding.ts';
import type { MendDeps } from './reconcile-links.ts';
import { finallyOf, reached, type Survey } from './survey.ts';

/**
 * A window is of whoever is at its place. One of somebody else goes: it would let the wrong person be written to, and a closed window
 * does no harm. One that stands elsewhere in the list of people is put where it belongs.
 */
export async function* mendWindows({ table, survey, appId, write }: MendDeps): AsyncGenerator<Finding> {
  for (const [place, window] of survey.windows) {
    const owner = ownerOf(survey, place);
    const isTheirs =
      owner !== undefined &&
      (window.u === undefined || finallyOf(survey, window.u) === finallyOf(survey, owner.subject.subjectId));
    if (isTheirs && isListedRight(appId, window)) continue;
    const Key = windowKey(appId, place);
    const asRead = {
      ConditionExpression: window.u === undefined ? 'attribute_not_exists(u)' : 'u = :u',
      ...(window.u !== undefined && { ExpressionAttributeValues: { ':u': window.u } }),
    };
    const { upk, usk } = usersKeys(appId, 'W', window.u ?? '');
    const change = isTheirs
      ? { Put: { TableName: table.tableName, Item: { ...window, upk, usk }, ...asRead } }
      : { Delete: { TableName: table.tableName, Key: { ...Key }, ...asRead } };
    const isStale = await write([change]);
    const repairs = [isTheirs ? 'a window stood elsewhere in the list of people' : 'a window of somebody else'];
    yield { appId, who: place, repairs, breaks: [], isStale };
  }
}

function ownerOf(survey: Survey, place: string): Home | undefined {
  const found = survey.places.get(place);
  if (found?.kind === 'home') return found;
  return found?.kind === 'pointer' ? reached(survey, found.subjectId, found.home) : undefined;
}

function isListedRight(appId: string, { u, upk, usk }: WindowItem): boolean {
  if (u === undefined || upk === undefined || usk === undefined) return true;
  const right = usersKeys(appId, 'W', u);
  return upk === right.upk && usk === right.usk;
}
