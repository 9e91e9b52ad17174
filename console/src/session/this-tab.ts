/** `begun`: a sign-in whose return this tab waits for. */
type Name = 'key' | 'refresh' | 'begun';

const placeOf = (name: Name): string => `optledger-${name}`;

/** What a session needs after a reload. It is gone when the tab is closed, and no other tab sees it. */
export const kept = {
  read: (name: Name): string | undefined => sessionStorage.getItem(placeOf(name)) ?? undefined,
  write: (name: Name, value: string): void => sessionStorage.setItem(placeOf(name), value),
  forget: (name: Name): void => sessionStorage.removeItem(placeOf(name)),
};
