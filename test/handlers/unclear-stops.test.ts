import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
let api: TestApi;
let app: App;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const found = await api.apps.findFresh('acme');
  if (found === undefined) throw new Error('There is no app.');
  app = found;
});

const evidence = (text: string) => ({ text, identifiers: {} });
const unclear = (person: PersonRef, at = start, lift = false) =>
  api.ledger.recordSuppression(app, {
    ...{ person, at, eventId: `wamid.${at}.${lift}.${person.phone}`, source: 'whatsapp-message' },
    ...{ evidence: evidence('cancel it?'), reason: 'ambiguous-stop', lift, reply: 'ask-whether-stop' },
  });
const said = (person: PersonRef, action: 'granted' | 'revoked' | 'resumed', level: 2 | 3, at: number) =>
  api.ledger.recordStatement(app, {
    ...{ person, action, level, saidAt: at, provider: level === 3, evidence: evidence(action) },
    purposes: action === 'granted' ? ['offers'] : 'all',
    source: level === 3 ? 'whatsapp-message' : 'call-centre',
  });
const list = async (query: Record<string, string> = {}) =>
  (await api.call('GET', '/v1/apps/acme/unclear-stops', { query })).body;
const kept = () => rowsWhere(api.table, /#U#/);

it('shows who was asked, with their words and what is still opted in', async () => {
  await said({ phone: '525512345678' }, 'granted', 2, start - minute);
  await unclear({ phone: '525512345678' });
  expect(await list()).toMatchObject({
    data: [
      {
        phone: '+525512345678',
        saidAt: '2026-11-21T10:00:00.000Z',
        text: 'cancel it?',
        source: 'whatsapp-message',
        optedIn: ['offers'],
      },
    ],
    nextCursor: null,
  });
});

it('shows nobody who has answered, whichever way', async () => {
  const people = ['525512345671', '525512345672', '525512345673', '525512345674'].map((phone) => ({ phone }));
  for (const person of people) await unclear(person);
  expect((await list()).data).toHaveLength(4);
  api.now = start + 3 * minute;
  const [stops, keeps, starts, waits] = people as [PersonRef, PersonRef, PersonRef, PersonRef];
  await said(stops, 'revoked', 3, start + minute);
  await unclear(keeps, start + minute, true);
  await said(starts, 'resumed', 3, start + minute);
  expect((await list()).data.map(({ phone }: { phone: string }) => phone)).toEqual([`+${waits.phone}`]);
  // What is settled leaves nothing behind; what comes later is asked about anew.
  expect(await kept()).toHaveLength(1);
  await unclear(stops, start + 2 * minute);
  expect((await list()).data).toHaveLength(2);
});

it('goes on showing whoever only the business speaks for, with nothing opted in', async () => {
  const person = { phone: '525512345678' };
  await said(person, 'granted', 2, start - minute);
  await unclear(person);
  const [{ userId }] = (await list()).data;
  const no = await api.call('POST', '/v1/apps/acme/opt-outs', {
    body: {
      ...{ user: { userId }, purposes: 'all', saidAt: '2026-11-21T10:00:00Z', source: 'call-centre' },
      ...{ by: 'data-subject', evidence: { operator: 'ana', text: 'cancel it?' } },
    },
  });
  expect(no.status).toBe(201);
  expect((await list()).data).toMatchObject([{ userId, optedIn: [] }]);
  await said(person, 'granted', 2, start);
  expect((await list()).data).toMatchObject([{ userId, optedIn: [] }]);
});

it('shows one of two that turn out to be one person', async () => {
  const [phone, bsuid] = ['525512345678', 'MX.20001'];
  await unclear({ phone });
  await unclear({ bsuid }, start + 1000);
  api.now = start + minute;
  await api.ledger.noteInbound(app, { person: { phone, bsuid }, at: start + 2000, eventId: 'wamid.both' });
  expect((await list()).data).toMatchObject([{ phone: '+525512345678', bsuid }]);
  expect(await kept()).toHaveLength(1);
});

it('comes page by page, each once', async () => {
  for (let n = 0; n < 7; n += 1) await unclear({ phone: `52551234567${n}` }, start + n);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { data: { userId: string }[]; nextCursor: string | null } = await list({
      limit: '2',
      ...(cursor && { cursor }),
    });
    seen.push(...page.data.map(({ userId }) => userId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
});

it('shows nobody by what was left lying: the person alone says what holds', async () => {
  await unclear({ phone: '525512345678' });
  const [left] = await kept();
  api.now = start + 2 * minute;
  await said({ phone: '525512345678' }, 'revoked', 3, start + minute);
  await api.table.documents.send(new PutCommand({ TableName: api.table.tableName, Item: left }));
  expect((await list()).data).toEqual([]);
});
