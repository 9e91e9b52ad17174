import { longestForward } from '../../../domain/gate/gate-decision.ts';
import { GateRefusedError, gateCodes } from '../../../domain/gate/gate-errors.ts';
import type { MetaAnswer, MetaGraph } from '../../../use-cases/gate/ports.ts';
import { type Answer, ask } from '../../http/ask.ts';
import { isSaid, memberOf, readJson, textOf } from '../../json/json-reader.ts';

/** Headers of Graph that clients read (Meta, OpenAPI of the Cloud API; the clients in docs/gate.md). */
const passedOn = [
  'facebook-api-version',
  'retry-after',
  'x-app-usage',
  'x-business-use-case-usage',
  'x-fb-debug',
  'x-fb-request-id',
  'x-fb-rev',
  'x-fb-trace-id',
] as const;

/**
 * Meta's Graph API as the gate uses it: a call goes on once, under the app's token, and Meta's own answer comes back.
 *
 * @param graphUrl with its version, which is that of callers who name none
 * @param tokenOf undefined = there is none, of the app or of the stage
 * @param tokenAnew asked where Meta takes the token no longer; undefined = there is no other
 */
export function metaGraph(
  graphUrl: string,
  tokenOf: (appId: string) => Promise<string | undefined>,
  tokenAnew: (appId: string) => Promise<string | undefined> = () => Promise.resolve(undefined),
): MetaGraph {
  const [, root = graphUrl, own = ''] = /^(.*?)\/?(v\d+\.\d+)?\/?$/.exec(graphUrl) ?? [];
  return {
    async open(appId) {
      const token = await tokenOf(appId);
      if (token === undefined) throw noToken();
      return {
        async send({ method, version = own, path, query = {}, contentType, body }) {
          const url = new URL(`${root}${version === '' ? '' : `/${version}`}${path}`);
          for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
          const endsAt = performance.now() + longestForward;
          const asked = (by: string) => {
            const headers = { authorization: `Bearer ${by}`, ...(contentType && { 'content-type': contentType }) };
            return ask({ method, url, headers, body }, Math.max(1, Math.floor(endsAt - performance.now())));
          };
          const first = await asked(token);
          // Meta did nothing: whoever changed the token a moment ago is not told that their key is no good.
          const anew = isOutdated(first) ? await tokenAnew(appId).catch(() => undefined) : undefined;
          const used = anew ?? token;
          const answer = used === token ? first : await asked(used);
          if (answer.status === 0) throw unknownOutcome('Meta did not answer, or not in time.');
          const { json, fault } = readJson(answer.body);
          const isObject = fault === undefined && typeof json === 'object' && json !== null;
          // A redirect, a page of some proxy, half of an answer, or one with the token in it: nobody may read that as Meta's word.
          if (!isObject || answer.status < 200 || (answer.status >= 300 && answer.status < 400)) {
            throw unknownOutcome(`What answered (HTTP ${answer.status}) was not in Meta's form.`);
          }
          const shown = withoutLinks(answer.body, json);
          if ([token, used].some((each) => Buffer.from(shown).includes(each)))
            throw unknownOutcome("Meta's answer cannot be passed on.");
          return { status: answer.status, headers: headersOf(answer.headers), body: shown };
        },
      };
    },
  };
}

/** Whether Meta takes the token no longer (Graph API, "Handle errors": 190). */
function isOutdated({ status, body }: Answer): boolean {
  return status >= 400 && status < 500 && textOf(memberOf(readJson(body).json, 'error'), 'code') === '190';
}

/** A list without Meta's links to its other pages, in which the access token stands: lists go on by their cursor. */
function withoutLinks(body: Uint8Array, json: object): Uint8Array {
  const paging = memberOf(json, 'paging');
  if (paging === undefined) return body;
  const more = isSaid(paging, 'next') && { has_next: true };
  return Buffer.from(JSON.stringify({ ...json, paging: { cursors: memberOf(paging, 'cursors'), ...more } }));
}

function headersOf(received: {
  readonly [name: string]: string | readonly string[] | undefined;
}): MetaAnswer['headers'] {
  const found = passedOn.flatMap((name) => {
    const value = received[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

function unknownOutcome(what: string): GateRefusedError {
  const detail = `${what} It is not known whether it was done: this is no refusal, and sending it again may do it twice.`;
  return new GateRefusedError(504, gateCodes.unknownOutcome, detail);
}

function noToken(): GateRefusedError {
  const detail = 'There is no access token of Meta for this app, so nothing can be sent for it.';
  return new GateRefusedError(400, gateCodes.notSetUp, detail);
}
