import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { optIn } from '../support/api/reported-acts.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});
beforeEach(() => {
  api.now = start;
});

const post = (path: string, body: unknown, headers = {}) =>
  api.call('POST', `/v1/apps/acme/${path}`, { body, headers });

describe('what is refused', () => {
  type Case = [name: string, more: object, pointer: string, code: string];
  const cases: readonly Case[] = [
    ['an unknown purpose', { purposes: ['offers', 'ofers'] }, '/purposes/1', 'unknown-purpose'],
    ['"all" in an opt-in', { purposes: 'all' }, '/purposes', 'wrong-type'],
    ['no purpose', { purposes: [] }, '/purposes', 'too-short'],
    ['a purpose that is no text', { purposes: [3] }, '/purposes/0', 'wrong-type'],
    ['a misspelt field', { purpose: 'offers' }, '/purpose', 'unknown-field'],
    ['a time without offset', { saidAt: '2026-11-20T10:00:00' }, '/saidAt', 'no-offset'],
    ['a date only', { saidAt: '2026-11-20' }, '/saidAt', 'not-a-time'],
    ['a day that does not exist', { saidAt: '2026-02-30T10:00:00Z' }, '/saidAt', 'not-a-time'],
    ['the 24th hour', { saidAt: '2026-02-20T24:00:00Z' }, '/saidAt', 'not-a-time'],
    ['a time before 2000', { saidAt: '1999-12-31T23:59:59Z' }, '/saidAt', 'implausible-time'],
    ['a number as time', { saidAt: 1_700_000_000 }, '/saidAt', 'wrong-type'],
    ['no time', { saidAt: undefined }, '/saidAt', 'required'],
    ['no evidence', { evidence: undefined }, '/evidence', 'required'],
    ['empty evidence', { evidence: {} }, '/evidence', 'no-evidence'],
    ['words as the only evidence', { evidence: { text: 'yes' } }, '/evidence', 'no-evidence'],
    ['a notice without its version', { evidence: { noticeId: 'n' } }, '/evidence/noticeVersion', 'required'],
    ...['x;=1+1', 'x|=1', '=1+1', 'Till form / blue', '+1', '-a', 'a'.repeat(61), ''].map(
      (noticeId): Case => [
        `the notice ${JSON.stringify(noticeId)}`,
        { evidence: { noticeId, noticeVersion: 1 } },
        '/evidence/noticeId',
        'not-a-notice-id',
      ],
    ),
    ['a version without its notice', { evidence: { noticeVersion: 1 } }, '/evidence/noticeId', 'required'],
    ['unknown evidence', { evidence: { operator: 'x', witness: 'y' } }, '/evidence/witness', 'unknown-field'],
    ['a grant by the business', { by: 'controller' }, '/by', 'not-the-person'],
    ['a grant by policy', { source: 'policy' }, '/source', 'not-one-of'],
    ['a first-hand source', { source: 'sms-keyword' }, '/source', 'not-one-of'],
    ['our own source', { source: 'erasure' }, '/source', 'not-one-of'],
    ['a level', { level: 3 }, '/level', 'unknown-field'],
    ['nobody', { user: {} }, '/user', 'nobody'],
    ['a user as text', { user: '+525512345678' }, '/user', 'wrong-type'],
    ['a number without country', { user: { phone: '55 1234 5678' } }, '/user/phone', 'no-country-code'],
    ['a vanity number', { user: { phone: '+1 800 FLOWERS' } }, '/user/phone', 'not-a-number'],
    ['a short number', { user: { phone: '+52 55' } }, '/user/phone', 'too-short'],
    ['a BSUID as wa_id', { user: { waId: 'US.13491208655302741918' } }, '/user/waId', 'not-a-wa-id'],
    ['something else as BSUID', { user: { bsuid: '525512345678' } }, '/user/bsuid', 'not-a-bsuid'],
    ['a made-up userId', { user: { userId: 'alice' } }, '/user/userId', 'not-a-user-id'],
    ['two lines', { user: { phone: '+525512345678', waId: '5215587654321' } }, '/user/waId', 'different-lines'],
    ['an empty eventId', { eventId: '' }, '/eventId', 'too-short'],
    ['control characters', { eventId: 'a\r\nb' }, '/eventId', 'unreadable-text'],
  ];

  it.each(cases)('%s', async (_name, more, pointer, code) => {
    const answer = await post('opt-ins', optIn(more));
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code])).toEqual([
      [pointer, code],
    ]);
  });

  it('names all faults at once', async () => {
    const answer = await post('opt-ins', {
      user: { phone: '12' },
      purposes: ['nope'],
      saidAt: '2026-11-20T10:00:00',
      source: 'fax',
      by: 'me',
      evidence: { noticeId: 'n' },
      extra: 1,
    });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/by',
      '/evidence/noticeVersion',
      '/extra',
      '/purposes/0',
      '/saidAt',
      '/source',
      '/user/phone',
    ]);
  });

  it('an app or a user that does not exist', async () => {
    expect((await api.call('POST', '/v1/apps/nobody/opt-ins', { body: optIn() })).status).toBe(404);
    const userId = `usr_${'A'.repeat(33)}`;
    expect((await post('opt-ins', optIn({ user: { userId } }))).status).toBe(404);
  });

  it('a userId and the identifier of somebody else, naming both', async () => {
    const [a, b] = [
      await post('opt-ins', optIn({ user: { phone: '+525570009001' } })),
      await post('opt-ins', optIn({ user: { bsuid: 'MX.90010001' } })),
    ];
    const answer = await post('opt-ins', optIn({ user: { userId: a.body.userId, bsuid: 'MX.90010001' } }));
    expect(answer).toMatchObject({ status: 409, body: { code: 'identity-conflict' } });
    expect([...answer.body.userIds].sort()).toEqual([a.body.userId, b.body.userId].sort());
  });
});
