import type { PlantedFault } from './planted-fault.ts';

const stalled = ['test/handlers/stalled-noes'];
const elsewhere = ['test/handlers/noes-from-elsewhere'];
const parsing = ['test/adapters/providers/meta/parse-webhook'];
const batches = ['test/adapters/dynamodb/table/batch-get'];
const inherited = ['test/domain/consent/inherited-names', 'test/handlers/inherited-names'];
const lying = ['test/adapters/dynamodb/messages/kept-aside', 'test/use-cases/inbound/retry-aside'];

const reader = 'lambdas/adapters/json/json-reader.ts';
const message = 'lambdas/adapters/providers/meta/parse-message.ts';
const content = 'lambdas/adapters/providers/meta/message-content.ts';
const webhook = 'lambdas/adapters/providers/meta/parse-webhook.ts';
const history = 'lambdas/adapters/providers/meta/parse-history.ts';
const notice = 'lambdas/adapters/providers/meta/parse-change-notice.ts';
const sender = 'lambdas/adapters/providers/meta/parse-sender.ts';
const batch = 'lambdas/adapters/dynamodb/table/batch-get.ts';
const refusal = 'lambdas/adapters/dynamodb/table/store-refusal.ts';
const aside = 'lambdas/adapters/dynamodb/messages/kept-aside.ts';
const act = 'lambdas/domain/inbound/act-of-message.ts';
const deciding = 'lambdas/domain/inbound/decide-message.ts';
const delivery = 'lambdas/use-cases/inbound/hear-inbound.ts';
const no = 'lambdas/use-cases/ledger/record-no.ts';
const retry = 'lambdas/use-cases/inbound/retry-aside.ts';

