import { longestForward } from '../../../domain/gate/gate-decision.ts';
import { GateRefusedError, gateCodes } from '../../../domain/gate/gate-errors.ts';
import type { MetaAnswer, MetaGraph } from '../../../use-cases/gate/ports.ts';
import { ask } from '../../http/ask.ts';
import { readJson } from '../../json/json-reader.ts';

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
 */
export function metaGraph(graphUrl: string, tokenOf: (appId: string) => Promise<string | undefined>): MetaGraph {
  const [, root = graphUrl, own = ''] = /^(.*?)\/?(v\d+\.\d+)?\/?$/.exec(graphUrl) ?? [];
  return {
    async open(appId) {
      const token = await tokenOf(appId);
      if (token === undefined) throw noToken();
      return {
        async send({ method, version = own, path, query = {}, contentType, body }) {
          const url = new URL(`${root}${version === '' ? '' : `/${version}`}${path}`);
          for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
          const headers = { authorization: `Bearer ${token}`, ...(contentType && { 'content-type': contentType }) };
          const answer = await ask({ method, url, headers, body }, longestForward);
          if (answer.status === 0) throw unknownOutcome('Meta did not answer, or not in time.');
          const { json, fault } = readJson(answer.body);
          const isObject = fault === undefined && typeof json === 'object' && json !== null;
          // A redirect, a page of some proxy, half of an answer, or one with the token in it: nobody may read that as Meta's word.
          if (!isObject || answer.status < 200 || (answer.status >= 300 && answer.status < 400)) {
            throw unknownOutcome(`What answered (HTTP ${answer.status}) was not in Meta's form.`);
          }
          if (Buffer.from(answer.body).includes(token)) throw unknownOutcome("Meta's answer cannot be passed on.");
          return { status: answer.status, headers: headersOf(answer.headers), body: answer.body };
        },
      };
    },
  };
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
