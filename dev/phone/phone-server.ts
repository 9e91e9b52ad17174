import type { Beside } from '../http/gateway.ts';
import type { Feed } from '../live/feed.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { madeUpTemplates } from '../outside-world/made-up-templates.ts';
import type { Sample } from '../sample/sample.ts';
import { bearsKey, isFromHere } from './guard.ts';
import { PhoneError, type PhonePeople } from './people.ts';
import type { Phone } from './phone.ts';
import { leadsToPhone, phoneCookie, toPhone, withPhoneLinks } from './phone-links.ts';

/** What the phone's page shows and moves. */
export interface PhoneParts {
  readonly apiKey: string;
  readonly feed: Feed;
  readonly people: PhonePeople;
  readonly phone: Phone;
  readonly sample: Sample;
  clock(by: number | 'reset'): Promise<{ readonly now: string }>;
  clockNow(): { readonly now: string; readonly offsetMs: number };
  /** The app that has a WhatsApp number, by its digits. */
  appOf(digits: string): Promise<string | undefined>;
  link(url: string): Promise<{ readonly app: string; readonly text: string }>;
}

const noStore = { 'cache-control': 'no-store' };

/** A year and a day back, ten years on: further the clock is moved by mistake. */
const furthestMs = 10 * 366 * 24 * 60 * 60 * 1000;

/**
 * The phone, the clock and the feed under `/local/…` of the HTTP API, for a page of the console. On loopback only, for who bears the key
 * of local mode, and never for a page of somebody else. `watch` is told of everything that the routes of the template take.
 */
export function phoneServer(parts: PhoneParts, watch: (...told: Parameters<Beside['answered']>) => void): Beside {
  async function answer(request: LocalRequest): Promise<LocalResponse | undefined> {
    const url = new URL(request.target, 'http://127.0.0.1');
    if (!url.pathname.startsWith('/local/')) return undefined;
    // A link of a page that leads into the phone: it shows what would be sent, and does nothing.
    if (request.method === 'GET' && url.pathname.startsWith('/local/chat/')) return toPhone(url, parts.appOf);
    if (!isFromHere(request)) return json(403, { message: 'Only pages of this local mode may ask here.' });
    // Whoever is signed in, by whatever key, reads on every screen that a sample is a sample.
    if (request.method === 'GET' && url.pathname === '/local/sample') return json(200, shownSample(), noStore);
    if (!bearsKey(request, parts.apiKey)) return json(401, { message: 'Unauthorized' });
    try {
      return (await route(request, url)) ?? json(404, { message: 'There is no such thing here.' });
    } catch (error) {
      if (error instanceof SyntaxError) return json(400, { message: 'The body is not JSON.' });
      if (error instanceof PhoneError) return json(422, { message: error.message });
      throw error;
    }
  }

  async function route(request: LocalRequest, url: URL): Promise<LocalResponse | undefined> {
    const [, , thing = '', personId, more] = url.pathname.split('/').map(decodeURIComponent);
    switch (`${request.method} ${thing}${personId === undefined ? '' : '/…'}${more === undefined ? '' : `/${more}`}`) {
      case 'GET state':
        return json(200, state(), { 'set-cookie': phoneCookie, ...noStore });
      case 'GET feed': {
        const after = Number(url.searchParams.get('after') ?? 0) || 0;
        const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };
        return { status: 200, headers, body: parts.feed.stream(after) };
      }
      case 'POST people': {
        const { name, phone, username } = jsonBody(request);
        return json(201, parts.people.add({ name, phone, username }));
      }
      case 'GET people/…':
        return json(200, await parts.phone.look(personId ?? ''), noStore);
      case 'DELETE people/…':
        parts.people.remove(personId ?? '');
        return { status: 204 };
      case 'POST people/…/acts':
        return json(200, (await parts.phone.act(personId ?? '', jsonBody(request))) ?? {});
      case 'POST link':
        return json(200, await parts.link(String(jsonBody(request).url)).catch(asPhoneError));
      case 'POST clock':
        await parts.clock(movement(jsonBody(request).by));
        return json(200, parts.clockNow());
      case 'POST sample':
        return json(202, parts.sample.begin());
      case 'DELETE sample':
        return json(200, await parts.sample.discard());
      default:
        return undefined;
    }
  }

  function movement(by: unknown): number | 'reset' {
    if (by === 'reset') return by;
    if (typeof by !== 'number' || !Number.isInteger(by)) throw new PhoneError('Say how far in milliseconds, or reset.');
    if (Math.abs(parts.clockNow().offsetMs + by) > furthestMs)
      throw new PhoneError('That is too far: ten years at most.');
    return by;
  }

  const state = () => ({
    ...parts.clockNow(),
    last: parts.feed.last(),
    people: parts.people.all(),
    templates: madeUpTemplates.map(({ name, category, quickReplies }) => ({ name, category, quickReplies })),
    sample: parts.sample.state(),
  });

  /** The address of another local mode bears its key. */
  function shownSample(): Partial<ReturnType<Sample['state']>> {
    const { url, ...shown } = parts.sample.state();
    return shown.state === 'here' ? { ...shown, url } : shown;
  }

  return {
    answer,
    answered(request, routeKey, response, measured) {
      watch(request, routeKey, response, measured);
      return leadsToPhone(request, routeKey) ? withPhoneLinks(response) : response;
    },
  };
}

function asPhoneError(error: unknown): never {
  throw new PhoneError(error instanceof Error ? error.message : 'failed');
}
