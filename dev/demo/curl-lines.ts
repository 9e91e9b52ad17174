import type { FrontDoor } from '../outside-world/known-apps.ts';
import { demoApp, demoPoint, demoStarter } from './demo-shop.ts';

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

/**
 * Seven curl lines that work as they are: make an app (or look at it, once it is there), opt in, ask, list, export; publish a notice,
 * make a link that people can open.
 */
export async function curlLines({
  baseUrl,
  apiKey,
}: Pick<FrontDoor, 'baseUrl' | 'apiKey'>): Promise<readonly string[]> {
  const app = `/v1/apps/${demoApp.appId}`;
  const curl = (path: string, body?: object): string =>
    [
      `curl -s '${baseUrl}${path}' -H 'Authorization: Bearer ${apiKey}'`,
      ...(body === undefined ? [] : [` -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`]),
    ].join('');
  const existing = await fetch(`${baseUrl}${app}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return [
    existing.ok ? curl(app) : curl('/v1/apps', demoApp),
    curl(`${app}/opt-ins`, optIn),
    curl(`${app}/eligibility`, question),
    curl(`${app}/users?consent=opted-in&purpose=offers`),
    curl(`${app}/exports`, { purpose: 'offers' }),
    `${curl(demoStarter('es'))} | ${curl(`${app}/notices`)} -H 'Content-Type: application/json' -d @-`,
    curl(`${app}/points`, demoPoint),
  ];
}
