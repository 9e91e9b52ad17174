import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { formerReplyKeys } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { identifierKey } from '../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
let person = { phone: '' };
let people = 0;
let api: TestApi;
let userId: string;

beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const query = { locale: 'en', privacyUrl: 'https://acme.example/privacy', noticeId: 'till-form' };
  const { body: notice } = await api.call('GET', '/v1/apps/acme/notices/starter', { query });
  expect((await api.call('POST', '/v1/apps/acme/notices', { body: notice })).status).toBe(201);
});
/** Somebody new for each test. */
beforeEach(async () => {
  people += 1;
  person = { phone: `5255123456${10 + people}` };
  api.now = start;
  const yes = await api.call('POST', '/v1/apps/acme/opt-ins', {
    body: {
      ...{ user: { phone: `+${person.phone}` }, purposes: ['offers', 'order-updates'], source: 'paper' },
      ...{ saidAt: '2026-11-20T10:00:00Z', by: 'data-subject' },
      evidence: { noticeId: 'till-form', noticeVersion: 1, noticeLocale: 'en', documentRef: 'A-1179' },
    },
  });
  userId = yes.body.userId;
  const app = await api.apps.findFresh('acme');
  if (app === undefined) throw new Error('There is no app.');
  const heard = (n: number, text: string) => ({
    ...{ person, at: start + n * minute, eventId: `wamid.${people}.${n}`, source: 'whatsapp-message' as const },
    evidence: { text, messageId: `wamid.${n}`, identifiers: { waId: person.phone.replace(/^52/, '521') } },
  });
  api.now = start + 9 * minute;
  await api.ledger.recordSuppression(app, {
    ...heard(1, 'cancel please, I think'),
    ...{ reason: 'ambiguous-stop', lift: false, reply: 'ask-whether-stop' },
  });
  await api.ledger.recordPlatformPreference(app, { ...heard(2, 'stop'), value: 'stop' });
  await api.ledger.recordStatement(app, {
    ...{ ...heard(3, 'ALTO'), saidAt: start + 3 * minute, action: 'revoked', purposes: ['offers'] },
    ...{ level: 3, provider: true, reply: 'stop-confirmed' },
  });
});

