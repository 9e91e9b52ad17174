import { randomInt } from 'node:crypto';
import type { KeptFile } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { graphError } from './graph-error.ts';

/** A short link as Meta keeps it. */
export interface MessageLink {
  readonly phoneNumberId: string;
  readonly code: string;
  readonly prefilledMessage: string;
}

const pageSize = 25;
const mostLinks = 2000;
const longestMessage = 140;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * `/{version}/{phone number id}/message_qrdls[/{code}]` (Meta, "QR codes and short links"): POST makes a link, with a `code` in the body
 * it changes one; GET lists up to 25 a page or shows one, both as a list; DELETE takes one away.
 */
export function messageLinks(kept: KeptFile<readonly MessageLink[]>) {
  const shown = ({ code, prefilledMessage }: MessageLink) => ({
    code,
    prefilled_message: prefilledMessage,
    deep_link_url: `https://wa.me/message/${code}`,
  });
  const find = (phoneNumberId: string, code: unknown) =>
    kept.read().find((link) => link.phoneNumberId === phoneNumberId && link.code === code);

  function list(request: LocalRequest, phoneNumberId: string): LocalResponse {
    const { searchParams } = new URL(request.target, 'http://graph.local');
    const own = kept.read().filter((link) => link.phoneNumberId === phoneNumberId);
    const limit = Math.min(pageSize, Number(searchParams.get('limit') ?? pageSize) || pageSize);
    const after = searchParams.get('after');
    const start = after === null ? 0 : own.findIndex(({ code }) => code === after) + 1;
    const page = own.slice(start, start + limit);
    const cursors = { before: page[0]?.code ?? '', after: page.at(-1)?.code ?? '' };
    const next = `https://graph.facebook.com/v26.0/${phoneNumberId}/message_qrdls?limit=${limit}&after=${cursors.after}`;
    const paging = page.length === 0 ? {} : { paging: { cursors, ...(start + limit < own.length && { next }) } };
    return json(200, { data: page.map(shown), ...paging });
  }

  function save(request: LocalRequest, phoneNumberId: string): LocalResponse {
    const { prefilled_message: message, code, generate_qr_image: picture } = jsonBody(request);
    if (typeof message !== 'string' || message === '') {
      return graphError(400, 100, 'OAuthException', '(#100) The parameter prefilled_message is required.');
    }
    if (message.length > longestMessage) {
      return graphError(
        400,
        100,
        'OAuthException',
        `(#100) prefilled_message may have ${longestMessage} characters: ${message}`,
      );
    }
    const before = kept.read();
    if (code !== undefined) {
      const found = find(phoneNumberId, code);
      if (found === undefined) return noSuchObject(String(code));
      const changed = { ...found, prefilledMessage: message };
      kept.write(before.map((link) => (link.code === found.code ? changed : link)));
      return json(200, shown(changed));
    }
    if (picture !== 'PNG' && picture !== 'SVG') {
      return graphError(400, 100, 'OAuthException', '(#100) Param generate_qr_image must be one of {PNG, SVG}');
    }
    if (before.filter((link) => link.phoneNumberId === phoneNumberId).length >= mostLinks) {
      return graphError(400, 131000, 'OAuthException', 'This phone number has the most links that it may have.');
    }
    const made = { phoneNumberId, code: newCode(), prefilledMessage: message };
    kept.write([...before, made]);
    return json(200, { ...shown(made), qr_image_url: `https://scontent.example/qr/${made.code}` });
  }

  return function answer(request: LocalRequest, phoneNumberId: string, code: string | undefined): LocalResponse {
    if (code === undefined) {
      if (request.method === 'POST') return save(request, phoneNumberId);
      if (request.method === 'GET') return list(request, phoneNumberId);
      return graphError(400, 100, 'GraphMethodException', 'Unsupported request.');
    }
    const found = find(phoneNumberId, code);
    if (found === undefined) return noSuchObject(code);
    if (request.method === 'GET') return json(200, { data: [shown(found)] });
    if (request.method !== 'DELETE') return graphError(400, 100, 'GraphMethodException', 'Unsupported request.');
    kept.write(kept.read().filter((link) => link.code !== code || link.phoneNumberId !== phoneNumberId));
    return json(200, { success: true });
  };
}

function noSuchObject(code: string): LocalResponse {
  const message = `Unsupported request. Object with ID '${code}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return graphError(400, 100, 'GraphMethodException', message, 33);
}

function newCode(): string {
  return Array.from({ length: 14 }, () => letters.charAt(randomInt(letters.length))).join('');
}
