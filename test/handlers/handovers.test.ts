import { beforeEach, expect, test } from 'vitest';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';
import { rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
const hour = 60 * minute;
const phone = '525512345678';
const automatedReplies = {
  minimumSeconds: 30,
  greeting: [{ locale: 'es', text: '¡Hola!\n¿En qué podemos ayudarte?' }],
  away: {
    texts: [{ locale: 'es', text: 'Ahora no hay nadie.' }],
    openingHours: [{ days: ['monday', 'friday'], from: '09:00', to: '18:00' }],
  },
  keywords: [{ words: ['horario', 'menú'], texts: [{ locale: 'es', text: 'De 9 a 18.' }] }],
  human: { enabled: true },
};

let api: TestApi;
let app: App;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: { ...acme, automatedReplies } });
  const found = await api.apps.findFresh('acme');
  if (found === undefined) throw new Error('There is no app.');
  app = found;
});

const writes = (person: PersonRef, at = start) =>
  api.ledger.noteInbound(app, { person, at, eventId: `wamid.${at}.${person.phone}` });
const asks = (person: PersonRef, at = start) =>
  api.ledger.recordHandover(app, {
    ...{ person, at, eventId: `wamid.${at}.human`, handed: 'over', by: 'words', rule: 'human.es.asesor' },
    ...{ evidence: { text: 'asesor', identifiers: {} }, source: 'whatsapp-message' },
  });
const list = async (query: Record<string, string> = {}) =>
  (await api.call('GET', '/v1/apps/acme/handovers', { query })).body;
const userOf = async (known = phone) =>
  (await api.call('POST', '/v1/apps/acme/users/search', { body: { phone: `+${known}` } })).body;

test('shows who waits, since when, by what and until when', async () => {
  await asks({ phone });
  api.now = start + hour;
  await writes({ phone });
  await writes({ phone }, start + hour);
  expect(await list()).toMatchObject({
    data: [
      {
        phone: '+525512345678',
        since: '2026-11-21T10:00:00.000Z',
        until: '2026-11-22T11:00:00.000Z',
        cause: 'words',
        lastInboundAt: '2026-11-21T11:00:00.000Z',
      },
    ],
    nextCursor: null,
  });
  const { withHuman } = await userOf();
  expect(withHuman).toEqual({ since: '2026-11-21T10:00:00.000Z', cause: 'words', until: '2026-11-22T11:00:00.000Z' });
});

