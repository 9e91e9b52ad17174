import { createClient, dataOf } from '../../client/src/index.ts';
import type { KnownValues } from './fuzzed-document.ts';

/** An app with a person, a notice, a point, an export, a schedule and a key, so that calls made at random meet something. */
export async function openFuzzedShop(baseUrl: string, key: string): Promise<KnownValues> {
  const client = createClient({ baseUrl, key });
  const appId = 'fuzzed';
  const params = { path: { appId } };
  await dataOf(
    client.POST('/v1/apps', {
      body: {
        appId,
        displayName: 'Fuzzed shop',
        smsName: 'FUZZED',
        locale: 'es-MX',
        timeZone: 'America/Mexico_City',
        whatsapp: { phoneNumberId: '106540352249999', phone: '+1 555 078 3999', wabaId: '102290129340398' },
        purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
      },
    }),
  );
  const { userId } = await dataOf(
    client.POST('/v1/apps/{appId}/opt-ins', {
      params,
      body: {
        user: { phone: '+52 55 1234 5678' },
        purposes: ['offers'],
        saidAt: '2026-01-10T10:00:00-06:00',
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: 'A-1179' },
      },
    }),
  );
  const starter = await dataOf(
    client.GET('/v1/apps/{appId}/notices/starter', {
      params: { ...params, query: { locale: 'es', privacyUrl: 'https://shop.example/privacy' } },
    }),
  );
  const { noticeId } = await dataOf(client.POST('/v1/apps/{appId}/notices', { params, body: starter }));
  const { pointId } = await dataOf(
    client.POST('/v1/apps/{appId}/points', {
      params,
      body: { kind: 'link', name: 'Poster', notice: { noticeId }, purposes: ['offers'] },
    }),
  );
  const { exportId } = await dataOf(client.POST('/v1/apps/{appId}/exports', { params, body: { purpose: 'offers' } }));
  const { scheduleId } = await dataOf(
    client.POST('/v1/apps/{appId}/export-schedules', {
      params,
      body: { name: 'Monthly', purpose: 'offers', expression: 'cron(0 6 1 * ? *)' },
    }),
  );
  const { keyId } = await dataOf(
    client.POST('/v1/keys', { body: { name: 'fuzzed', scopes: ['apps:read'], apps: [appId] } }),
  );
  return {
    appId: [appId],
    userId: [userId],
    noticeId: [noticeId],
    version: ['1'],
    pointId: [pointId],
    exportId: [exportId],
    scheduleId: [scheduleId],
    keyId: [keyId],
  };
}
