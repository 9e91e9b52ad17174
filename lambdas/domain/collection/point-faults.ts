import type { App } from '../app/app.ts';
import { unknownPurposes } from '../app/unknown-purposes.ts';
import type { Fault } from '../errors.ts';
import { matchKeyword } from '../keywords/match-keyword.ts';
import type { NoticeVersion } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';
import { type CollectionPoint, isShown, leadsToChat, type PointKind } from './collection-point.ts';
import type { PointChange } from './point-settings.ts';
import { findReference } from './reference.ts';

/** Kinds that stand on web pages of the business. */
const embeddedKinds: readonly PointKind[] = ['widget', 'form'];

/**
 * What keeps a point from being offered to people: all of it, with pointers into the settings.
 *
 * @param notice the version that the point names, or undefined when it names none that there is
 */
export function pointFaults(
  app: Pick<App, 'purposes' | 'whatsapp'>,
  point: CollectionPoint,
  notice: NoticeVersion | undefined,
  now: Milliseconds,
): readonly Fault[] {
  return [
    ...kindFaults(app, point),
    ...noticeFaults(point, notice),
    ...point.purposes.flatMap((purposeId, index) => purposeFaults(app, purposeId, `/purposes/${index}`, notice)),
    ...greetingFaults(point),
    ...expiryFaults(point, now),
  ];
}

/** The faults that a change is answerable for: those of what it touches, and all of them when it opens the point. */
export function faultsOfChange(change: PointChange, faults: readonly Fault[]): readonly Fault[] {
  if (change.status === 'active') return faults;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const touched = new Set(given.flatMap(([name]) => (name === 'notice' ? ['notice', 'purposes'] : [name])));
  return faults.filter(({ pointer }) => touched.has(pointer.split('/')[1] ?? ''));
}

function kindFaults(app: Pick<App, 'whatsapp'>, { kind, opens, origins }: CollectionPoint): Fault[] {
  const faults: Fault[] = [];
  if (leadsToChat(kind) && app.whatsapp === undefined) {
    faults.push(fault('/kind', 'no-whatsapp-number', 'This leads to a chat, and the app has no WhatsApp number.'));
  }
  if (embeddedKinds.includes(kind) && origins.length === 0) {
    faults.push(
      fault('/origins', 'required', 'Name the origins of the pages that show it, e.g. https://shop.example.'),
    );
  }
  if (opens === 'chat' && kind !== 'link' && (isShown(kind) || !leadsToChat(kind))) {
    faults.push(fault('/opens', 'not-for-this-kind', 'Nothing of this kind opens a chat; only a link has the choice.'));
  }
  if (opens === 'check-page' && leadsToChat(kind) && !isShown(kind)) {
    faults.push(fault('/opens', 'not-for-this-kind', 'This kind has no page; it leads straight to the chat.'));
  }
  return faults;
}

function noticeFaults({ kind, notice: named, purposes }: CollectionPoint, notice: NoticeVersion | undefined): Fault[] {
  const faults: Fault[] = [];
  if (named !== undefined && notice === undefined) {
    faults.push(fault('/notice', 'unknown-notice', 'The app has published no such notice or version.'));
  }
  if (!isShown(kind)) return faults;
  if (named === undefined) faults.push(fault('/notice', 'required', 'People who come here must be shown a notice.'));
  if (purposes.length === 0) faults.push(fault('/purposes', 'required', 'Name at least one purpose to be offered.'));
  return faults;
}

/** Nobody can agree to what is not said: every language must have the purpose in its words. */
function purposeFaults(
  app: Pick<App, 'purposes'>,
  purposeId: string,
  pointer: string,
  notice: NoticeVersion | undefined,
): Fault[] {
  const unknown = unknownPurposes(app, [{ pointer, purposeId }]);
  if (unknown.length > 0) return unknown;
  const silent = (notice?.texts ?? []).filter((text) => text.purposes.every((each) => each.purposeId !== purposeId));
  if (silent.length === 0) return [];
  const locales = silent.map(({ locale }) => locale).join(', ');
  return [fault(pointer, 'not-in-notice', `The notice does not say what this is in: ${locales}.`)];
}

/** What people send without reading must not ask for anything, and must not lead to another point. */
function greetingFaults({ greeting }: CollectionPoint): Fault[] {
  if (greeting === undefined) return [];
  if (matchKeyword(greeting).answer !== 'none') {
    return [fault('/greeting', 'a-keyword', 'These words ask to stop, to start or for help.')];
  }
  return findReference(greeting) === undefined
    ? []
    : [fault('/greeting', 'a-reference', 'The reference of a link or page is added by us.')];
}

function expiryFaults({ expiresAt }: CollectionPoint, now: Milliseconds): Fault[] {
  if (expiresAt === undefined || expiresAt > now) return [];
  return [fault('/expiresAt', 'in-the-past', 'This time is over. To close a point, pause it.')];
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
