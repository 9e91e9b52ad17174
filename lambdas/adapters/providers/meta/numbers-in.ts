import { listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { numberId } from './number-id.ts';

/** Our numbers that a signed webhook is about, each once, whatever it says of them: that it came is what matters. Never throws. */
export function numbersIn(body: Uint8Array): readonly string[] {
  const changes = (listOf(readJson(body).json, 'entry') ?? []).flatMap((entry) => listOf(entry, 'changes') ?? []);
  const numbers = changes.map((change) => textOf(memberOf(memberOf(change, 'value'), 'metadata'), 'phone_number_id'));
  return [...new Set(numbers.filter((number) => number !== undefined && numberId.test(number)))] as string[];
}
