const name = 'biz_opaque_callback_data';

/**
 * The bytes of a message with the id of its decision in `biz_opaque_callback_data`, so that Meta's statuses lead to it; nothing else in them
 * changes. Where the caller wrote something there, they stay as they are.
 *
 * @param bytes a JSON object that is not empty, as `parseBody` lets it through
 */
export function withDecision(bytes: Buffer, body: object, decisionId: string): Buffer {
  if (Object.hasOwn(body, name)) return bytes;
  const begins = bytes.indexOf('{') + 1;
  return Buffer.concat([bytes.subarray(0, begins), Buffer.from(`"${name}":"${decisionId}",`), bytes.subarray(begins)]);
}
