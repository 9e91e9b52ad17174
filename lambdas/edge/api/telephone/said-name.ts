import { createHash } from 'node:crypto';
import type { SpokenNotice } from '../../../domain/telephone/call-hook.ts';

/** Names words that are said: whoever brings a key brings it along, and where other words would be said by now the key says nothing. */
export function saidName({ text, noticeHash, noticeVersion }: SpokenNotice): string {
  return createHash('sha256').update(`${noticeVersion}\n${noticeHash}\n${text}`).digest('base64url').slice(0, 16);
}
