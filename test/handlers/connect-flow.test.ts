import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noon } from '../support/ledger/ledger-bench.ts';
import { asideRows, rowsWhere } from '../support/table/rows.ts';
import { consentOf } from '../support/table/table-audit.ts';
import { acmePhone, anna, type CallingApp, callingApp } from '../support/telephone/calling-app.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/aws-lambda-go/connect-event.json', import.meta.url), 'utf8'),
) as { Details: { ContactData: object } };

let app: CallingApp;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  app = await callingApp();
  app.bench.setNow(noon + 60_000);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const end = (Address: string) => ({ Type: 'TELEPHONE_NUMBER', Address });
const contact = (parameters: object, data: object = {}) => ({
  ...recorded,
  Details: {
    ContactData: {
      ...recorded.Details.ContactData,
      ...{ InitiationMethod: 'INBOUND', CustomerEndpoint: end(`+${anna}`), SystemEndpoint: end(acmePhone) },
      ...data,
    },
    Parameters: { app: 'acme', ...parameters },
  },
});
const entries = () => rowsWhere(app.bench.table, /#L#/);

describe('a flow of Amazon Connect', () => {
  test('asks what to say, and brings the key: a request at second hand', async () => {
    const asked = await app.connect(contact({}));
    expect(asked).toMatchObject({ outcome: 'speak', locale: 'en', text: expect.stringContaining('press 1') });
    const heard = await app.connect(contact({ digits: '1', said: asked.said }));
    expect(heard).toMatchObject({ outcome: 'requested', text: expect.stringContaining('WhatsApp') });
    expect(await entries()).toMatchObject([
      {
        ...{ action: 'requested', level: 2, src: 'ivr', notice: 'hello@1', reply: 'welcome' },
        body: { callId: 'Acxsada-asdasdaxA', digits: '1', spokenText: asked.text, identifiers: { phone: `+${anna}` } },
      },
    ]);
    expect(await consentOf(app.bench, { phone: anna })).toMatchObject({ offers: 'pending' });
  });

  test('every answer is a flat map of texts, far below 32 KB', async () => {
    for (const event of [
      contact({}),
      contact({ digits: '1' }),
      contact({ digits: '9' }),
      {},
      null,
      'x',
      contact({ app: 'nobody' }),
    ]) {
      const answer = await app.connect(event);
      expect(Object.values(answer).every((value) => typeof value === 'string')).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(8 * 1024);
    }
  });

  test('of an outbound call the person is the end that is not ours, whichever that is', async () => {
    const { said } = await app.connect(contact({}));
    await app.connect(
      contact(
        { digits: '1', said },
        { InitiationMethod: 'OUTBOUND', CustomerEndpoint: end(acmePhone), SystemEndpoint: end(`+${anna}`) },
      ),
    );
    await app.connect(contact({ digits: '2', said }, { InitiationMethod: 'OUTBOUND', InitialContactId: 'b' }));
    expect(
      (await entries()).map(({ action, body }) => [action, (body as { identifiers: object }).identifiers]),
    ).toEqual(
      expect.arrayContaining([
        ['requested', { phone: `+${anna}` }],
        ['refused', { phone: `+${anna}` }],
      ]),
    );
  });

  test('a caller who shows no number is nobody', async () => {
    const { said } = await app.connect(contact({}));
    expect(await app.connect(contact({ digits: '1', said }, { CustomerEndpoint: null }))).toMatchObject({
      outcome: 'anonymous',
    });
    expect(await entries()).toEqual([]);
  });

  test('a key without the words, or after others, says nothing; a no does', async () => {
    expect(await app.connect(contact({ digits: '1' }))).toMatchObject({ outcome: 'no-key' });
    expect(await app.connect(contact({ digits: '1', said: 'other' }))).toMatchObject({ outcome: 'no-key' });
    expect(await entries()).toEqual([]);
    expect(await app.connect(contact({ digits: '2' }))).toMatchObject({ outcome: 'refused' });
  });

  test('a number that is not the app’s is kept aside, and what is no contact too', async () => {
    await app.connect(contact({ digits: '1' }, { SystemEndpoint: end('01234567') }));
    await app.connect({ Details: 'x' });
    expect((await asideRows(app.bench.table)).map(({ why }) => why).sort()).toEqual([
      'call-unreadable',
      'unknown-number',
    ]);
    expect(await entries()).toEqual([]);
  });
});
