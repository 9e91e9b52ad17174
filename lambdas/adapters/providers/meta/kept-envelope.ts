import { listOf, memberOf, textOf } from '../../json/json-reader.ts';

/** The body in which the part stood; undefined when the part is a body, or nothing that fits into one. */
export function envelopeOf(json: unknown, why: string): object | undefined {
  if (listOf(json, 'entry') !== undefined) return undefined;
  if (listOf(json, 'changes') !== undefined) return bodyOf(json);
  const [field, phoneNumberId] = [textOf(json, 'field'), textOf(json, 'phoneNumberId')];
  if (field === undefined) return undefined;
  if (memberOf(json, 'value') !== undefined) return bodyOf({ changes: [json] });
  const item = memberOf(json, 'item');
  const list = textOf(json, 'list') ?? listOfField(field, item);
  const contacts = listOf(json, 'contacts');
  const value = {
    metadata: { phone_number_id: phoneNumberId },
    contacts,
    [list]: why === 'items-not-a-list' ? item : [item],
  };
  return bodyOf({ changes: [{ field, value }] });
}

/** Where an item stood that was kept without the name of its list. */
function listOfField(field: string, item: unknown): string {
  if (field === 'messages' || field === 'standby') {
    return textOf(item, 'status') === undefined ? 'messages' : 'statuses';
  }
  return field;
}

function bodyOf(entry: unknown): object {
  return { object: 'whatsapp_business_account', entry: [entry] };
}
