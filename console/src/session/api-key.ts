import type { TokenSource } from './session.ts';
import { kept } from './this-tab.ts';

/** A session by an API key, kept until this tab is closed. */
export function keySource(key: string): TokenSource {
  kept.write('key', key);
  kept.forget('refresh');
  return { kind: 'key', token: async () => key, forget: () => kept.forget('key') };
}

/**
 * The key of this tab: of the link that was opened (`/console#key=…`), or the one it had before. The key leaves the address at once, so
 * that it stands in no history, bookmark or picture of the screen.
 */
export function keyOfThisTab(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return given ?? kept.read('key');
}
