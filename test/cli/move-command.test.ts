import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { moveCommand } from '../../cli/move/move-command.ts';
import { dryRunOrder } from '../../lambdas/edge/api/imports/mapping.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const samples = 'docs/moving';
const evidence = ['--purpose', 'offers', '--notice', 'spring@1'];

interface Moved {
  readonly code: number;
  readonly out: string;
  readonly folder: string;
  /** Lines of a file without its header; undefined = it is not there. */
  file(name: string): readonly string[] | undefined;
  mapping(name: string): unknown;
}

async function move(...args: readonly string[]): Promise<Moved> {
  const folder = join(temporaryFolder(), 'moved');
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  try {
    const code = await moveCommand([...args, '--out', folder]);
    const path = (name: string) => join(folder, name);
    return {
      code,
      out: lines.join('\n').replaceAll(folder, 'moved'),
      folder,
      file: (name) =>
        existsSync(path(name)) ? readFileSync(path(name), 'utf8').trimEnd().split('\r\n').slice(1) : undefined,
      mapping: (name) => JSON.parse(readFileSync(path(name), 'utf8')),
    };
  } finally {
    log.mockRestore();
  }
}

/** A file beside the samples. */
function fileOf(name: string, content: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe("Gupshup's list of users", () => {
  const file = `${samples}/gupshup-users.json`;

  test('gives yeses of their time, and noes without one, for its only time is that of the opt-in', async () => {
    const moved = await move('gupshup', file, '--phone-code', 'whole', ...evidence);
    expect(moved.file('yeses.csv')).toEqual([
      '+447700900101,2024-05-01T10:00:00.000Z,Gupshup users list: OPT_IN by URL,/users/0',
      '+447700900102,2024-11-13T11:00:00.000Z,Gupshup users list: OPT_IN by API,/users/1',
    ]);
    expect(moved.file('noes.csv')).toEqual(['+447700900103,,Gupshup users list: OPT_OUT,/users/2']);
    expect(moved.file('left-out.csv')).toEqual([
      '/users/3,Nobody says when this yes was said.',
      '/users/4,Its phoneCode does not begin with its countryCode: it is no whole number.',
    ]);
    expect(moved.code).toBe(1);
  });

  test('joins country code and national part where that is how it is written', async () => {
    const users = [{ countryCode: '44', phoneCode: 7700900101, optinStatus: 'OPT_IN', optinTimeStamp: 1714557600000 }];
    const national = fileOf('users.json', JSON.stringify({ users }));
    const moved = await move('gupshup', national, '--phone-code', 'national', ...evidence);
    expect(moved.file('yeses.csv')?.[0]).toMatch(/^\+447700900101,/);
    expect([moved.code, moved.file('left-out.csv')]).toEqual([0, undefined]);
  });

  test('reads a number whole or not at all, and takes a no whatever else is wrong with it', async () => {
    const users = [
      { countryCode: '49', phoneCode: '4915112345678.0', optinStatus: 'OPT_IN', optinTimeStamp: 1714557600000 },
      { countryCode: '49', phoneCode: '4915112345678 x12', optinStatus: 'OPT_IN', optinTimeStamp: 1714557600000 },
      { countryCode: '49', phoneCode: '4.91511E+12', optinStatus: 'OPT_IN', optinTimeStamp: 1714557600000 },
      { countryCode: '44', phoneCode: '447700900101', optinStatus: 'OPT_IN', optinTimeStamp: 9e15 },
      { countryCode: '44', phoneCode: '447700900102', optinStatus: 'OPT_OUT', optinTimeStamp: 'soon', optinSource: 7 },
    ];
    const moved = await move(
      ...['gupshup', fileOf('users.json', JSON.stringify({ users })), '--phone-code', 'whole', ...evidence],
    );
    const none = 'It has no phoneCode that is a number, or no optinStatus.';
    expect(moved.file('left-out.csv')).toEqual([
      ...[0, 1, 2].map((index) => `/users/${index},"${none}"`),
      '/users/3,Nobody says when this yes was said.',
    ]);
    expect(moved.file('noes.csv')).toEqual(['+447700900102,,Gupshup users list: OPT_OUT,/users/4']);
  });

  test('names the time of what has none only where the operator does', async () => {
    const undated = ['--undated', '2025-03-01T00:00:00Z'];
    const moved = await move('gupshup', file, '--phone-code', 'whole', ...evidence, ...undated);
    expect(moved.file('yeses.csv')).toContain('+12025550104,,Gupshup users list: OPT_IN by URL,/users/3');
    expect(moved.mapping('yeses.json')).toMatchObject({ date: undated[1] });
    // A no that was dated back could lose to a yes that came before it.
    expect(moved.mapping('noes.json')).not.toHaveProperty('date');
  });

  test.each([
    [[], '--phone-code'],
    [['--phone-code', 'half'], 'There is no form of phoneCode "half"'],
    [['--phone-code', 'whole', '--purpose', 'offers'], 'A yes needs evidence'],
    [['--phone-code', 'whole', '--notice', 'spring@1'], 'Say what the yeses were for'],
    [['--phone-code', 'whole', '--purpose', 'offers', '--notice', 'spring'], 'spring@2'],
    [['--phone-code', 'whole', ...evidence, '--undated', '2025-03-01'], '--undated takes a time with its offset'],
  ])('is not moved with %j alone', async (args, says) => {
    const complete = says === '--phone-code' || args.includes('half') ? [...args, ...evidence] : args;
    await expect(move('gupshup', file, ...complete)).rejects.toThrow(says);
  });
});

describe("what was sent to Twilio's Consent API", () => {
  const file = `${samples}/twilio-consents.json`;

  test('gives only noes, for a yes to SMS is none to WhatsApp', async () => {
    const moved = await move('twilio', file, ...evidence);
    expect(moved.file('yeses.csv')).toBeUndefined();
    expect(moved.file('noes.csv')).toEqual([
      '+12025550112,2025-01-17T09:30:00Z,Twilio consent 0b7e5d1c9a2f4c3e8d6b1a0f7e5d3c2b (opt-out-message),/0/Items/1',
      '+12025550114,,Twilio consent 7c1d2e3f4a5b46c7d8e9f0a1b2c3d4e5 (others),/1/Items/1',
    ]);
    expect(moved.file('left-out.csv')?.filter((line) => line.includes('A yes to SMS is none'))).toHaveLength(2);
  });

  test('gives yeses with a date where the text named WhatsApp', async () => {
    const moved = await move('twilio', file, ...evidence, '--sms-names-whatsapp');
    expect(moved.file('yeses.csv')?.map((line) => line.split(',')[0])).toEqual(['+12025550111']);
    expect(moved.file('left-out.csv')).toEqual([
      '/1/Items/0,Nobody says when this yes was said.',
      '/1/Items/2,Its contact_id is no number with a plus.',
    ]);
  });

  test('may be a table with the names of the API', async () => {
    const table =
      'contact_id,status,date_of_consent\n+12025550111,opt-in,2024-04-03T14:05:00Z\n+12025550112,opt-out,\n';
    const moved = await move('twilio', fileOf('consents.csv', table), ...evidence, '--sms-names-whatsapp');
    expect(moved.file('yeses.csv')).toEqual(['+12025550111,2024-04-03T14:05:00Z,Twilio consent,line 2']);
    expect(moved.file('noes.csv')).toEqual(['+12025550112,,Twilio consent,line 3']);
    await expect(move('twilio', fileOf('other.csv', 'a,b\n1,2\n'), ...evidence)).rejects.toThrow(
      'no column "contact_id"',
    );
  });
});

describe('profiles of Klaviyo', () => {
  const file = `${samples}/klaviyo-profiles.json`;

  test('give what was said about WhatsApp, a no by the later of its two times', async () => {
    const moved = await move('klaviyo', file, ...evidence);
    expect(moved.file('yeses.csv')).toEqual([
      '+61491570006,2025-11-20T03:00:00+00:00,"Klaviyo profile 01HZX3A1B2C3D4E5F6G7H8J9K0, WhatsApp",/0/data/0',
    ]);
    expect(moved.file('noes.csv')).toEqual([
      '+61491570157,2026-01-04T05:00:00+00:00,"Klaviyo profile 01HZX3A1B2C3D4E5F6G7H8J9K2, WhatsApp",/1/data/0',
    ]);
    expect(moved.file('left-out.csv')).toEqual([
      '/0/data/1,Nothing was ever said about WhatsApp.',
      '/1/data/1,It has no phone number.',
    ]);
  });

  test('give noes to SMS, and yeses to it only where their text named WhatsApp', async () => {
    const noes = await move('klaviyo', file, '--channel', 'sms', '--noes-only', '--noes', 'marketing');
    expect([noes.file('yeses.csv'), noes.file('noes.csv')?.length]).toEqual([undefined, 1]);
    expect(noes.mapping('noes.json')).toMatchObject({ purposes: 'marketing' });
    const both = await move('klaviyo', file, '--channel', 'sms', '--sms-names-whatsapp', ...evidence);
    expect(both.file('yeses.csv')?.[0]).toContain('SMS: FORM, Checkout"');
    expect(both.file('yeses.csv')).toHaveLength(2);
  });

  test.each([
    [{ can_receive: false }, 'Klaviyo itself does not send to it, although it is subscribed.'],
    [{ valid_until: '2027-01-01T00:00:00Z' }, 'Its consent ends by itself, which an import cannot keep.'],
    [{ consent: 'NEVER_SUBSCRIBED' }, 'Nothing was ever said about WhatsApp.'],
    [{ consent: 'MAYBE' }, 'Its consent is none that is known.'],
    [{ consent_timestamp: null }, 'Nobody says when this yes was said.'],
    [{ consent_timestamp: '2. Juni' }, 'Its date is none, or is written otherwise than was named.'],
  ])('with %j are left out', async (change, reason) => {
    const marketing = { consent: 'SUBSCRIBED', consent_timestamp: '2025-11-20T03:00:00Z', ...change };
    const attributes = { phone_number: '+61491570006', subscriptions: { whatsapp: { marketing } } };
    const page = fileOf('page.json', JSON.stringify({ data: [{ id: 'P1', attributes }] }));
    expect((await move('klaviyo', page, ...evidence)).file('left-out.csv')).toEqual([
      `/data/0,${reason.includes(',') ? `"${reason}"` : reason}`,
    ]);
  });

  test('as CSV are a spreadsheet, for its columns are those that somebody chose', async () => {
    await expect(move('klaviyo', 'export.csv', ...evidence)).rejects.toThrow('move it as a spreadsheet');
  });
});

describe('a spreadsheet', () => {
  const file = `${samples}/customers.csv`;
  const columns = ['--phone', 'Telefon', '--status', 'WhatsApp', '--yes', 'ja', '--no', 'nein'];
  const dates = ['--date', 'Am', '--date-format', 'DD.MM.YYYY', '--time-zone', 'Europe/London'];
  const more = ['--document', 'Beleg', '--country', 'gb', '--purpose', 'offers', '--document-ref', 'Till of 2024'];

  test('is read in the encoding that fits all of it, also when that shows late', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `+4420794${String(60000 + index)},no,Ann\n`).join('');
    const table = Buffer.from(`Telefon,WhatsApp,Name\n${rows}+442079470000,no,Jos\xe9\n`, 'latin1');
    const path = join(temporaryFolder(), 'late.csv');
    writeFileSync(path, table);
    const moved = await move('spreadsheet', path, '--phone', 'Telefon', '--all', 'no', '--noes-only');
    expect(moved.file('noes.csv')).toHaveLength(4001);
  });

  test('gives numbers and dates as they are written, and says how', async () => {
    const moved = await move('spreadsheet', file, ...columns, ...dates, ...more);
    expect(moved.file('yeses.csv')).toEqual(['07700 900121,03.04.2024,"Till of 2024; Ordner 3, Blatt 17",line 2']);
    expect(moved.file('noes.csv')).toEqual([
      '07700 900122,17.05.2024,Till of 2024,line 3',
      '07700 900126,,Till of 2024,line 8',
    ]);
    expect(moved.mapping('yeses.json')).toEqual({
      delimiter: ',',
      encoding: 'utf-8',
      header: true,
      columns: {
        phone: 'phone',
        date: { column: 'date', format: 'DD.MM.YYYY', timeZone: 'Europe/London' },
        documentRef: 'documentRef',
      },
      country: 'GB',
      purposes: ['offers'],
      source: 'import',
    });
    expect(moved.out).toBe(
      [
        '1 yeses    moved/yeses.csv, read by moved/yeses.json',
        '2 noes    moved/noes.csv, read by moved/noes.json',
        '4 left out    moved/left-out.csv',
        '  line 4  Nobody says when this yes was said.',
        '  line 5  Its date is none, or is written otherwise than was named.',
        '  line 6  Its status is none of those that were named.',
        '  line 7  It has no number.',
      ].join('\n'),
    );
    expect(statSync(join(moved.folder, 'yeses.csv')).mode & 0o077).toBe(0);
  });

  test('of which everybody said the same needs no status', async () => {
    const list = fileOf('list.txt', 'Phone\tX\n447700900131\ta\n447700900132\n');
    const moved = await move('spreadsheet', list, '--phone', 'Phone', '--all', 'no', '--digits', '--noes-only');
    expect(moved.file('noes.csv')).toEqual(['447700900131,,,line 2']);
    expect(moved.file('left-out.csv')).toEqual(['line 3,"It has 1 cells, and the header 2."']);
    expect(moved.mapping('noes.json')).toMatchObject({ numbers: 'digits', purposes: 'all' });
  });

  test.each([
    [['--status', 'WhatsApp', '--yes', 'ja'], 'Name the column of the numbers'],
    [['--phone', 'Handy', '--all', 'yes'], 'no column "Handy". There are: Kunde, Telefon, Am, WhatsApp, Beleg.'],
    [['--phone', 'Telefon'], '--all yes or --all no'],
    [['--phone', 'Telefon', '--status', 'WhatsApp'], '--yes, --no'],
    [['--phone', 'Telefon', '--status', 'WhatsApp', '--yes', 'ja', '--no', 'Ja'], '"ja" cannot be both'],
    [['--phone', 'Telefon', '--all', 'yes', '--date', 'Am'], 'go together'],
    [['--phone', 'Telefon', '--all', 'yes', '--date', 'Am', '--date-format', 'DD.MM.YY'], 'DD.MM.YYYY'],
  ])('is not moved with %j', async (args, says) => {
    await expect(move('spreadsheet', file, ...args, ...more)).rejects.toThrow(says);
  });
});

