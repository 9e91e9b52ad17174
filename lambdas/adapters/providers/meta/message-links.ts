import { MetaNotSetUpError, MetaRefusedError } from '../../../domain/collection/meta-link-errors.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import type { MetaLink, MetaLinks } from '../../../use-cases/collection/meta-link-ports.ts';
import type { Answer } from '../../http/ask.ts';
import { listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { graphErrorCode, graphErrorSubcode, graphRequest } from './graph-request.ts';

/** Meta's largest page. */
export const pageSize = 25;
/** What is shorter stands for a token that is still to come. */
const shortestToken = 16;
/** Graph API: a general error whose subcode says that there is no such object, or that this token may not see it. */
const noSuchObject = { code: 100, subcode: 33 };

/**
 * Meta's short links through its Graph API: `/{phone number id}/message_qrdls` (Meta, "QR codes and short links"). Each request is
 * tried once and for five seconds.
 *
 * @param graphUrl with its version, e.g. `https://graph.facebook.com/v26.0`
 * @param accessToken rejects with MetaNotSetUpError when there is none
 */
export function metaMessageLinks(graphUrl: string, accessToken: () => Promise<string>): MetaLinks {
  const ask = async (method: 'GET' | 'POST' | 'DELETE', phoneNumberId: string, more: Asked): Promise<Answer> => {
    const code = more.code === undefined ? '' : `/${encodeURIComponent(more.code)}`;
    const url = new URL(`${graphUrl.replace(/\/$/, '')}/${encodeURIComponent(phoneNumberId)}/message_qrdls${code}`);
    for (const [name, value] of Object.entries(more.query ?? {}))
      if (value !== undefined) url.searchParams.set(name, value);
    const body = more.body === undefined ? undefined : JSON.stringify(more.body);
    const answer = await graphRequest(method, url, await accessToken(), body);
    if (answer.status === 0) throw new TryAgainError('Meta did not answer in time. Send the same call again.', 5);
    return answer;
  };

  return {
    async create(phoneNumberId, message) {
      // Meta asks for a kind of picture; we draw our own, which leads through our counts.
      const body = { prefilled_message: message, generate_qr_image: 'SVG' };
      return linkIn(await ask('POST', phoneNumberId, { body }), message);
    },

    async change(phoneNumberId, code, message) {
      return linkIn(await ask('POST', phoneNumberId, { body: { prefilled_message: message, code } }), message);
    },

    async find(phoneNumberId, code) {
      const answer = await ask('GET', phoneNumberId, { code });
      if (isNoSuchObject(answer)) return undefined;
      return linksIn(accepted(answer)).find((link) => link.code === code);
    },

    async remove(phoneNumberId, code) {
      const json = accepted(await ask('DELETE', phoneNumberId, { code }));
      if (memberOf(json, 'success') !== true) throw new MetaRefusedError(200);
    },

    async page(phoneNumberId, limit, after) {
      const query = { limit: String(Math.min(limit, pageSize)), after };
      const json = accepted(await ask('GET', phoneNumberId, { query }));
      const paging = memberOf(json, 'paging');
      const next = textOf(paging, 'next') === undefined ? undefined : textOf(memberOf(paging, 'cursors'), 'after');
      return { links: linksIn(json), next };
    },
  };
}

/**
 * The access token, read when it is needed first and kept once it is good: points can be made without one.
 *
 * @param read the JSON of the access secret; undefined = there is none
 */
export function accessTokenWhenNeeded(read: () => Promise<unknown>): () => Promise<string> {
  let kept: string | undefined;
  return async () => {
    const token = kept ?? accessTokenIn(await read());
    if (token === undefined) throw new MetaNotSetUpError();
    kept = token;
    return token;
  };
}

/** The token in the JSON of an access secret; undefined = none yet. */
export function accessTokenIn(secret: unknown): string | undefined {
  const token = textOf(secret, 'accessToken') ?? '';
  return token.length < shortestToken ? undefined : token;
}

interface Asked {
  readonly code?: string;
  readonly query?: { readonly [name: string]: string | undefined };
  readonly body?: object;
}

function accepted(answer: Answer): unknown {
  const read = readJson(answer.body);
  if (answer.status === 200 && 'json' in read) return read.json;
  throw new MetaRefusedError(graphErrorCode(answer) ?? answer.status);
}

function isNoSuchObject(answer: Answer): boolean {
  if (answer.status === 404) return true;
  return graphErrorCode(answer) === noSuchObject.code && graphErrorSubcode(answer) === noSuchObject.subcode;
}

function linkIn(answer: Answer, message: string): MetaLink {
  const link = toLink(accepted(answer), message);
  if (link === undefined) throw new MetaRefusedError(answer.status);
  return link;
}

function linksIn(json: unknown): readonly MetaLink[] {
  return (listOf(json, 'data') ?? []).flatMap((each) => toLink(each, '') ?? []);
}

/** Codes are letters and digits; Meta's published pattern is narrower than its own examples. */
function toLink(json: unknown, message: string): MetaLink | undefined {
  const code = textOf(json, 'code');
  if (code === undefined || !/^[A-Za-z0-9]{4,64}$/.test(code)) return undefined;
  const given = textOf(json, 'deep_link_url') ?? '';
  const url = given.startsWith('https://wa.me/') ? given : `https://wa.me/message/${code}`;
  return { code, url, message: textOf(json, 'prefilled_message') ?? message };
}
