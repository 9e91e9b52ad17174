import type { PlantedFault } from './planted-fault.ts';

const sendReply = 'lambdas/use-cases/messages/send-reply.ts';
const feedBack = 'lambdas/use-cases/messages/feed-back.ts';
const records = 'lambdas/adapters/dynamodb/messages/send-records.ts';
const late = 'lambdas/adapters/dynamodb/messages/late-refusals.ts';
const codes = 'lambdas/domain/sends/provider-codes.ts';
const send = 'lambdas/domain/sends/send.ts';
const graph = 'lambdas/adapters/providers/meta/graph-sender.ts';
const status = 'lambdas/adapters/providers/meta/parse-status.ts';
const twilio = 'lambdas/adapters/providers/twilio/twilio-sender.ts';
const limits = 'lambdas/domain/replies/message-limits.ts';
const refused = ['test/handlers/refused-sends.test.ts'];
const kept = ['test/handlers/sends.test.ts'];
const table = ['test/domain/sends'];
const sender = ['test/adapters/providers/meta/graph-sender.test.ts'];
const world = ['test/dev/outside-world/outside-world.test.ts'];

/** What is sent, what came of it, and what a refusal says of the person. */
export const sendFaults: readonly PlantedFault[] = [
  {
    name: 'a message whose answer was lost is sent again',
    file: records,
    find: "':free': 'not-sent'",
    replace: "':free': 'unknown'",
    tests: [...refused, ...kept],
  },
  {
    name: 'a message is claimed by everybody who asks',
    file: records,
    find: "ConditionExpression: 'attribute_not_exists(pk) OR came = :free'",
    replace: "ConditionExpression: 'attribute_not_exists(pk) OR came <> :free'",
    tests: kept,
  },
  {
    name: 'what a former version sent is sent once more',
    file: records,
    find: 'if ((await getItem(table, marker)) !== undefined) return false;',
    replace: 'void marker;',
    tests: ['test/handlers/timeline.test.ts'],
  },
  {
    name: 'a message counts as sent before the provider has answered',
    file: records,
    find: "const own = { ...record, came: 'unknown'",
    replace: "const own = { ...record, came: 'sent'",
    tests: kept,
  },
  {
    name: 'a message is tried again after no answer',
    file: sendReply,
    find: "  if (result.came === 'refused') {\n    const { code } = result;",
    replace: "  if (result.came === 'refused' || result.came === 'unknown') {\n    const { code = '130429' } = result;",
    tests: refused,
  },
  {
    name: 'a refusal is kept as sent',
    file: sendReply,
    find: 'await deps.sends.settle(appId, request, result).catch(() => undefined);',
    replace: "await deps.sends.settle(appId, request, { came: 'sent' }).catch(() => undefined);",
    tests: refused,
  },
  {
    name: 'an answer that cannot be kept brings the message once more',
    file: sendReply,
    find: 'await deps.sends.settle(appId, request, result).catch(() => undefined);',
    replace: 'await deps.sends.settle(appId, request, result).catch(() => deps.sends.release(appId, request, []));',
    tests: refused,
  },
  {
    name: 'a stop that could not be recorded is forgotten',
    file: sendReply,
    find: '      await giveBack();\n      throw error;',
    replace: '      void error;',
    tests: refused,
  },
  {
    name: 'a stop that could not be recorded is not heard again',
    file: sendReply,
    find: '      await giveBack();\n      throw error;',
    replace: '      throw error;',
    tests: refused,
  },
  {
    name: 'the limit of marketing is a stop of the person',
    file: codes,
    find: "withheld: ['131049', '130472'],",
    replace: "...{ 'platform-stop': ['131050', '131049'] },",
    tests: [...table, ...refused],
  },
  {
    name: 'somebody who blocked a number has stopped it',
    file: codes,
    find: "unreachable: ['21211', '21614', '63003', '63014', '63024'],",
    replace: "...{ 'sms-stop': ['21610', '63014'] },",
    tests: table,
  },
  {
    name: 'what Meta takes for spam is tried again',
    file: codes,
    find: "new Set(['131048', 'LimitExceededException'])",
    replace: "new Set(['LimitExceededException'])",
    tests: [...table, ...refused],
  },
  {
    name: 'a message is tried again when it could not be in time',
    file: send,
    find: 'now + comesAgainAfter < actAt + answerDue',
    replace: 'now < actAt + answerDue',
    tests: [...table, ...refused],
  },
  {
    name: 'the refusal of a stopped SMS number is a new stop each time',
    file: feedBack,
    find: '&& (await smsStops.heard(app.appId, known.subject.userId, receivedBy))',
    replace: '&& known.subject.userId === receivedBy',
    tests: refused,
  },
  {
    name: 'a stop on another SMS number answers for this one',
    file: 'lambdas/adapters/dynamodb/directory/sms-stops.ts',
    find: 'smsNumberOf(statement) === number',
    replace: 'smsNumberOf(statement) !== undefined',
    tests: refused,
  },
  {
    name: 'a status tells of the message that it names, whichever it is about',
    file: late,
    find: "'messageId = :id OR (attribute_not_exists(messageId) AND came IN (:unknown, :sent) AND whom IN (:waId, :bsuid))'",
    replace: "'attribute_exists(pk) OR (messageId = :id AND came IN (:unknown, :sent) AND whom IN (:waId, :bsuid))'",
    tests: [...refused, ...kept],
  },
  {
    name: 'a status tells of a message to somebody else whose answer was lost',
    file: late,
    find: 'came IN (:unknown, :sent) AND whom IN (:waId, :bsuid))',
    replace: 'came IN (:unknown, :sent) AND NOT whom IN (:waId, :bsuid))',
    tests: kept,
  },
  {
    name: 'a message that was taken without an id, as by AWS, is never refused later',
    file: late,
    find: 'came IN (:unknown, :sent)',
    replace: 'came IN (:unknown, :unknown)',
    tests: kept,
  },
  {
    name: 'an answer writes over the refusal that came before it',
    file: records,
    find: "{ came, at: now(), ...said }, 'came = :open'",
    replace: "{ came, at: now(), ...said }, 'came = :open OR attribute_exists(pk)'",
    tests: kept,
  },
  {
    name: 'every failure is news, whoever sent the message',
    file: status,
    find: "const send = parseSendReference(textOf(status, 'biz_opaque_callback_data') ?? '');",
    replace:
      "const send = parseSendReference(textOf(status, 'biz_opaque_callback_data') ?? '') ?? { subjectId: 'u', entry: 'e', at: 0 };",
    tests: refused,
  },
  {
    name: 'a message of ours that was delivered is news',
    file: status,
    find: "if (textOf(status, 'status') !== 'failed') return undefined;",
    replace: "if (textOf(status, 'status') === 'read') return undefined;",
    tests: refused,
  },
  {
    name: 'a stop by status is heard only of messages of ours',
    file: status,
    find: '  if (stops)\n    return {',
    replace: '  if (stops && refusal !== undefined)\n    return {',
    tests: refused,
  },
  {
    name: 'an error of Meta is a refusal',
    file: graph,
    find: 'status >= 400 && status < 500 && status !== 408',
    replace: 'status >= 400 && status !== 408',
    tests: sender,
  },
  {
    name: 'an error in an answer of 200 is a success',
    file: graph,
    find: 'if (status === 200 && code === undefined)',
    replace: 'if (status === 200)',
    tests: sender,
  },
  {
    name: 'Twilio is sent a question without its buttons',
    file: twilio,
    find: "'template' in message || message.buttons !== undefined || message.list !== undefined",
    replace: "'template' in message || message.list !== undefined",
    tests: world,
  },
  {
    name: 'a message that Twilio failed at once is one that was sent',
    file: twilio,
    find: "textOf(json, isTaken ? 'error_code' : 'code')",
    replace: "textOf(json, isTaken ? 'no_code' : 'code')",
    tests: world,
  },
  {
    name: 'a number without credentials sends by Meta',
    file: 'lambdas/handlers/deps/sending/whatsapp-senders.ts',
    find: "senders[from.provider ?? 'meta']?.send",
    replace: "(senders[from.provider ?? 'meta'] ?? senders.meta)?.send",
    tests: world,
  },
  {
    name: 'a list may have as many rows as buttons have letters',
    file: limits,
    find: 'list: { rows: 10,',
    replace: 'list: { rows: 20,',
    tests: ['test/domain/replies/message-limits.test.ts'],
  },
];
