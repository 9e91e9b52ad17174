import { createClient } from '../../../client/src/index.ts';
import { session, sessionHasRunOut } from '../session/session.ts';
import { queries } from './queries.ts';

export { type components, dataOf } from '../../../client/src/index.ts';

/**
 * The API of this origin, with the token of the session at hand. Nothing is sent again by itself here but what was refused because its
 * token had just run out: nothing was done then. Reads are repeated by the query cache, which says so, and what changes something never is.
 */
export const api = createClient({
  baseUrl: location.origin,
  key: '',
  retries: 0,
  async fetch(request) {
    const current = session.read();
    const source = current.state === 'none' ? undefined : current.source;
    const token = await source?.token();
    // Nobody is asked with an empty token: it would count as a wrong one.
    if (token === undefined) {
      sessionHasRunOut();
      return new Response(null, { status: 401 });
    }
    const again = source?.renew === undefined ? undefined : request.clone();
    const answer = await sent(request, token);
    if (answer.status !== 401 || again === undefined) return answer;
    const other = await source?.renew?.(token);
    if (other === undefined || other === token) return answer;
    // A role that was changed makes a token good for nothing: who they are now is asked, too.
    if (!again.url.endsWith('/v1/me')) void queries.invalidateQueries({ queryKey: ['me'] });
    return sent(again, other);
  },
});

function sent(request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`);
  return fetch(request);
}