test('nothing is written over', async () => {
  const args = ['gupshup', `${samples}/gupshup-users.json`, '--phone-code', 'whole', ...evidence] as const;
  const { folder } = await move(...args);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await expect(moveCommand([...args, '--out', folder])).rejects.toThrow('EEXIST');
  vi.restoreAllMocks();
});

test.each(['nonsense', '{"a":1}', '[]'])('%s is no file of any of them', async (content) => {
  const file = fileOf('file.json', content);
  if (content !== '[]') await expect(move('gupshup', file, '--phone-code', 'whole', ...evidence)).rejects.toThrow();
  if (content !== '[]') await expect(move('twilio', file, ...evidence)).rejects.toThrow();
  await expect(move('klaviyo', file, ...evidence)).rejects.toThrow();
});

test('every mapping is one that a dry run takes', async () => {
  const all = [
    await move('gupshup', `${samples}/gupshup-users.json`, '--phone-code', 'whole', ...evidence),
    await move('twilio', `${samples}/twilio-consents.json`, '--sms-names-whatsapp', ...evidence),
    await move('klaviyo', `${samples}/klaviyo-profiles.json`, ...evidence),
    await move('spreadsheet', `${samples}/customers.csv`, '--phone', 'Telefon', '--all', 'no', '--noes-only'),
  ];
  for (const moved of all) {
    for (const name of ['yeses', 'noes'].filter((each) => moved.file(`${each}.csv`) !== undefined)) {
      expect(dryRunOrder.safeParse(moved.mapping(`${name}.json`)).error).toBeUndefined();
    }
  }
});
