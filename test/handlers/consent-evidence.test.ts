import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeText, NoticeVersion } from '../../lambdas/domain/notice/notice.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, optOut, somebody } from '../support/api/reported-acts.ts';
import { testPoint, testText, testToken } from '../support/pages/collection.ts';

let api: TestApi;
let english: NoticeVersion;
let two: NoticeVersion;
const publish = async (noticeId: string, texts: readonly NoticeText[]) =>
  (
    await api.notices.publish({
      ...{ appId: 'acme', noticeId, profile: 'strict', texts, warnings: [] },
      ...{ publishedAt: start, publishedBy: 'key_1' },
    })
  ).notice;

beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'other', displayName: 'Other' } });
  english = await publish('spring', [testText()]);
  two = await publish('spring', [testText(), testText({ locale: 'es-MX', heading: 'Mensajes de Acme' })]);
  await api.points.create(testPoint(1));
  await api.points.create(testPoint(2, { appId: 'other' }));
});
beforeEach(() => {
  api.now = start;
});

const post = (path: string, body: unknown) => api.call('POST', `/v1/apps/acme/${path}`, { body });
const faults = (answer: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
const notice = (more: object) => ({ noticeId: 'spring', noticeVersion: 2, ...more });
/** The evidence that was kept of a person's only act. */
async function kept(answer: { body: { userId: string } }) {
  const { body } = await api.call('GET', `/v1/apps/acme/users/${answer.body.userId}/statements`);
  return body.data[0].evidence;
}

describe('the evidence of an opt-in', () => {
  it.each([
    ['a version of one text', { noticeVersion: 1 }, () => ['en', english.hashes.en]],
    ['the language that was shown', { noticeLocale: 'es-mx' }, () => ['es-MX', two.hashes['es-MX']]],
    ['the hash that was shown', () => ({ noticeHash: two.hashes['es-MX'] }), () => ['es-MX', two.hashes['es-MX']]],
    ['none of two languages', {}, () => [undefined, undefined]],
  ])('is sealed by %s', async (_by, more, sealed) => {
    const evidence = notice(typeof more === 'function' ? more() : more);
    const answer = await post('opt-ins', optIn({ evidence }));
    expect(answer.status).toBe(201);
    const { noticeLocale, noticeHash } = await kept(answer);
    expect([noticeLocale, noticeHash]).toEqual(sealed());
  });

  it.each([
    [{ noticeVersion: 3 }, '/evidence/noticeVersion unknown-version'],
    [{ noticeVersion: 1_000_000 }, '/evidence/noticeVersion unknown-version'],
    [{ noticeLocale: 'fr' }, '/evidence/noticeLocale unknown-locale'],
    [{ noticeLocale: 'español' }, '/evidence/noticeLocale not-a-locale'],
    [{ noticeVersion: 1, noticeLocale: 'es-MX' }, '/evidence/noticeLocale unknown-locale'],
    [{ noticeHash: 'x' }, '/evidence/noticeHash another-hash'],
    [{ pointId: `pt_${testToken(2)}` }, '/evidence/pointId unknown-point'],
    [{ pointId: `pt_${testToken(3)}` }, '/evidence/pointId unknown-point'],
    [{ pointId: testToken(1) }, '/evidence/pointId unknown-point'],
  ])('is refused, and nothing recorded, when it claims %j', async (more, expected) => {
    const user = somebody();
    const answer = await post('opt-ins', optIn({ user, evidence: notice(more) }));
    expect([answer.status, faults(answer)]).toEqual([422, [expected]]);
    expect((await api.call('POST', '/v1/apps/acme/users/search', { body: user })).status).toBe(404);
  });

  it('is refused when the hash is that of another language than the one named', async () => {
    const evidence = notice({ noticeLocale: 'en', noticeHash: two.hashes['es-MX'] });
    expect(faults(await post('opt-ins', optIn({ evidence })))).toEqual(['/evidence/noticeHash another-hash']);
  });

  it('says all that is wrong at once, and item by item in bulk', async () => {
    const evidence = notice({ noticeVersion: 9, pointId: 'pt_none' });
    const wrong = ['/evidence/noticeVersion unknown-version', '/evidence/pointId unknown-point'];
    expect(faults(await post('opt-ins', optIn({ evidence })))).toEqual(wrong);
    const { body } = await post('opt-ins/bulk', { items: [optIn({ evidence }), optIn({ evidence: notice({}) })] });
    expect(body.data.map(({ status }: { status: number }) => status)).toEqual([422, 201]);
    expect(faults(body.data[0])).toEqual(wrong);
  });

  it('is left as it is when the business keeps the notice itself, also one that another app published', async () => {
    const own = { noticeId: 'till-form-blue', noticeVersion: 3, noticeHash: 'their own', noticeLocale: 'en' };
    expect(await kept(await post('opt-ins', optIn({ evidence: own })))).toMatchObject(own);
    const answer = await api.call('POST', '/v1/apps/other/opt-ins', { body: optIn({ evidence: notice({}) }) });
    expect(faults(answer)).toEqual(['/purposes/0 unknown-purpose']);
  });

  it('keeps the point and the campaign', async () => {
    const pointId = `pt_${testToken(1)}`;
    const evidence = { operator: 'till 4', pointId, campaign: 'spring-26' };
    expect(await kept(await post('opt-ins', optIn({ evidence })))).toMatchObject(evidence);
  });

  it('of a retry is the first one, also when the notice was published in between', async () => {
    const call = optIn({ eventId: 'before-publishing', evidence: { noticeId: 'late', noticeVersion: 1 } });
    const first = await post('opt-ins', call);
    await publish('late', [testText()]);
    const again = await post('opt-ins', call);
    expect(again).toMatchObject({ status: first.status, headers: { 'idempotency-replayed': 'true' } });
    expect(again.body).toEqual(first.body);
    expect(await kept(first)).not.toHaveProperty('noticeHash');
  });
});

describe('the evidence of an opt-out', () => {
  it('is sealed like that of an opt-in', async () => {
    const answer = await post('opt-outs', optOut({ evidence: notice({ noticeLocale: 'es-MX' }) }));
    expect(await kept(answer)).toMatchObject({ noticeHash: two.hashes['es-MX'] });
  });

  it.each([{ noticeVersion: 9 }, { noticeLocale: 'fr' }, { noticeHash: 'x' }])(
    'never stands in the way: %j is recorded unsealed',
    async (more) => {
      const answer = await post('opt-outs', optOut({ evidence: notice(more) }));
      expect([answer.status, answer.body.statement.action]).toEqual([201, 'revoked']);
      expect(await kept(answer)).toMatchObject(notice(more));
    },
  );

  it('never stands in the way: whatever the business calls its notice', async () => {
    const evidence = { noticeId: 'x;=1+1', noticeVersion: 3 };
    expect((await post('opt-outs', optOut({ evidence }))).status).toBe(201);
    expect(faults(await post('opt-ins', optIn({ evidence })))).toEqual(['/evidence/noticeId not-a-notice-id']);
  });

  it('never stands in the way: a point that is not the app’s is not charged with it', async () => {
    const answer = await post('opt-outs', optOut({ evidence: { operator: 'till 4', pointId: `pt_${testToken(2)}` } }));
    expect(answer.status).toBe(201);
    const evidence = await kept(answer);
    expect(evidence).toMatchObject({ operator: 'till 4' });
    expect(evidence).not.toHaveProperty('pointId');
  });
});
