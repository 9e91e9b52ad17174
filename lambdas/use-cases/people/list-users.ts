import type { App } from '../../domain/app/app.ts';
import { type ConsentState, consentState } from '../../domain/consent/consent-state.ts';
import type { Source } from '../../domain/consent/statement.ts';
import { isEarlierHolder, type KnownPerson } from '../../domain/identity/subject.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { isOpen, windowSince } from '../../domain/window/customer-service-window.ts';
import type { DirectoryPage, PagePosition, UserDirectory } from './ports.ts';

/** Which people are wanted; what is absent does not matter. */
export interface UserFilter {
  readonly consent?: ConsentState | undefined;
  /** A purpose of the app; without it any purpose may match. */
  readonly purpose?: string | undefined;
  readonly window?: 'open' | 'closed' | undefined;
  /** Source of the statement that decides. */
  readonly source?: Source | undefined;
}

/** A call reads this many pages of people at most, so that a filter which fits nobody stays cheap; its page is then short. */
const mostReads = 6;

/** A page of the people that fit the filter at `now`; it may be short, even empty, and yet not the last. */
export async function listUsers(
  directory: UserDirectory,
  app: App,
  filter: UserFilter,
  page: { readonly limit: number; readonly from?: PagePosition | undefined },
  now: Milliseconds,
): Promise<DirectoryPage<KnownPerson>> {
  const kind = filter.window === 'open' ? 'kept-window' : 'all';
  const data: KnownPerson[] = [];
  let from = page.from;
  for (let reads = 0; reads < mostReads && data.length < page.limit; reads += 1) {
    const read = await directory.list(app.appId, kind, page.limit - data.length, from);
    data.push(...read.data.filter((person) => fits(person, app, filter, now)));
    from = read.next;
    if (from === undefined) break;
  }
  return { data, next: from };
}

/** Whoever holds no identifier any more is found by their userId only: a list is of people who can be written to or wrote. */
function fits({ subject, window }: KnownPerson, app: App, filter: UserFilter, now: Milliseconds): boolean {
  if (isEarlierHolder(subject)) return false;
  if (filter.window !== undefined && isOpen(windowSince(window, app.numberSince), now) !== (filter.window === 'open'))
    return false;
  if (filter.consent === undefined && filter.purpose === undefined && filter.source === undefined) return true;
  const purposes = app.purposes.filter(({ purposeId }) => filter.purpose === undefined || filter.purpose === purposeId);
  return purposes.some((purpose) => {
    const { state, source } = consentState(subject.registers, purpose, now);
    const isState = filter.consent === undefined ? state !== 'never-asked' : state === filter.consent;
    return isState && (filter.source === undefined || filter.source === source);
  });
}
