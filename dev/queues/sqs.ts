import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { md5, type QueueStore } from './queue-store.ts';

interface SendMessage {
  readonly QueueUrl?: string;
  readonly MessageBody?: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/** Characters that SQS does not take: what XML does not have ("SendMessage", request parameters). */
const foreign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const largest = 1024 * 1024;

/** Answers SendMessage of the SDK (AWS JSON 1.0) as SQS would. A queue is named by its id in place of its URL. */
export function answerSqs(store: QueueStore): (request: LocalRequest) => LocalResponse {
  return (request) => {
    const sent = jsonBody(request) as SendMessage;
    const { MessageBody: body = '', MessageGroupId: group, MessageDeduplicationId: deduplication } = sent;
    const queue = store.find(sent.QueueUrl ?? '');
    if (queue === undefined) return refusal('QueueDoesNotExist', 'The specified queue does not exist.');
    if (body === '') return refusal('MissingParameter', 'The request must contain the parameter MessageBody.');
    if (Buffer.byteLength(body) > largest) return refusal('InvalidParameterValue', 'The message is too long.');
    if (foreign.test(body)) return refusal('InvalidMessageContents', 'Invalid binary character was found.');
    if (queue.inOrder && (group === undefined || deduplication === undefined))
      return refusal('MissingParameter', 'A FIFO queue needs a group and a deduplication id.');
    if ([group, deduplication].some((id) => id !== undefined && !/^[!-~]{1,128}$/.test(id)))
      return refusal('InvalidParameterValue', 'An id has 1 to 128 visible characters of ASCII.');
    return json(200, { MessageId: store.send(queue, { body, group, deduplication }), MD5OfMessageBody: md5(body) });
  };
}

function refusal(type: string, message: string): LocalResponse {
  return json(400, { __type: `com.amazonaws.sqs#${type}`, message });
}