export const stallFaults: readonly PlantedFault[] = [
  {
    name: 'half of a character in the words of a person is let in',
    file: reader,
    find: '{ text: member.toWellFormed(), received: JSON.stringify(member) }',
    replace: '{ text: member, received: JSON.stringify(member) }',
    tests: parsing,
  },
  {
    name: 'half of a character in an id is let in',
    file: reader,
    find: "typeof member === 'string' && member !== '' ? member.toWellFormed() : undefined",
    replace: "typeof member === 'string' && member !== '' ? member : undefined",
    tests: parsing,
  },
  {
    name: 'evidence is as long as what was written',
    file: 'lambdas/domain/inbound/words-as-evidence.ts',
    find: 'const kept = cutToBytes(text, mostWords);',
    replace: 'const kept = text;',
    tests: ['test/domain/inbound/words-as-evidence', ...stalled],
  },
  {
    name: 'a cut leaves half of a character',
    file: 'lambdas/domain/inbound/cut-to-bytes.ts',
    find: 'return text.slice(0, read).toWellFormed();',
    replace: 'return text.slice(0, read);',
    tests: ['test/domain/inbound/words-as-evidence'],
  },
  {
    name: 'two acts are one when the beginnings of their long ids agree',
    file: 'lambdas/domain/inbound/heard-act.ts',
    find: 'eventId: messageId,\n    provider: true,',
    replace: 'eventId: messageId.slice(0, 512),\n    provider: true,',
    tests: stalled,
  },
  {
    name: 'any id of a business number is looked up',
    file: webhook,
    find: "if (!numberId.test(phoneNumberId)) return [unreadable('change-without-number', change)];",
    replace: '',
    tests: stalled,
  },
  {
    name: 'what DynamoDB cannot read as text is tried again for ever',
    file: refusal,
    find: "  'SerializationException',\n",
    replace: '',
    tests: stalled,
  },
  {
    name: 'an item too large for a transaction is tried again for ever',
    file: refusal,
    find: "['ValidationError', 'ItemCollectionSizeLimitExceeded']",
    replace: "['ItemCollectionSizeLimitExceeded']",
    tests: stalled,
  },
  {
    name: 'a stop is lost with its words',
    file: no,
    find: 'const attempts = [evidence, withoutWords(evidence)];',
    replace: 'const attempts = [evidence];\n  if (evidence.text !== undefined) return record(evidence);',
    tests: stalled,
  },
  {
    name: 'a stop under an id that was used is no stop',
    file: no,
    find: 'if (!(error instanceof EventIdReusedError)) throw error;',
    replace: 'throw error;',
    tests: elsewhere,
  },
  {
    name: 'a stop under the id of a START passes for it',
    file: 'lambdas/domain/ledger/same-act.ts',
    find: 'command.provider && first?.action !== command.action',
    replace: 'first === null',
    tests: elsewhere,
  },
  {
    name: 'one refused item holds up its delivery',
    file: delivery,
    find: 'if (!isRefusal(failure)) return [{ failure }];',
    replace: 'if (!isRefusal(failure) || part !== undefined) return [{ failure }];',
    tests: stalled,
  },
  {
    name: 'one app on a number that fails keeps the others from being recorded',
    file: delivery,
    find: '(await recordFor(deps, each).catch(failed))',
    replace: '(await recordFor(deps, each))',
    tests: ['test/handlers/sms-inbound'],
  },
  {
    name: 'what is set aside is lost when it is no text for the table',
    file: aside,
    find: 'if (!(error instanceof StoreRefusedError)) throw error;',
    replace: 'throw error;',
    tests: [...stalled, ...lying],
  },
  {
    name: 'the end of what is large is not kept',
    file: aside,
    find: '} while (from < bytes.length);',
    replace: '} while (false);',
    tests: lying,
  },
  {
    name: 'a piece of what is kept ends in half of a character',
    file: aside,
    find: 'while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to -= 1;',
    replace: '',
    tests: lying,
  },
  {
    name: 'a key of a person is dropped (N1)',
    file: 'lambdas/adapters/dynamodb/places/place-reader.ts',
    find: 'batchGet(table, keys, { consistent: true })',
    replace: 'batchGet(table, keys.slice(1), { consistent: true })',
    tests: batches,
  },
  {
    name: 'a key of a window is dropped (N2)',
    file: 'lambdas/adapters/dynamodb/rows/eligible-rows.ts',
    find: 'batchGet(source, keys, { consistent: false })',
    replace: 'batchGet(source, keys.slice(1), { consistent: false })',
    tests: batches,
  },
  {
    name: 'a key of a count is dropped (N3)',
    file: 'lambdas/adapters/dynamodb/collection/point-store.ts',
    find: 'batchGet(table, keys, { consistent: false })',
    replace: 'batchGet(table, keys.slice(2), { consistent: false })',
    tests: batches,
  },
  {
    name: 'keys that are left unprocessed are dropped (N1, N2, N3)',
    file: batch,
    find: 'left = UnprocessedKeys?.[tableName]?.Keys ?? [];',
    replace: 'left = UnprocessedKeys === undefined ? left : [];',
    tests: batches,
  },
  {
    name: 'an answer in part is asked for again for ever',
    file: batch,
    find: 'const mostAgain = 6;',
    replace: 'const mostAgain = 60;',
    tests: batches,
  },
  {
    name: 'after the sixth time what was read passes for all',
    file: batch,
    find: "if (times > mostAgain) throw new TryAgainError('The table answers only in part at the moment.', 2);",
    replace: 'if (times > mostAgain) break;',
    tests: batches,
  },
  {
    name: 'an answer in part is asked for again at once',
    file: batch,
    find: 'if (times > 0) await pause(times);',
    replace: '',
    tests: batches,
  },
  {
    name: 'pauses do not grow',
    file: 'lambdas/adapters/dynamodb/table/pause.ts',
    find: 'random * 10 * 2 ** Math.min(times, 6)',
    replace: 'random * 10 * 2',
    tests: batches,
  },
  {
    name: 'a purpose has marks that every object has',
    file: 'lambdas/domain/consent/registers.ts',
    find: 'return (Object.hasOwn(registers, purpose) ? registers[purpose] : undefined) ?? {};',
    replace: 'return registers[purpose] ?? {};',
    tests: inherited,
  },
  {
    name: 'what is said of a purpose called constructor cannot be stored',
    file: 'lambdas/adapters/dynamodb/table/attributes.ts',
    find: "typeof value !== 'function') attributes[name]",
    replace: "typeof value !== 'function' && !(name in {})) attributes[name]",
    tests: inherited,
  },
  {
    name: 'new things may be called like what every object has',
    file: 'lambdas/edge/fields/text.ts',
    find: '!isInherited(value)',
    replace: 'value !== value.trim() || true',
    tests: inherited,
  },
  {
    name: 'a purpose that is called so keeps its app from being changed',
    file: 'lambdas/edge/api/apps/app.ts',
    find: 'purposes: purposes(slugOrInherited(40)),',
    replace: 'purposes: purposes(slug(40)),',
    tests: inherited,
  },
  {
    name: 'a text without words is dropped',
    file: content,
    find: '(words === undefined && kind.must === true)',
    replace: 'false',
    tests: parsing,
  },
  {
    name: 'words that are no text are dropped',
    file: content,
    find: "words === 'unreadable' || ",
    replace: '',
    tests: parsing,
  },
  {
    name: 'a button without a payload is dropped',
    file: content,
    find: "  const id = idOf(button, 'payload');\n  if (id === undefined) return nothingToRead;",
    replace: "  const id = idOf(button, 'payload') ?? { text: '-' };",
    tests: parsing,
  },
  {
    name: 'an answer of an unknown kind is dropped',
    file: content,
    find: "return { fault: 'unknown-reply-type' };",
    replace: 'return { opensWindow: false };',
    tests: parsing,
  },
  {
    name: 'an answer without content is dropped',
    file: content,
    find: "if (typeof answer !== 'object' || answer === null) return nothingToRead;",
    replace: 'if (answer === undefined) return { opensWindow };',
    tests: parsing,
  },
  {
    name: 'a contact that is one of two passes for the sender',
    file: sender,
    find: 'all.length === 1 && ',
    replace: '',
    tests: elsewhere,
  },
  {
    name: 'the one contact passes for the sender of two messages',
    file: sender,
    find: " && listOf(value, 'messages')?.length === 1",
    replace: '',
    tests: elsewhere,
  },
  {
    name: 'a sentence tells the BSUID before, whatever it ends in',
    file: notice,
    find: "if (current === '' || !named.includes(current.replace(/^\\+/, ''))) return {};",
    replace: '',
    tests: parsing,
  },
  {
    name: 'a stop without a time is kept aside',
    file: act,
    find: 'at: at ?? receivedAt,',
    replace: 'at: at ?? Number.NaN,',
    tests: elsewhere,
  },
  {
    name: 'a START without a time counts',
    file: deciding,
    find: 'if (onlyNoCounts(act) && !isNo(act, understood.act)) return leftOver(act);',
    replace: '',
    tests: ['test/use-cases/inbound/hear-inbound'],
  },
  {
    name: 'what is no stop and has no time opens a window',
    file: act,
    find: 'opensWindow: read.opensWindow && isSound,',
    replace: 'opensWindow: read.opensWindow,',
    tests: elsewhere,
  },
  {
    name: 'a fraction of a second is a time',
    file: 'lambdas/adapters/providers/meta/parse-time.ts',
    find: '/^\\d{1,15}$/',
    replace: '/^[\\d.]{1,15}$/',
    tests: [...parsing, ...elsewhere],
  },
  {
    name: 'a time before 2009 is one',
    file: 'lambdas/adapters/time/instant-of.ts',
    find: 'Date.UTC(2009, 0, 1)',
    replace: 'Date.UTC(1970, 0, 1)',
    tests: [...parsing, ...elsewhere],
  },
  {
    name: 'an edit is not read',
    file: message,
    find: "const said = isEdit ? memberOf(memberOf(message, 'edit'), 'message') : message;",
    replace: 'const said = message;',
    tests: elsewhere,
  },
  {
    name: 'an edit under the name of what it edits is a redelivery',
    file: act,
    find: 'return edits === id ?',
    replace: "return edits === '' ?",
    tests: [...elsewhere, ...parsing],
  },
  {
    name: 'an unclear edit is not asked about',
    file: 'lambdas/domain/inbound/may-reply.ts',
    find: " || via === 'edit'",
    replace: '',
    tests: elsewhere,
  },
  {
    name: 'standby and history are answered',
    file: 'lambdas/domain/inbound/may-reply.ts',
    find: "former === undefined && (via === undefined || via === 'edit')",
    replace: "former === undefined && (via !== 'edit' || true)",
    tests: elsewhere,
  },
  {
    name: 'what the business wrote in its history is the person’s',
    file: history,
    find: 'if (business !== undefined && sameLine(from, business)) return false;',
    replace: '',
    tests: elsewhere,
  },
  {
    name: 'what somebody else wrote in a thread is the person’s',
    file: history,
    find: 'return person === undefined || !/^\\d+$/.test(person) || !/^\\d+$/.test(from) || sameLine(from, person);',
    replace: 'return true;',
    tests: elsewhere,
  },
  {
    name: 'the history of a phone is not heard',
    file: history,
    find: '.filter(({ event }) => event !==',
    replace: '.filter(({ event }) => event === "call" || event ===',
    tests: elsewhere,
  },
  {
    name: 'unclear words in a history brake',
    file: act,
    find: "const counts = via === 'history' ? no === 'clear' : no !== undefined;",
    replace: 'const counts = no !== undefined;',
    tests: elsewhere,
  },
  {
    name: 'standby is the live chat',
    file: message,
    find: "const via = place.via ?? (isEdit ? ('edit' as const) : undefined);",
    replace: "const via = place.via === 'history' ? place.via : isEdit ? ('edit' as const) : undefined;",
    tests: elsewhere,
  },
  {
    name: 'one item that nests too deep hides the rest of its delivery',
    file: webhook,
    find: 'return read.fault === undefined ? events : [...events.flatMap(withoutDepths), whole(read.fault)];',
    replace: 'return read.fault === undefined ? events : [whole(read.fault)];',
    tests: parsing,
  },
  {
    name: 'an SMS without a time is kept aside',
    file: deciding,
    find: '&& !isNo(act, understood.act)) return leftOver(act);',
    replace: "&& (act.channel === 'sms' || !isNo(act, understood.act))) return leftOver(act);",
    tests: elsewhere,
  },
  {
    name: 'what is heard again is taken away before it is stored',
    file: retry,
    find: "  if (failures.length > 0) return { came: 'failed', failures };\n",
    replace:
      "  if (failures.length > 0) await deps.shelf.remove(item.id);\n  if (failures.length > 0) return { came: 'failed', failures };\n",
    tests: lying,
  },
  {
    name: 'what still cannot be used is taken away',
    file: retry,
    find: "if (why !== undefined) return { came: 'kept', why };",
    replace:
      "if (why !== undefined) await deps.shelf.remove(item.id);\n  if (why !== undefined) return { came: 'kept', why };",
    tests: lying,
  },
  {
    name: 'what is heard again is said now',
    file: 'lambdas/adapters/aside/kept-part.ts',
    find: "typeof known === 'number' ? known : keptAt",
    replace: "typeof known === 'number' ? keptAt + 1 : keptAt",
    tests: lying,
  },
  {
    name: 'a browser’s name ends in half of a character',
    file: 'lambdas/edge/pages/points/seen-notice.ts',
    find: '.slice(0, longestUserAgent).toWellFormed()',
    replace: '.toWellFormed().slice(0, longestUserAgent)',
    tests: ['test/edge/pages/points/seen-notice'],
  },
  {
    name: 'a call that the store refuses is a failure of ours',
    file: 'lambdas/edge/http/error-response.ts',
    find: "[StoreRefusedError, 422, 'It cannot be stored'],",
    replace: '',
    tests: ['test/edge/http/error-response', 'test/handlers/notices'],
  },
];
