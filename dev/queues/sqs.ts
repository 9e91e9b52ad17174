import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { type LocalQueue, md5, type QueueStore } from './queue-store.ts';

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/** Characters that SQS does not take: what XML does not have ("SendMessage", request parameters). */
const foreign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Answers SendMessageBatch of the SDK (AWS JSON 1.0), as SQS would: entry by entry. A queue is named by its id in place of its URL. */
export function answerSqs(store: QueueStore): (request: LocalRequest) => LocalResponse {
  return (request) => {
    const { QueueUrl, Entries } = jsonBody(request) as { QueueUrl?: unknown; Entries?: readonly Entry[] };
    const queue = store.find(String(QueueUrl));
    if (queue === undefined) return refusal('QueueDoesNotExist', 'The specified queue does not exist.');
    if (Entries === undefined || Entries.length === 0) return refusal('EmptyBatchRequest', 'There are no entries.');
    if (Entries.length > 10) return refusal('TooManyEntriesInBatchRequest', 'A batch takes ten entries.');
    const bytes = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
    if (bytes > 1024 * 1024)
      return refusal('BatchRequestTooLong', 'Batch requests cannot be longer than 1048576 bytes.');
    const results = Entries.map((entry) => ({ entry, code: faultOf(queue, entry) }));
    return json(200, {
      Successful: results.flatMap(({ entry, code }) => (code === undefined ? [taken(store, queue, entry)] : [])),
      Failed: results.flatMap(({ entry: { Id }, code }) =>
        code === undefined ? [] : [{ Id, Code: code, SenderFault: true }],
      ),
    });
  };
}

function taken(store: QueueStore, queue: LocalQueue, entry: Entry): object {
  const { Id, MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplication } = entry;
  return { Id, MessageId: store.send(queue, { body, group, deduplication }), MD5OfMessageBody: md5(body) };
}

function faultOf({ inOrder }: LocalQueue, entry: Entry): string | undefined {
  if (foreign.test(entry.MessageBody)) return 'InvalidMessageContents';
  const ids = [entry.MessageGroupId, entry.MessageDeduplicationId];
  if (!inOrder) return undefined;
  if (ids.includes(undefined)) return 'MissingParameter';
  return ids.every((id) => /^[!-~]{1,128}$/.test(id ?? '')) ? undefined : 'InvalidParameterValue';
}

function refusal(type: string, message: string): LocalResponse {
  return json(400, { __type: `com.amazonaws.sqs#${type}`, message });
}
