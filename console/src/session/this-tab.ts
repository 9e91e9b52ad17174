/** `begun`: a sign-in whose return this tab waits for. */
type Name = 'key' | 'refresh' | 'begun';

const placeOf = (name: Name): string => `optledger-${name}`;

/**
 * What a session needs after a reload. It is gone when the tab is closed, and no other tab sees it. In a browser that keeps nothing the
 * session lasts until the page is loaded anew.
 */
export const kept = {
  read(name: Name): string | undefined {
    try {
      return sessionStorage.getItem(placeOf(name)) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(name: Name, value: string): void {
    try {
      sessionStorage.setItem(placeOf(name), value);
    } catch {
      // It is in memory.
    }
  },
  forget(name: Name): void {
    try {
      sessionStorage.removeItem(placeOf(name));
    } catch {
      // Nothing was kept.
    }
  },
};
