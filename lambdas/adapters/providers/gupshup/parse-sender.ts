import { type ParsedPerson, parsePerson } from '../../../domain/inbound/parse-person.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';

/** `source`, and the sender beside it where that names nobody. Identifiers of the account stand beside the number, if anywhere. */
export function senderOf(message: unknown): ParsedPerson | undefined {
  const sender = memberOf(message, 'sender');
  const bsuid = textOf(sender, 'userid') ?? textOf(sender, 'user_id') ?? textOf(message, 'userid');
  const parentBsuid = textOf(sender, 'parent_user_id');
  const named = parsePerson({ waId: textOf(message, 'source'), bsuid, parentBsuid });
  return named?.person.phone === undefined
    ? (parsePerson({ waId: textOf(sender, 'phone'), bsuid: bsuid ?? textOf(message, 'source'), parentBsuid }) ?? named)
    : named;
}
