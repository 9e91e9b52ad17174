import { createClient } from '../../../client/src/index.ts';
import { session } from '../session/session.ts';

export { type components, dataOf } from '../../../client/src/index.ts';

/**
 * The API of this origin, with the token of the session at hand. Nothing is sent again by itself here: reads are repeated by the query
 * cache, which says so, and what changes something never is.
 */
export const api = createClient({
  baseUrl: location.origin,
  key: '',
  retries: 0,
  async fetch(request) {
    const current = session.read();
    const token = current.state === 'none' ? undefined : await current.source.token();
    request.headers.set('authorization', `Bearer ${token ?? ''}`);
    return fetch(request);
  },
});
