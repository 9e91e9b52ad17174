import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataOf } from '../../client/src/index.ts';
import { shopOf } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget } from '../support/journeys/target.ts';

/** What docs/tour.md sends: the bodies of its curl lines, in their order. */
const bodies = Array.from(
  readFileSync('docs/tour.md', 'utf8').matchAll(/^api \S+ -d '(\{[^']+\})'/gm),
  ([, body = '']) => JSON.parse(body) as Json,
);
const target = journeyTarget();
const client = target.client();
const { appId, settings } = shopOf('readme-tour', {}, target);
const params = { path: { appId } };
const shop = settings as {
  readonly smsName: string;
  readonly whatsapp: { phoneNumberId: string; phone: string; wabaId: string };
};

describe('docs/tour.md by the client', () => {
  it('says what its curl lines say, and gets their answers', async () => {
    // The names and numbers of the app are this run's own; everything else is as it stands there.
    const app = {
      appId,
      displayName: 'Acme Café',
      smsName: shop.smsName,
      locale: 'es-MX',
      timeZone: 'America/Mexico_City',
      whatsapp: shop.whatsapp,
      smsNumbers: [{ phone: '+12125550199', country: 'US' }],
      purposes: [
        { purposeId: 'offers', name: 'Offers', category: 'marketing' as const, keywordOptIn: true },
        { purposeId: 'order-updates', name: 'Order updates', category: 'utility' as const },
      ],
    };
    const { appId: _id, smsName: _name, whatsapp: _line, ...told } = bodies[0] ?? {};
    expect(app).toMatchObject(told);
    await dataOf(client.POST('/v1/apps', { body: app }));

    const optIn = {
      user: { phone: '+52 55 1234 5678' },
      purposes: ['offers', 'order-updates'],
      saidAt: '2026-11-20T10:00:00-06:00',
      source: 'paper' as const,
      by: 'data-subject' as const,
      evidence: { documentRef: 'A-1179', operator: 'till 4' },
      eventId: 'A-1179',
    };
    expect(bodies[1]).toEqual(optIn);
    const { userId, outcomes } = await dataOf(client.POST('/v1/apps/{appId}/opt-ins', { params, body: optIn }));
    expect(outcomes).toEqual([
      { purpose: 'offers', applied: true },
      { purpose: 'order-updates', applied: true },
    ]);

    const user = { phone: '+52 55 1234 5678' };
    const ask = () =>
      dataOf(client.POST('/v1/apps/{appId}/eligibility', { params, body: { user, purpose: 'offers' } }));
    expect(await ask()).toMatchObject({
      decision: 'allow',
      userId,
      reasons: [{ code: 'opted-in', detail: 'The person opted in on 2026-11-20 on paper.' }],
      window: { state: 'closed' },
    });

    const { exportId } = await dataOf(client.POST('/v1/apps/{appId}/exports', { params, body: { purpose: 'offers' } }));
    await eventually(async () => {
      const exported = { path: { appId, exportId } };
      const { status, counts } = await dataOf(client.GET('/v1/apps/{appId}/exports/{exportId}', { params: exported }));
      expect([status, counts?.rows]).toEqual(['completed', 1]);
    });

    const statements = { path: { appId, userId } };
    const { data } = await dataOf(client.GET('/v1/apps/{appId}/users/{userId}/statements', { params: statements }));
    expect(data).toMatchObject([{ kind: 'statement', action: 'granted', source: 'paper', firstHand: false }]);

    const query = { locale: 'es', privacyUrl: 'https://acme.example/privacy' };
    const starter = await dataOf(client.GET('/v1/apps/{appId}/notices/starter', { params: { ...params, query } }));
    await dataOf(client.POST('/v1/apps/{appId}/notices', { params, body: starter }));
    const point = {
      kind: 'link' as const,
      name: 'Poster at the door',
      campaign: 'autumn',
      notice: { noticeId: 'opt-in' },
      purposes: ['offers', 'order-updates'],
    };
    expect(bodies.at(-1)).toEqual(point);
    const { url, state } = await dataOf(client.POST('/v1/apps/{appId}/points', { params, body: point }));
    expect([state, new URL(String(url)).pathname]).toEqual(['open', expect.stringMatching(/^\/l\/[a-z0-9]+$/)]);
  });
});
