import type { TokenSource } from './session.ts';

const place = 'optledger-key';

/** A session by an API key, kept until this tab is closed. */
export function keySource(key: string): TokenSource {
  sessionStorage.setItem(place, key);
  return { token: async () => key, forget: () => sessionStorage.removeItem(place) };
}

/**
 * The key of this tab: of the link that was opened (`/console#key=…`), or the one it had before. The key leaves the address at once, so
 * that it stands in no history, bookmark or picture of the screen.
 */
export function keyOfThisTab(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return given ?? sessionStorage.getItem(place) ?? undefined;
}