test('the business hands over and back, each recorded once, with who did it', async () => {
  await writes({ phone });
  const { userId } = await userOf();
  const path = `/v1/apps/acme/users/${userId}/handover`;
  const over = await api.call('PUT', path);
  expect(over).toMatchObject({ status: 200, body: { userId, cause: 'business', since: '2026-11-21T10:00:00.000Z' } });
  expect((await api.call('PUT', path)).body).toEqual(over.body);
  expect((await list()).data).toHaveLength(1);
  expect(await api.call('DELETE', path)).toMatchObject({ status: 204 });
  expect(await api.call('DELETE', path)).toMatchObject({ status: 204 });
  expect((await list()).data).toEqual([]);
  expect((await userOf()).withHuman).toBeUndefined();
  const entries = (await api.call('GET', `/v1/apps/acme/users/${userId}/statements`)).body.data;
  expect(entries).toMatchObject([
    { kind: 'handover', handed: 'over', cause: 'business', evidence: { operator: fullKey.keyId } },
    { kind: 'handover', handed: 'back', cause: 'business', evidence: { operator: fullKey.keyId } },
  ]);
  expect(await rowsWhere(api.table, /#H#/)).toEqual([]);
  const { data } = (await api.call('GET', '/v1/audit')).body;
  expect(
    data.map(({ operation, target }: { operation: string; target: string }) => [operation, target]),
  ).toContainEqual(['handOver', userId]);
});

test('nobody is handed over who is not there, and nobody by somebody who may not', async () => {
  expect((await api.call('PUT', '/v1/apps/acme/users/usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co/handover')).status).toBe(
    404,
  );
  expect((await api.call('DELETE', '/v1/apps/acme/users/usr_nothing/handover')).status).toBe(404);
  await writes({ phone });
  const { userId } = await userOf();
  const reader = { ...fullKey, scopes: 'users:read' };
  expect((await api.call('PUT', `/v1/apps/acme/users/${userId}/handover`, { key: reader })).status).toBe(403);
  const writer = { ...fullKey, scopes: 'consent:write' };
  expect((await api.call('GET', '/v1/apps/acme/handovers', { key: writer })).status).toBe(403);
});

test('whoever is over is left out when 24 hours are gone, and stands in what needs attention until then', async () => {
  await asks({ phone });
  api.now = start + 24 * hour - 1;
  const attention = async () =>
    (await api.call('GET', '/v1/apps/acme/attention')).body.data.filter(
      ({ kind }: { kind: string }) => kind === 'handovers',
    );
  expect(await attention()).toEqual([
    { kind: 'handovers', since: '2026-11-21T10:00:00.000Z', count: 1, atLeast: false },
  ]);
  api.now = start + 24 * hour;
  expect((await list()).data).toEqual([]);
  expect(await attention()).toEqual([]);
  // Asked for again it begins anew, and the list holds it once.
  await asks({ phone }, start + 24 * hour);
  expect((await list()).data).toMatchObject([{ since: '2026-11-22T10:00:00.000Z' }]);
  expect(await rowsWhere(api.table, /#H#/)).toHaveLength(1);
});

test('comes page by page, each once', async () => {
  for (let n = 0; n < 7; n += 1) await asks({ phone: `52551234567${n}` }, start - n);
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

test('words heard twice are one handover; erased words or a foreign id change nothing of consent', async () => {
  await asks({ phone });
  await asks({ phone });
  const { userId, consent } = await userOf();
  expect((await api.call('GET', `/v1/apps/acme/users/${userId}/statements`)).body.data).toHaveLength(1);
  expect(Object.values(consent as Record<string, { state: string }>).map(({ state }) => state)).toEqual([
    'never-asked',
    'never-asked',
  ]);
});

test('settings are kept as they were given, replaced as a whole, and taken away by null', async () => {
  const read = async () => (await api.call('GET', '/v1/apps/acme')).body.automatedReplies;
  expect(await read()).toEqual(automatedReplies);
  await api.call('PATCH', '/v1/apps/acme', { body: { automatedReplies: { human: { enabled: true } } } });
  expect(await read()).toEqual({ human: { enabled: true } });
  await api.call('PATCH', '/v1/apps/acme', { body: { automatedReplies: null } });
  expect(await read()).toBeUndefined();
});

const texts = automatedReplies.greeting;
const hours = automatedReplies.away.openingHours;
test.each([
  [
    'a word that is a stop',
    { keywords: [{ words: ['ALTO'], texts }] },
    '/automatedReplies/keywords/0/words/0',
    'heard-already',
  ],
  [
    'a word for a human',
    { keywords: [{ words: ['asesor'], texts }] },
    '/automatedReplies/keywords/0/words/0',
    'heard-already',
  ],
  ['OPTIN', { keywords: [{ words: ['optin acme'], texts }] }, '/automatedReplies/keywords/0/words/0', 'heard-already'],
  [
    'the same word twice',
    {
      keywords: [
        { words: ['menú'], texts },
        { words: ['MENU'], texts },
      ],
    },
    '/automatedReplies/keywords/1/words/0',
    'twice',
  ],
  ['an emoji', { keywords: [{ words: ['👍'], texts }] }, '/automatedReplies/keywords/0/words/0', 'no-word'],
  [
    '21 answers',
    { keywords: Array.from({ length: 21 }, (_, n) => ({ words: [`palabra ${n}`], texts })) },
    '/automatedReplies/keywords',
    'too-long',
  ],
  [
    '11 words',
    { keywords: [{ words: Array.from({ length: 11 }, (_, n) => `palabra ${n}`), texts }] },
    '/automatedReplies/keywords/0/words',
    'too-long',
  ],
  [
    'a text that is a stop',
    { greeting: [{ locale: 'es', text: 'ALTO' }] },
    '/automatedReplies/greeting/0/text',
    'heard-already',
  ],
  [
    'a text with a place',
    { greeting: [{ locale: 'es', text: 'Hola {{1}}' }] },
    '/automatedReplies/greeting/0/text',
    'unfilled',
  ],
  [
    'a text that is too long',
    { greeting: [{ locale: 'es', text: 'a'.repeat(801) }] },
    '/automatedReplies/greeting/0/text',
    'too-long',
  ],
  ['a language twice', { greeting: [...texts, ...texts] }, '/automatedReplies/greeting/1/locale', 'twice'],
  ['no text', { greeting: [] }, '/automatedReplies/greeting', 'too-short'],
  [
    'a time that is none',
    { away: { texts, openingHours: [{ ...hours[0], from: '9:00' }] } },
    '/automatedReplies/away/openingHours/0/from',
    undefined,
  ],
  [
    '25 hours',
    { away: { texts, openingHours: [{ ...hours[0], to: '25:00' }] } },
    '/automatedReplies/away/openingHours/0/to',
    undefined,
  ],
  [
    'a day that is none',
    { away: { texts, openingHours: [{ ...hours[0], days: ['lunes'] }] } },
    '/automatedReplies/away/openingHours/0/days/0',
    undefined,
  ],
  ['no hours', { away: { texts, openingHours: [] } }, '/automatedReplies/away/openingHours', 'too-short'],
  ['a negative pause', { minimumSeconds: -1 }, '/automatedReplies/minimumSeconds', 'too-small'],
  ['an unknown field', { greetings: texts }, '/automatedReplies/greetings', undefined],
])('%s is refused at its place', async (_what, wrong, pointer, code) => {
  const { status, body } = await api.call('PATCH', '/v1/apps/acme', { body: { automatedReplies: wrong } });
  expect(status).toBe(422);
  expect(body.errors).toContainEqual(expect.objectContaining({ pointer, ...(code !== undefined && { code }) }));
});
