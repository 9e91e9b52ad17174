import type { App } from '../../domain/app/app.ts';
import { type ConsentState, consentState } from '../../domain/consent/consent-state.ts';
import type { Source } from '../../domain/consent/statement.ts';
import type { SuppressionReason } from '../../domain/consent/suppression.ts';
import { isEarlierHolder, type KnownPerson, type Subject } from '../../domain/identity/subject.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type Activity, activityOf } from '../../domain/window/activity.ts';
import { isOpen, windowSince } from '../../domain/window/customer-service-window.ts';
import type { PagePosition, UserDirectory } from './ports.ts';

/** Which people are wanted; what is absent does not matter. */
export interface UserFilter {
  readonly consent?: ConsentState | undefined;
  /** A purpose of the app; without it any purpose may match. */
  readonly purpose?: string | undefined;
  readonly window?: 'open' | 'closed' | undefined;
  readonly activity?: Activity | undefined;
  /** Whose latest message or call is known and not older. */
  readonly seenSince?: Milliseconds | undefined;
  /** Source of the statement that decides. */
  readonly source?: Source | undefined;
  /** The collection point of the statement that decides, `pt_…`. */
  readonly point?: string | undefined;
  /** ISO 3166-1, of the number; of the BSUID where no number is known. */
  readonly country?: string | undefined;
  readonly suppression?: SuppressionReason | undefined;
}

export interface ListUsersDeps {
  readonly directory: Pick<UserDirectory, 'list' | 'shareOf'>;
  /** The country of canonical digits; undefined where the number has none. */
  countryOf(digits: string): string | undefined;
  /** How long a call has taken is told by it. */
  readonly clock: () => Milliseconds;
}

/** A page of people, and how far the list has come with it. */
export interface UsersPage {
  readonly data: readonly KnownPerson[];
  /** Undefined = this was the last page. */
  readonly next: PagePosition | undefined;
  /** How many people were looked at for this page. */
  readonly looked: number;
  /** How much of the list is behind this page and those before it, from 0 to 1. */
  readonly progress: number;
}

/** Whoever filters looks at so many people in one call at most, so that a filter which fits few stays cheap and quick: its page is short. */
export const mostLooked = 1000;
/** How many people are looked at in one read. */
const atOnce = { least: 25, most: 250 };
/** Reads of one call: for an index that leads to hardly anybody. */
const mostReads = 12;
/** After so many milliseconds a call begins no other read: a slow machine answers shorter pages, and in time. */
export const mostTime = 400;

/** A page of the people that fit the filter at `now`; it may be short, even empty, and yet not the last. */
export async function listUsers(
  { directory, countryOf, clock }: ListUsersDeps,
  app: App,
  filter: UserFilter,
  page: { readonly limit: number; readonly from?: PagePosition | undefined },
  now: Milliseconds,
): Promise<UsersPage> {
  const isRecent = filter.window === 'open' || filter.activity === 'active' || filter.seenSince !== undefined;
  const kind = isRecent ? 'kept-window' : 'all';
  const wanted = (subject: Subject) => fitsByState(subject, app, filter, countryOf, now);
  const data: KnownPerson[] = [];
  const startedAt = clock();
  let [from, looked] = [page.from, 0];
  for (let reads = 0; reads < mostReads && data.length < page.limit && looked < mostLooked; reads += 1) {
    if (reads > 0 && clock() - startedAt >= mostTime) break;
    const size = sizeOfRead({ missing: page.limit - data.length, found: data.length, looked });
    const read = await directory.list(app.appId, kind, size, from, wanted);
    from = read.next;
    for (const person of read.data) {
      if (!fitsByWindow(person, app, filter, now)) continue;
      data.push(person);
      if (data.length === page.limit && person.nth < read.looked) {
        return told(directory, { data, next: person.position, looked: looked + person.nth });
      }
    }
    looked += read.looked;
    if (from === undefined) break;
  }
  return told(directory, { data, next: from, looked });
}

/**
 * As many as the page still wants, if people go on to fit as they did so far: a filter that nearly everybody fits costs hardly more than
 * none, whose first read is the page.
 */
function sizeOfRead({ missing, found, looked }: Record<'missing' | 'found' | 'looked', number>): number {
  const likely = Math.ceil((missing * looked) / Math.max(1, found));
  return Math.min(looked === 0 ? missing : Math.max(likely, atOnce.least), atOnce.most, mostLooked - looked);
}

function told({ shareOf }: Pick<UserDirectory, 'shareOf'>, page: Omit<UsersPage, 'progress'>): UsersPage {
  return { ...page, progress: page.next === undefined ? 1 : shareOf(page.next) };
}

/** Whoever holds no identifier any more is found by their userId only: a list is of people who can be written to or wrote. */
function fitsByState(
  subject: Subject,
  app: App,
  { consent, purpose: wanted, source, point, country, suppression, activity }: UserFilter,
  countryOf: ListUsersDeps['countryOf'],
  now: Milliseconds,
): boolean {
  if (isEarlierHolder(subject)) return false;
  if (country !== undefined && countryOfSubject(subject, countryOf) !== country) return false;
  if (suppression !== undefined && subject.suppressions.every(({ reason }) => reason !== suppression)) return false;
  if (activity === 'never' && subject.firstContactAt !== undefined) return false;
  if ([consent, wanted, source, point].every((each) => each === undefined)) return true;
  const purposes = app.purposes.filter(({ purposeId }) => wanted === undefined || wanted === purposeId);
  return purposes.some((purpose) => {
    const found = consentState(subject.registers, purpose, now);
    const isState = consent === undefined ? found.state !== 'never-asked' : found.state === consent;
    return (
      isState && (source === undefined || source === found.source) && (point === undefined || point === found.point)
    );
  });
}

function fitsByWindow({ subject, window }: KnownPerson, app: App, filter: UserFilter, now: Milliseconds): boolean {
  const own = windowSince(window, app.numberSince);
  if (filter.window !== undefined && isOpen(own, now) !== (filter.window === 'open')) return false;
  if (filter.seenSince !== undefined && (own.lastInboundAt ?? -1) < filter.seenSince) return false;
  const seen = { firstContactAt: subject.firstContactAt, lastInboundAt: window.lastInboundAt };
  return filter.activity === undefined || activityOf(own, seen, now) === filter.activity;
}

/** A BSUID begins with the country of the account (Meta, "Business-scoped user IDs"). */
function countryOfSubject({ phone, bsuid }: Subject, countryOf: ListUsersDeps['countryOf']): string | undefined {
  if (phone !== undefined) return countryOf(phone);
  return /^([A-Z]{2})\./.exec(bsuid ?? '')?.[1];
}
