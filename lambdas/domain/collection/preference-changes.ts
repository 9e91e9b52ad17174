import type { ConsentState } from '../consent/consent-state.ts';
import type { Milliseconds } from '../time.ts';
import { toSeconds } from '../time.ts';

/** A page that was shown longer ago than this opts nobody in any more; it still takes every no. In milliseconds: 24 hours. */
export const pageLifetime: Milliseconds = 24 * 60 * 60 * 1000;

/** The preference page as it was shown, and how it came back. */
export interface ReturnedPage {
  /** Purposes shown as opted in. */
  readonly shown: ReadonlySet<string>;
  /** Purposes ticked when it was saved. */
  readonly ticked: ReadonlySet<string>;
  readonly shownAt: Milliseconds;
}

/** What is true when the page comes back. */
export interface PresentConsent {
  readonly purposeId: string;
  readonly state: ConsentState;
  readonly since?: Milliseconds;
  /** Whether the page may opt in to it: the notice shown describes it, and the point is open. */
  readonly offered: boolean;
}

/** What saving changes. Purposes in `unclear` are left as they are: the person looks again. */
export interface PreferenceChanges {
  readonly grant: readonly string[];
  readonly revoke: readonly string[];
  readonly unclear: readonly string[];
}

/**
 * What a person changed, against what they were shown. A box that was not touched says nothing, so a page that is older than a STOP
 * never undoes it; a box that was unticked always says no. A yes counts only where nothing changed since the page was shown.
 */
export function preferenceChanges(
  page: ReturnedPage,
  present: readonly PresentConsent[],
  now: Milliseconds,
): PreferenceChanges {
  const of = (kind: Change) =>
    present.filter((consent) => changeOf(page, consent, now) === kind).map(({ purposeId }) => purposeId);
  return { grant: of('grant'), revoke: of('revoke'), unclear: of('unclear') };
}

type Change = 'none' | 'grant' | 'revoke' | 'unclear';

function changeOf(page: ReturnedPage, consent: PresentConsent, now: Milliseconds): Change {
  const [shown, ticked] = [page.shown.has(consent.purposeId), page.ticked.has(consent.purposeId)];
  const isOptedIn = consent.state === 'opted-in';
  if (shown === ticked) return isOptedIn === ticked ? 'none' : 'unclear';
  // Also what ended by itself since: the no is then on record.
  if (!ticked) return 'revoke';
  if (isOptedIn || !consent.offered) return isOptedIn ? 'none' : 'unclear';
  const changedSince = consent.since !== undefined && toSeconds(consent.since) >= toSeconds(page.shownAt);
  return changedSince || now - page.shownAt >= pageLifetime ? 'unclear' : 'grant';
}
