import type { MessageLink } from './message-links.ts';

/** Where a running local mode is met from outside, as a business and as Meta. */
export interface FrontDoor {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly appSecret: string;
}

/** What the outside world knows of an app: its numbers and what it asks for. */
export interface KnownApp {
  readonly appId: string;
  readonly displayName: string;
  readonly whatsapp?: { readonly phoneNumberId: string; readonly phone: string; readonly wabaId: string };
  readonly smsNumbers: readonly { readonly phone: string }[];
  readonly telephone?: { readonly numbers: readonly { readonly phone: string }[] };
  readonly purposes: readonly { readonly purposeId: string; readonly name: string; readonly category: string }[];
}

/** An app that has a number on WhatsApp. */
export type WhatsappApp = KnownApp & Required<Pick<KnownApp, 'whatsapp'>>;

/** Every app, in their order. */
export async function knownApps({ baseUrl, apiKey }: FrontDoor): Promise<readonly KnownApp[]> {
  const apps: KnownApp[] = [];
  let cursor: string | null | undefined = null;
  do {
    const page = new URLSearchParams({ limit: '100', ...(cursor !== null && { cursor }) });
    const response = await fetch(`${baseUrl}/v1/apps?${page}`, { headers: { authorization: `Bearer ${apiKey}` } });
    const { data = [], nextCursor } = (await response.json()) as {
      readonly data?: readonly KnownApp[];
      readonly nextCursor?: string | null;
    };
    apps.push(...data);
    cursor = nextCursor;
  } while (typeof cursor === 'string');
  return apps;
}

export const onWhatsapp = (apps: readonly KnownApp[]): readonly WhatsappApp[] =>
  apps.filter((app): app is WhatsappApp => app.whatsapp !== undefined);

/**
 * The phone number id that is meant by the id of an app or by itself, or the only one that there is. One that no app has is taken: Meta
 * may send such, too. Errors: none at all, or several and none named.
 */
export function numberMeant(apps: readonly KnownApp[], named: string | undefined): string {
  const having = onWhatsapp(apps);
  if (named !== undefined) {
    const id = having.find(({ appId }) => appId === named)?.whatsapp.phoneNumberId ?? named;
    if (/^\d+$/.test(id)) return id;
    throw new Error(`No app "${named}" has a WhatsApp number. ${listed(having)}`);
  }
  const [only, ...others] = having;
  if (only === undefined)
    throw new Error('No app has a WhatsApp number yet: make one first, or name a phone number id with --app.');
  if (others.length === 0) return only.whatsapp.phoneNumberId;
  throw new Error(`Say which app with --app: several have a WhatsApp number. ${listed(having)}`);
}

const listed = (apps: readonly WhatsappApp[]): string =>
  `There ${apps.length === 1 ? 'is' : 'are'}: ${apps.map(({ appId, whatsapp }) => `${appId} (${whatsapp.phone})`).join(', ')}.`;

/** @param digits of a WhatsApp number, with its country code */
export const appOfNumber = (apps: readonly KnownApp[], digits: string): WhatsappApp | undefined =>
  onWhatsapp(apps).find(({ whatsapp }) => whatsapp.phone.replace(/\D/g, '') === digits);

/**
 * What a `https://wa.me/…` link opens, also one of Meta's short ones. Errors: no such link; a number that no app has.
 *
 * @param short Meta's short links
 */
export function chatBehind(
  link: string,
  apps: readonly KnownApp[],
  short: readonly MessageLink[] = [],
): { readonly app: string; readonly text: string } {
  const url = URL.parse(link);
  if (url?.origin !== 'https://wa.me') throw new Error('--link takes a link that begins with https://wa.me/');
  const kept = short.find(({ code }) => url.pathname === `/message/${code}`);
  if (kept !== undefined) return { app: kept.phoneNumberId, text: kept.prefilledMessage };
  const digits = url.pathname.slice(1);
  const found = appOfNumber(apps, digits);
  if (found === undefined) throw new Error(`No app has the WhatsApp number ${digits}.`);
  return { app: found.whatsapp.phoneNumberId, text: url.searchParams.get('text') ?? '' };
}
