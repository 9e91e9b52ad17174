import { randomInt } from 'node:crypto';
import type { KeptFile } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { graphError } from './graph-error.ts';

/** An In-App Signup as Meta keeps it. */
export interface SimulatedSignup {
  readonly id: string;
  readonly wabaId: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface SimulatedSignups {
  readonly signups: readonly SimulatedSignup[];
  /** Accounts that accepted the terms. */
  readonly accepted: readonly string[];
}

export const noSignups: SimulatedSignups = { signups: [], accepted: [] };

const pageSize = 25;
const texts = ['signup_message', 'confirmation_message'] as const;
const changeable = [...texts, 'website_url', 'promo_code', 'display_name', 'status'] as const;

/**
 * `POST|GET /{version}/{WABA}/signups` and `GET|POST /{version}/signups/{id}` (Meta, "In-App Signup"): by cursor, and `paging.next` has the
 * access token in it. Nothing can be deleted. The first one of an account wants its terms accepted.
 */
export function signups(kept: KeptFile<SimulatedSignups>, accessToken: string) {
  const shown = ({ id, fields }: SimulatedSignup) => ({ id, ...fields });
  const all = () => kept.read().signups;

  function list({ searchParams, pathname }: URL, wabaId: string): LocalResponse {
    const own = all().filter((signup) => signup.wabaId === wabaId);
    const limit = Math.min(pageSize, Number(searchParams.get('limit') ?? pageSize) || pageSize);
    const after = searchParams.get('after');
    const start = after === null ? 0 : Number(Buffer.from(after, 'base64url').toString()) + 1;
    const page = own.slice(start, start + limit);
    if (page.length === 0) return json(200, { data: [] });
    const cursorOf = (place: number) => Buffer.from(String(place)).toString('base64url');
    const cursors = { before: cursorOf(start), after: cursorOf(start + page.length - 1) };
    const next = `https://graph.facebook.com${pathname}?access_token=${accessToken}&limit=${limit}&after=${cursors.after}`;
    return json(200, {
      data: page.map(shown),
      paging: { cursors, ...(start + page.length < own.length && { next }) },
    });
  }

  function create(body: Readonly<Record<string, unknown>>, wabaId: string): LocalResponse {
    const { accepted } = kept.read();
    const { tos, accepted: isAccepted } = (body.policy ?? {}) as { tos?: unknown; accepted?: unknown };
    const accepts = isAccepted === true && typeof tos === 'string';
    if (!accepts && !accepted.includes(wabaId)) return refused(2494164, 'The terms of service are not accepted.');
    const fault = faultOf(body, [...texts, 'privacy_policy_url']);
    if (fault !== undefined) return fault;
    const id = `1317684${randomInt(1_000_000_000, 9_999_999_999)}`;
    const fields = { ...given(body, [...changeable, 'privacy_policy_url']), status: 'ACTIVE' };
    kept.write({ signups: [...all(), { id, wabaId, fields }], accepted: [...new Set([...accepted, wabaId])] });
    return json(200, { id });
  }

  function change(body: Readonly<Record<string, unknown>>, signup: SimulatedSignup): LocalResponse {
    if (body.privacy_policy_url !== undefined) return refused(2494167, 'The privacy policy cannot be changed.');
    const changed = { ...signup, fields: { ...signup.fields, ...given(body, changeable) } };
    const fault = faultOf(changed.fields, texts);
    if (fault !== undefined) return fault;
    kept.write({ ...kept.read(), signups: all().map((each) => (each.id === signup.id ? changed : each)) });
    return json(200, { success: true });
  }

  /** Undefined = the request is about something else. */
  return function answer(request: LocalRequest): LocalResponse | undefined {
    const url = new URL(request.target, 'http://graph.local');
    const [, wabaId] = /^\/v\d+\.\d+\/(\d+)\/signups$/.exec(url.pathname) ?? [];
    const [, id] = /^\/v\d+\.\d+\/signups\/(\d+)$/.exec(url.pathname) ?? [];
    if (wabaId === undefined && id === undefined) return undefined;
    if (request.headers.authorization !== `Bearer ${accessToken}`) {
      return graphError(401, 190, 'OAuthException', 'Invalid OAuth access token - Cannot parse access token');
    }
    if (wabaId !== undefined) {
      return request.method === 'POST' ? create(jsonBody(request), wabaId) : list(url, wabaId);
    }
    const found = all().find((signup) => signup.id === id);
    if (found === undefined) {
      const message = `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
      return graphError(400, 100, 'GraphMethodException', message, 33);
    }
    return request.method === 'POST' ? change(jsonBody(request), found) : json(200, shown(found));
  };
}

function faultOf(body: Readonly<Record<string, unknown>>, must: readonly string[]): LocalResponse | undefined {
  const missing = must.find((name) => typeof body[name] !== 'string' || body[name] === '');
  if (missing !== undefined) {
    return graphError(400, 100, 'OAuthException', `(#100) The parameter ${missing} is required.`);
  }
  const long = texts.find((name) => String(body[name] ?? '').length > 300);
  if (long !== undefined) return refused(2494165, `${long} may have 300 characters.`);
  const saysCode = String(body.confirmation_message ?? '').includes('{{promo_code}}');
  return saysCode && body.promo_code === undefined ? refused(2494176, 'There is no promo_code.') : undefined;
}

/** Meta tells which it is by a subcode of a general error. */
function refused(subcode: number, message: string): LocalResponse {
  return graphError(400, 100, 'OAuthException', message, subcode);
}

function given(body: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (body[name] === undefined ? [] : [[name, String(body[name])] as const])),
  );
}
