/**
 * The shortest way through: an app, an opt-in, the question, the list of people.
 *
 *     OPTLEDGER_URL=http://127.0.0.1:8787 OPTLEDGER_KEY=olk_… node first-opt-in.ts
 */
import { createClient, dataOf, eachOf, ProblemError } from '@optledger/client';

const { OPTLEDGER_URL: baseUrl = 'http://127.0.0.1:8787', OPTLEDGER_KEY: key = '' } = process.env;
const client = createClient({ baseUrl, key });
const appId = 'client-example';
const path = { appId };

const existing = await client.GET('/v1/apps/{appId}', { params: { path } });
if (existing.response.status === 404) {
  await dataOf(
    client.POST('/v1/apps', {
      body: {
        appId,
        displayName: 'Example shop',
        locale: 'es-MX',
        purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
      },
    }),
  );
}

// Somebody ticked a box on paper. The id makes a retry harmless.
const { userId, outcomes } = await dataOf(
  client.POST('/v1/apps/{appId}/opt-ins', {
    params: { path, header: { 'Idempotency-Key': 'paper-1179' } },
    body: {
      user: { phone: '+52 55 1234 5678' },
      purposes: ['offers'],
      saidAt: '2026-01-10T10:00:00-06:00',
      source: 'paper',
      by: 'data-subject',
      evidence: { documentRef: 'A-1179', operator: 'till 4' },
    },
  }),
);
console.log(`recorded: ${userId}, ${outcomes.map(({ purpose, applied }) => `${purpose} ${applied}`).join(', ')}`);

// Before every message: may it be sent?
const { decision, reasons } = await dataOf(
  client.POST('/v1/apps/{appId}/eligibility', {
    params: { path },
    body: { user: { waId: '5215512345678' }, purpose: 'offers', message: 'template' },
  }),
);
console.log(`${decision}: ${reasons[0]?.detail}`);

const users = eachOf((next) =>
  client.GET('/v1/apps/{appId}/users', {
    params: { path, query: { consent: 'opted-in', purpose: 'offers', ...next } },
  }),
);
for await (const user of users) console.log(`opted in: ${user.userId}`);

// What is refused says why, all at once.
try {
  await dataOf(client.POST('/v1/apps/{appId}/users/search', { params: { path }, body: { phone: '55 1234' } }));
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(`${error.code}: ${error.faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`);
}
