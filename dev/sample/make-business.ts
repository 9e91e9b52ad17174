import type { FrontDoor } from '../outside-world/known-apps.ts';

/** The business of the sample. Its numbers are among those that are kept for fiction. */
export const sampleShop = {
  appId: 'luna-coffee',
  phoneNumberId: '109990000000001',
  whatsapp: '+13055550199',
  sms: '+13055550198',
  origin: 'https://luna-coffee.example',
} as const;

/** A point as people come to it. */
export interface SamplePoint {
  readonly pointId: string;
  /** The address to open. */
  readonly url: string;
}

export interface SampleBusiness {
  readonly poster: SamplePoint;
  readonly landing: SamplePoint;
  readonly widget: SamplePoint;
  /** The id of the point that stands for the cards at the till. */
  readonly paper: string;
}

type Json = Readonly<Record<string, unknown>>;

/** One call of the API. @throws Error for anything but success, with what it said */
export async function callApi(
  { baseUrl, apiKey }: FrontDoor,
  method: string,
  path: string,
  body?: object,
): Promise<Json> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Makes the app, its notice in two languages, and five points. */
export async function makeBusiness(system: FrontDoor): Promise<SampleBusiness> {
  const { appId, phoneNumberId, whatsapp, sms, origin } = sampleShop;
  const own = `/v1/apps/${appId}`;
  await callApi(system, 'POST', '/v1/apps', {
    appId,
    displayName: 'Luna Coffee',
    smsName: 'LUNA',
    locale: 'en',
    timeZone: 'America/New_York',
    whatsapp: { phoneNumberId, phone: whatsapp, wabaId: '109990000000000' },
    smsNumbers: [{ phone: sms, country: 'US' }],
    purposes: [
      { purposeId: 'offers', name: 'Offers', category: 'marketing', validForDays: 270, keywordOptIn: true },
      { purposeId: 'events', name: 'Tastings', category: 'marketing' },
      { purposeId: 'orders', name: 'Order updates', category: 'utility' },
    ],
  });
  const texts = await Promise.all(
    ['en', 'es'].map(async (locale) => {
      const starter = `${own}/notices/starter?locale=${locale}&privacyUrl=${encodeURIComponent(`${origin}/privacy`)}`;
      return (await callApi(system, 'GET', starter)).texts as readonly unknown[];
    }),
  );
  await callApi(system, 'POST', `${own}/notices`, { noticeId: 'sign-up', profile: 'strict', texts: texts.flat() });
  const shown = { notice: { noticeId: 'sign-up' }, purposes: ['offers', 'events'] };
  const point = async (settings: object) => {
    const { pointId, url, qrUrl } = await callApi(system, 'POST', `${own}/points`, settings);
    return { pointId: String(pointId), url: String(url), qrUrl: String(qrUrl) };
  };
  const poster = await point({ kind: 'link', name: 'Poster at the door', campaign: 'door', ...shown });
  const landing = await point({
    kind: 'landing-page',
    name: 'Page in the newsletter',
    campaign: 'newsletter',
    ...shown,
  });
  const widget = await point({ kind: 'widget', name: 'Checkout', origins: [origin], ...shown });
  const paper = await point({ kind: 'paper', name: 'Card at the till' });
  await point({ kind: 'preference-page', name: 'Preferences', ...shown, purposes: ['offers', 'events', 'orders'] });
  // A poster is scanned, not clicked.
  return { poster: { ...poster, url: poster.qrUrl }, landing, widget, paper: paper.pointId };
}
