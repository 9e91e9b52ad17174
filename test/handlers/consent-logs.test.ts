import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { keepWritten } from '../support/table/keep-written.ts';

/** What must never get out, in every spelling in which it comes in or is stored. */
const canaries = [
  '5512347777',
  '55 1234 7777',
  'MX.77770000777700007777',
  'Canary Maria',
  'canary words of the person',
  '203.0.113.77',
  'canary-operator',
];
let api: TestApi;
let written = '';

beforeAll(async () => {
  api = await testApi();
  keepWritten((chunk) => {
    written += chunk;
  });
});
afterAll(() => vi.restoreAllMocks());

it('no number, BSUID, name, text or address gets into a log line, whether calls succeed, are refused or fail', async () => {
  const person = { phone: '+52 1 55 1234 7777', bsuid: 'MX.77770000777700007777' };
  const evidence = { operator: 'canary-operator', text: 'canary words of the person', ip: '203.0.113.77' };
  const optIn = {
    user: person,
    purposes: ['offers'],
    saidAt: '2026-11-20T16:00:00Z',
    source: 'paper',
    by: 'data-subject',
    evidence,
  };
  const post = (path: string, body: unknown) => api.call('POST', `/v1/apps/acme/${path}`, { body });
  await api.call('POST', '/v1/apps', { body: { ...acme, displayName: 'Canary Maria' } });
  const { body } = await post('opt-ins', optIn);
  await post('opt-ins', { ...optIn, eventId: 'Canary Maria', user: { phone: '55 1234 7777' }, 'Canary Maria': 1 });
  await post('opt-ins/bulk', {
    items: [optIn, { ...optIn, purposes: ['Canary Maria'] }, 'canary words of the person'],
  });
  await post('opt-outs', { ...optIn, purposes: 'all', user: { waId: '5215512347777' } });
  await post('eligibility', { user: person, purpose: 'offers' });
  await post('eligibility', '{"phone":"+52 55 1234 7777"');
  await post('users/search', person);
  await api.call('GET', `/v1/apps/acme/users/${body.userId}/statements`);
  await api.call('GET', '/v1/apps/acme/users/+525512347777');
  await api.call('GET', '/v1/apps/Canary Maria');
  await api.call('GET', '/v1/apps/acme/users', { query: { source: '+52 55 1234 7777' } });
  await api.authorize('Bearer 5512347777');
  // The store fails: its own words must not get out either.
  vi.spyOn(api.table.documents, 'send').mockRejectedValue(new RangeError('cannot store +525512347777 of Canary Maria'));
  expect((await post('eligibility', { user: { phone: '+52 1 55 1234 7777' }, purpose: 'offers' })).status).toBe(500);

  expect(written.trim().split('\n').length).toBeGreaterThan(14);
  expect(written).toContain('"code":"invalid-input"');
  expect(written).toContain('RangeError');
  for (const canary of canaries) expect(written).not.toContain(canary);
});
