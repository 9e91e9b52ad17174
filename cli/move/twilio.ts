import * as z from 'zod';
import type { Table } from '../../lambdas/use-cases/imports/ports.ts';
import { UsageError } from '../usage-error.ts';
import { smsIsNotWhatsapp } from './klaviyo.ts';
import { readJson } from './read-json.ts';
import { columnFinder } from './spreadsheet.ts';
import type { LeftOut, MovedFile, Told } from './told.ts';

const item = z.object({
  contact_id: z.string(),
  correlation_id: z.string().optional().nullable(),
  status: z.string(),
  source: z.string().optional().nullable(),
  date_of_consent: z.string().optional().nullable(),
});

/** What an item of the Consent API has. */
const twilioColumns = ['contact_id', 'correlation_id', 'status', 'source', 'date_of_consent'] as const;

/**
 * What was sent to Twilio's Consent API, which answers nothing of it: the `Items` of the calls, one call or an array of all.
 *
 * @param smsNamesWhatsapp the text that people agreed to for SMS named WhatsApp, too
 * @throws UsageError for what is no such list
 */
export function readTwilio(json: string, smsNamesWhatsapp: boolean): MovedFile {
  const given = readJson(json);
  const calls = Array.isArray(given) ? given : [given];
  const rows = calls.flatMap((call, at) => {
    const { Items: items } = z.object({ Items: z.array(z.unknown()) }).safeParse(call).data ?? {};
    if (items === undefined) return [rowOfItem(call, `/${at}`, smsNamesWhatsapp)];
    const of = Array.isArray(given) ? `/${at}` : '';
    return items.map((each, index) => rowOfItem(each, `${of}/Items/${index}`, smsNamesWhatsapp));
  });
  if (!Array.isArray(given) && !('Items' in Object(given))) {
    throw new UsageError('This is nothing that was sent to the Consent API: it has no array "Items".');
  }
  return { rows, date: { format: 'iso', timeZone: 'UTC' } };
}

/**
 * The same as a table, with the names of the API in its header.
 *
 * @throws UsageError naming a column that the header lacks
 */
export function readTwilioTable(table: Table, smsNamesWhatsapp: boolean): MovedFile {
  const at = columnFinder(table.header);
  // The others may be missing, as in the API.
  for (const name of ['contact_id', 'status']) at(name);
  async function* rows() {
    for await (const { cells, row } of table.rows) {
      const cell = (name: string) => cells[table.header.indexOf(name)];
      yield rowOfItem(
        Object.fromEntries(twilioColumns.map((name) => [name, cell(name)])),
        `line ${row}`,
        smsNamesWhatsapp,
      );
    }
  }
  return { rows: rows(), date: { format: 'iso', timeZone: 'UTC' } };
}

/** One item, of JSON or of a table. */
function rowOfItem(given: unknown, place: string, smsNamesWhatsapp: boolean): Told | LeftOut {
  const read = item.safeParse(given).data;
  if (read === undefined) return { place, reason: 'It has no contact_id or no status.' };
  const { contact_id: phone, correlation_id: correlation, status, source, date_of_consent: date } = read;
  if (!/^\+\d{7,15}$/.test(phone.trim())) return { place, reason: 'Its contact_id is no number with a plus.' };
  const parts = ['Twilio consent', ...(correlation ? [correlation] : []), ...(source ? [`(${source})`] : [])];
  const told = { place, phone: phone.trim(), date: date?.trim() ?? '', documentRef: parts.join(' ') };
  if (status === 'opt-out') return { ...told, said: 'no' };
  if (status !== 'opt-in') return { place, reason: 'Its status is neither opt-in nor opt-out.' };
  return smsNamesWhatsapp ? { ...told, said: 'yes' } : { place, reason: smsIsNotWhatsapp };
}
