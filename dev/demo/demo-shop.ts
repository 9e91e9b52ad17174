import type { FrontDoor } from '../outside-world/known-apps.ts';

/** The shop to try things with. Its numbers belong to nobody. */
export const demoApp = {
  appId: 'demo',
  displayName: 'Luna Coffee',
  smsName: 'LUNA',
  locale: 'en',
  timeZone: 'America/New_York',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' },
  smsNumbers: [{ phone: '+12125550101', country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
};

/** The languages in which its people can read what they agree to. */
export const demoLocales = ['en', 'es'];

/** Where its starter notice comes from, in one language. */
export const demoStarter = (locale: string): string =>
  `/v1/apps/${demoApp.appId}/notices/starter?locale=${locale}&privacyUrl=https://luna.example/privacy`;

/** A link that people can open. */
export const demoPoint = {
  kind: 'link',
  name: 'Poster at the door',
  notice: { noticeId: 'opt-in' },
  purposes: ['offers', 'order-updates'],
};

/**
 * Makes the shop through the API, with words to agree to and a link, where there is no business yet.
 *
 * @returns whether it was made now
 * @throws Error naming the call that was refused
 */
export async function openDemoShop({ baseUrl, apiKey }: Pick<FrontDoor, 'baseUrl' | 'apiKey'>): Promise<boolean> {
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const response = await fetch(`${baseUrl}${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`The shop to try things with was not made: ${path} was answered ${response.status}.`);
    return (await response.json()) as Answer;
  };
  const { data: apps } = await ask<{ readonly data: readonly unknown[] }>('/v1/apps');
  if (apps.length > 0) return false;
  await ask('/v1/apps', demoApp);
  const notices = `/v1/apps/${demoApp.appId}/notices`;
  const starters = await Promise.all(
    demoLocales.map((locale) => ask<{ readonly texts: readonly object[] }>(demoStarter(locale))),
  );
  await ask(notices, { ...starters[0], texts: starters.flatMap(({ texts }) => texts) });
  await ask(`/v1/apps/${demoApp.appId}/points`, demoPoint);
  return true;
}
