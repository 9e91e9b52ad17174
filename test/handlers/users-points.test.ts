import { expect, test } from 'vitest';
import { acme, start, testApi } from '../support/api/api.ts';

test('the statements of a user say at which collection point they happened, chats too', async () => {
  const api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const app = await api.apps.find('acme');
  if (app === undefined) throw new Error('no app');
  const person = { phone: '525572000001' };
  await api.ledger.recordChat(app, {
    person,
    at: start - 2000,
    eventId: 'wamid.1:chat',
    point: 'pt_a',
    evidence: { text: 'hello', messageId: 'wamid.1', pointId: 'pt_a' },
  });
  api.now += 1;
  const { userId } = await api.ledger.recordStatement(app, {
    person,
    action: 'granted',
    purposes: ['offers'],
    level: 3,
    saidAt: start - 1000,
    source: 'whatsapp-message',
    evidence: { pointId: 'pt_b', noticeId: 'spring', noticeVersion: 2 },
    provider: true,
  });
  const { body } = await api.call('GET', `/v1/apps/acme/users/${userId}/statements`);
  expect(body.data).toHaveLength(2);
  expect(body.data).toContainEqual(
    expect.objectContaining({
      kind: 'chat',
      pointId: 'pt_a',
      source: 'whatsapp-message',
      evidence: { text: 'hello', messageId: 'wamid.1', pointId: 'pt_a' },
    }),
  );
  expect(body.data).toContainEqual(
    expect.objectContaining({ kind: 'statement', action: 'granted', pointId: 'pt_b', notice: 'spring@2' }),
  );
});
