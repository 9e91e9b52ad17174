import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rowsWhere } from '../support/table/rows.ts';
import { consentOf } from '../support/table/table-audit.ts';
import { type CallingApp, callingApp, calls } from '../support/telephone/calling-app.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8'));
interface Entry {
  readonly id: string;
  readonly file: string;
  readonly conclude: readonly { readonly item: string; readonly subject: { readonly phone: string } }[];
}
/** On the telephone: calls on WhatsApp are messages of Meta's. */
const isCall = ({ id, conclude }: Entry) =>
  /^(?:twilio|exotel)\//.test(id) &&
  Array.isArray(conclude) &&
  ['call', 'ivr', 'missed-call'].includes(String(conclude[0]?.item));
const entries = (read('index.json') as { entries: Entry[] }).entries.filter(isCall);

let app: CallingApp;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  app = await callingApp({ ...calls, numbers: [{ phone: '+18005551212' }, { phone: '+918047112233' }] });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('there are calls and keys of Twilio and Exotel', () => {
  expect(entries.map(({ id }) => id).sort()).toEqual([
    'exotel/passthru-digits',
    'exotel/passthru-missed-call',
    'twilio/inbound-voice-call',
    'twilio/voice-gather-digits',
  ]);
});

test.each(entries.map((entry) => [entry.id, entry] as const))(
  '%s concludes as it says: asked on WhatsApp, opted in to nothing, no window',
  async (id, { file, conclude }) => {
    const form = read(file) as Record<string, string>;
    const [{ item = '', subject: { phone = '' } = {} } = {}] = conclude;
    const spoken = {
      noticeId: 'hello',
      noticeVersion: 1,
      noticeLocale: 'en',
      noticeHash: 'x',
      text: 'Press 1.',
      purposes: ['offers', 'orders'],
      offersNo: false,
    };
    if (id.startsWith('exotel')) await app.at(await app.hook({ spoken }), 'GET', form);
    else if (item === 'call') await app.twilio('missed-call', form);
    else {
      const { Digits: _key, msg: _end, FinishedOnKey: _how, ...ringing } = form;
      const menu = String((await app.twilio('ivr', ringing)).body);
      const action = /action="([^"]+)"/.exec(menu)?.[1]?.replaceAll('&amp;', '&') ?? '';
      await app.twilio('ivr', form, { query: Object.fromEntries(new URL(action).searchParams) });
    }
    const state = item === 'ivr' ? 'pending' : 'never-asked';
    expect(await consentOf(app.bench, { phone: phone.slice(1) })).toMatchObject({ offers: state });
    const all = await rowsWhere(app.bench.table, /./);
    expect(all.filter(({ sk }) => sk === 'W')).toEqual([]);
    await app.answer();
    expect(app.sent).toMatchObject([{ to: { waId: phone.slice(1) } }]);
  },
);