/** The entries of the person. */
const entriesOf = async (u: string) => (await rowsWhere(api.table, /#L#/)).filter(({ pk }) => String(pk).includes(u));
const timeline = async (query: Record<string, string> = {}) =>
  (await api.call('GET', `/v1/apps/acme/users/${userId}/timeline`, { query })).body;

it('shows everything in order, what it decides today, and the words that were shown', async () => {
  const { data, nextCursor } = await timeline();
  expect(nextCursor).toBeNull();
  expect(data.map(({ kind, decides }: { kind: string; decides: string[] }) => [kind, decides])).toEqual([
    ['statement', ['order-updates']],
    ['suppression', []],
    ['platform-preference', []],
    ['statement', ['offers']],
  ]);
  const [yes, unclear, preference, no] = data;
  expect(yes.wording).toMatchObject({ locale: 'en', agreement: expect.stringContaining('WhatsApp') });
  expect(yes.verdict).toMatchObject([
    { purpose: 'offers', applied: false, refusedBy: { statementId: no.statementId } },
    { purpose: 'order-updates', applied: true },
  ]);
  expect(unclear).toMatchObject({ inForce: true, evidence: { text: 'cancel please, I think' } });
  expect(preference).toMatchObject({ inForce: true, value: 'stop' });
  expect(no).not.toHaveProperty('wording');
  expect(yes).not.toHaveProperty('reply');
});

it('shows one thing a page as well', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { data: { statementId: string }[]; nextCursor: string | null } = await timeline({
      limit: '1',
      ...(cursor && { cursor }),
    });
    seen.push(...page.data.map(({ statementId }) => statementId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(4);
});

it('tells what came of each reply, with the words that went out', async () => {
  const sends = sendRecords(api.table, identifierKey, () => api.now);
  const u = userId.slice(-11);
  const entries = await entriesOf(u);
  const keyOf = (n: number) => String(entries.find((entry) => entry.n === n)?.sk);
  const replies = async () => {
    const { data } = await timeline();
    return data.flatMap(({ reply }: { reply?: object }) => reply ?? []);
  };
  expect(await replies()).toEqual([
    { kind: 'ask-whether-stop', came: 'not-known' },
    { kind: 'stop-confirmed', came: 'not-known' },
  ]);

  const atOf = (n: number) => Number(entries.find((entry) => entry.n === n)?.at);
  const name = (n: number) => ({ subjectId: u, entry: keyOf(n), at: atOf(n) });
  const at = start + 10 * minute;
  api.now = at;
  await sends.note('acme', name(2), { kind: 'ask-whether-stop', came: 'not-sent', codes: ['window-closed'] });
  const confirmed = { kind: 'stop-confirmed', provider: 'meta', text: 'Acme: you get no more offers.' } as const;
  expect(await sends.claim('acme', name(4), confirmed)).toBe(true);
  const when = '2026-11-21T10:10:00.000Z';
  expect(await replies()).toEqual([
    { kind: 'ask-whether-stop', came: 'not-sent', at: when, codes: ['window-closed'] },
    { kind: 'stop-confirmed', came: 'unknown', at: when, text: confirmed.text },
  ]);
  await sends.settle('acme', name(4), { came: 'sent', messageId: 'wamid.out' });
  expect(await replies()).toMatchObject([{}, { came: 'sent', text: confirmed.text }]);

  // What was not sent claims nothing: it may go out later.
  const asked = { kind: 'ask-whether-stop', provider: 'meta', text: 'Did you mean stop?' } as const;
  expect(await sends.claim('acme', name(2), asked)).toBe(true);
  await sends.settle('acme', name(2), { came: 'refused', code: '131026' });
  expect(await replies()).toMatchObject([{ came: 'refused', codes: ['131026'] }, { came: 'sent' }]);
  expect(await sends.claim('acme', name(4), confirmed)).toBe(false);
});

it('tells what former versions kept of a reply, and their marker keeps it from being sent again', async () => {
  const u = userId.slice(-11);
  const [entry] = (await entriesOf(u)).filter(({ n }) => n === 4);
  const subject = { subjectId: u, entry: String(entry?.sk), at: Number(entry?.at) };
  const own = (await rowsWhere(api.table, /#Y#/)).filter(({ sk }) => String(sk).endsWith(subject.entry));
  for (const { pk, sk } of own) {
    await api.table.documents.send(new DeleteCommand({ TableName: api.table.tableName, Key: { pk, sk } }));
  }
  const [marker, note] = formerReplyKeys('acme', u, subject.entry);
  const former = { came: 'sent', at: start + 4 * minute, text: 'Acme: done.' };
  const put = (Item: object) => api.table.documents.send(new PutCommand({ TableName: api.table.tableName, Item }));
  await put({ ...marker, ...former });
  const told = async () => (await timeline()).data.at(-1).reply;
  expect(await told()).toMatchObject({ came: 'sent', text: 'Acme: done.' });
  await put({ ...note, ...former, came: 'failed' });
  expect(await told()).toMatchObject({ came: 'failed' });
  const sends = sendRecords(api.table, identifierKey, () => api.now);
  expect(await sends.claim('acme', subject, { kind: 'stop-confirmed' })).toBe(false);
});

it('knows nobody of another app', async () => {
  await api.call('POST', '/v1/apps', { body: { appId: 'beta', displayName: 'Beta' } });
  expect((await api.call('GET', `/v1/apps/beta/users/${userId}/timeline`)).status).toBe(404);
});

it('shows a brake that the person lifted as one that held', async () => {
  const app = await api.apps.findFresh('acme');
  if (app === undefined) throw new Error('There is no app.');
  await api.ledger.recordSuppression(app, {
    ...{ person, at: start + 8 * minute, eventId: `wamid.${people}.8`, source: 'whatsapp-message' },
    ...{ evidence: { text: 'keep', identifiers: {} }, reason: 'ambiguous-stop', lift: true },
  });
  const { data } = await timeline();
  expect(data[1]).toMatchObject({ kind: 'suppression', lifted: false, inForce: false });
});
