/** The app that the printed commands use. */
const app = {
  appId: 'demo',
  displayName: 'Demo shop',
  smsName: 'DEMO',
  locale: 'es-MX',
  timeZone: 'America/Mexico_City',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' },
  smsNumbers: [{ phone: '+12125550101', country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
};

const optIn = {
  user: { phone: '+52 55 1234 5678' },
  purposes: ['offers', 'order-updates'],
  saidAt: '2026-01-10T10:00:00-06:00',
  source: 'paper',
  by: 'data-subject',
  evidence: { documentRef: 'A-1179', operator: 'till 4' },
  eventId: 'A-1179',
};

const question = { user: { waId: '5215512345678' }, purpose: 'offers', message: 'template' };

const point = {
  kind: 'link',
  name: 'Poster at the door',
  notice: { noticeId: 'opt-in' },
  purposes: ['offers', 'order-updates'],
};

/**
 * Seven curl lines that work as they are: make an app (or look at it, once it is there), opt in, ask, list, export; publish a notice,
 * make a link that people can open.
 */
export async function tourCommands({
  baseUrl,
  apiKey,
}: {
  readonly baseUrl: string;
  readonly apiKey: string;
}): Promise<readonly string[]> {
  const curl = (path: string, body?: object): string =>
    [
      `curl -s '${baseUrl}${path}' -H 'Authorization: Bearer ${apiKey}'`,
      ...(body === undefined ? [] : [` -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`]),
    ].join('');
  const existing = await fetch(`${baseUrl}/v1/apps/${app.appId}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return [
    existing.ok ? curl(`/v1/apps/${app.appId}`) : curl('/v1/apps', app),
    curl(`/v1/apps/${app.appId}/opt-ins`, optIn),
    curl(`/v1/apps/${app.appId}/eligibility`, question),
    curl(`/v1/apps/${app.appId}/users?consent=opted-in&purpose=offers`),
    curl(`/v1/apps/${app.appId}/exports`, { purpose: 'offers' }),
    `${curl(`/v1/apps/${app.appId}/notices/starter?locale=es&privacyUrl=https://demo.example/privacy`)} | ${curl(`/v1/apps/${app.appId}/notices`)} -H 'Content-Type: application/json' -d @-`,
    curl(`/v1/apps/${app.appId}/points`, point),
  ];
}
