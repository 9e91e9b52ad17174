import type { Milliseconds } from '../../../domain/time.ts';

/** Wrong keys in a second for which the table is asked as for good ones; beyond them most are told by a glimpse. */
export const mostAsked = 10;
/** How long a key that is not there is known not to be, in milliseconds. Ids are random: nobody asks for one before it is made. */
export const unknownFor = 10_000;
/** So many of them are remembered at once; a function that meets more begins anew. */
const mostUnknown = 10_000;

/** What a running function remembers of wrong keys, so that they do not cost what good ones do. */
export function wrongKeys() {
  let unknown = { ends: 0, ids: new Set<string>() };
  let lately = { second: 0, count: 0 };
  return {
    /** Whether the table said a moment ago that there is no such key. */
    isUnknown: (keyId: string, now: Milliseconds): boolean => now < unknown.ends && unknown.ids.has(keyId),

    /** Whether this second has had more wrong keys than mistakes explain. */
    areMany: (now: Milliseconds): boolean => lately.second === Math.floor(now / 1000) && lately.count >= mostAsked,

    note(keyId: string, isUnknown: boolean, now: Milliseconds): void {
      const second = Math.floor(now / 1000);
      lately = { second, count: lately.second === second ? lately.count + 1 : 1 };
      if (!isUnknown) return;
      if (now >= unknown.ends || unknown.ids.size >= mostUnknown) unknown = { ends: now + unknownFor, ids: new Set() };
      unknown.ids.add(keyId);
    },
  };
}
