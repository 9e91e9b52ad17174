import { MetaRefusedError } from '../../../domain/collection/meta-link-errors.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import type {
  MetaSignup,
  MetaSignupChange,
  MetaSignups,
  NewMetaSignup,
} from '../../../use-cases/collection/signup-ports.ts';
import type { Answer } from '../../http/ask.ts';
import { listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { graphErrorCode, graphErrorSubcode, graphRequest } from './graph-request.ts';

/** What is asked for of each signup. */
const fields = 'id,status,display_name,signup_message,confirmation_message,privacy_policy_url,website_url,promo_code';
/** Meta documents no largest page; links have this one. */
const pageSize = 25;
const terms = 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms';
/** Graph API: a general error whose subcode says that there is no such object, or that this token may not see it. */
const noSuchObject = { code: 100, subcode: 33 };
/** What In-App Signup refuses by (Meta, "In-App Signup", page of 2026-07-03); it comes as code or as subcode. */
const ownCodes: ReadonlySet<number> = new Set([2494164, 2494165, 2494166, 2494167, 2494168, 2494176, 2494177, 2494179]);

/**
 * Meta's In-App Signups through its Graph API, v22.0 and later: `/{WABA}/signups` and `/signups/{id}`. Each request is tried once and for
 * five seconds. `paging.next` has the access token in it: it is looked at only for being there.
 *
 * @param graphUrl with its version, e.g. `https://graph.facebook.com/v26.0`
 * @param accessToken of an app; rejects with MetaNotSetUpError when there is none
 */
export function metaSignups(graphUrl: string, accessToken: (appId: string) => Promise<string>): MetaSignups {
  const ask = async (method: 'GET' | 'POST', path: string, appId: string, more: Asked = {}): Promise<Answer> => {
    const url = new URL(`${graphUrl.replace(/\/$/, '')}/${path}`);
    for (const [name, value] of Object.entries(more.query ?? {}))
      if (value !== undefined) url.searchParams.set(name, value);
    const body = more.body === undefined ? undefined : JSON.stringify(more.body);
    const answer = await graphRequest(method, url, await accessToken(appId), body);
    if (answer.status === 0) {
      const detail =
        'Meta did not answer in time, and may have done it. Look at the signup, or at the list, before this is sent again.';
      throw new TryAgainError(detail, 5);
    }
    return answer;
  };

  return {
    async create(appId, wabaId, signup) {
      const json = accepted(
        await ask('POST', `${encodeURIComponent(wabaId)}/signups`, appId, { body: bodyOf(signup) }),
      );
      const signupId = idIn(json);
      if (signupId === undefined) throw new MetaRefusedError(200);
      return signupId;
    },

    async find(appId, signupId) {
      const answer = await ask('GET', `signups/${encodeURIComponent(signupId)}`, appId, { query: { fields } });
      if (isNoSuchObject(answer)) return undefined;
      const signup = toSignup(accepted(answer));
      return signup?.signupId === signupId ? signup : undefined;
    },

    async change(appId, signupId, change) {
      const path = `signups/${encodeURIComponent(signupId)}`;
      const json = accepted(await ask('POST', path, appId, { body: changedIn(change) }));
      // Meta's page shows `success`, others have seen the id.
      if (memberOf(json, 'success') !== true && idIn(json) !== signupId) throw new MetaRefusedError(200);
    },

    async page(appId, wabaId, limit, after) {
      const query = { fields, limit: String(Math.min(limit, pageSize)), after };
      const json = accepted(await ask('GET', `${encodeURIComponent(wabaId)}/signups`, appId, { query }));
      const paging = memberOf(json, 'paging');
      const next = textOf(paging, 'next') === undefined ? undefined : textOf(memberOf(paging, 'cursors'), 'after');
      return { signups: (listOf(json, 'data') ?? []).flatMap((each) => toSignup(each) ?? []), next };
    },
  };
}

interface Asked {
  readonly query?: { readonly [name: string]: string | undefined };
  readonly body?: object;
}

function bodyOf({ privacyPolicyUrl, acceptTerms, ...signup }: NewMetaSignup): object {
  return {
    ...changedIn(signup),
    privacy_policy_url: privacyPolicyUrl,
    ...(acceptTerms && { policy: { tos: terms, accepted: true } }),
  };
}

/** What is left out stays as it is; JSON has nothing for what is undefined. */
function changedIn({
  signupMessage,
  confirmationMessage,
  websiteUrl,
  promoCode,
  name,
  status,
}: MetaSignupChange): object {
  return {
    signup_message: signupMessage,
    confirmation_message: confirmationMessage,
    website_url: websiteUrl,
    promo_code: promoCode,
    display_name: name,
    status: status?.toUpperCase(),
  };
}

function accepted(answer: Answer): unknown {
  const read = readJson(answer.body);
  if (answer.status === 200 && 'json' in read) return read.json;
  const [code, subcode] = [graphErrorCode(answer), graphErrorSubcode(answer)];
  throw new MetaRefusedError(subcode !== undefined && ownCodes.has(subcode) ? subcode : (code ?? answer.status));
}

function isNoSuchObject(answer: Answer): boolean {
  if (answer.status === 404) return true;
  return graphErrorCode(answer) === noSuchObject.code && graphErrorSubcode(answer) === noSuchObject.subcode;
}

function idIn(json: unknown): string | undefined {
  const id = textOf(json, 'id');
  return id !== undefined && /^\d{1,40}$/.test(id) ? id : undefined;
}

/** A signup that cannot be shown to people as Meta describes it is none. */
function toSignup(json: unknown): MetaSignup | undefined {
  const [signupId, signupMessage] = [idIn(json), textOf(json, 'signup_message')];
  if (signupId === undefined || signupMessage === undefined) return undefined;
  return {
    signupId,
    status: textOf(json, 'status')?.toUpperCase() === 'DISABLED' ? 'disabled' : 'active',
    name: textOf(json, 'display_name'),
    text: {
      signupMessage,
      confirmationMessage: textOf(json, 'confirmation_message') ?? '',
      privacyPolicyUrl: textOf(json, 'privacy_policy_url') ?? '',
      websiteUrl: textOf(json, 'website_url'),
      promoCode: textOf(json, 'promo_code'),
    },
  };
}
