import { randomBytes } from 'node:crypto';
import { json, type LocalResponse } from '../machine/loopback-server.ts';

/** An error in Meta's shape (Graph API, "Handle errors"). */
export function graphError(
  status: number,
  code: number,
  type: string,
  message: string,
  subcode?: number,
): LocalResponse {
  const more = subcode === undefined ? {} : { error_subcode: subcode };
  return json(status, { error: { message, type, code, ...more, fbtrace_id: randomBytes(9).toString('base64url') } });
}
