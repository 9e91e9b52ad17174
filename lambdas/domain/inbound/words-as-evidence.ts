import type { Evidence } from '../consent/statement.ts';
import { cutToBytes } from './cut-to-bytes.ts';

/** How much of what somebody wrote is kept, in bytes of UTF-8. WhatsApp lets people type 4,096 characters. */
export const mostWords = 8 * 1024;
/** The same for ids and identifiers as a provider writes them. */
const mostOfAnId = 512;

/**
 * The words of a person as evidence keeps them: cut where they are too long, with the form in which they came where that had to be
 * mended. What they mean is decided by the whole text.
 *
 * @param received the text as it came, in the escapes of JSON, if it had halves of characters
 */
export function wordsAsEvidence(
  text: string | undefined,
  received?: string,
): Pick<Evidence, 'text' | 'textCutFrom' | 'textReceived'> {
  if (text === undefined) return {};
  const kept = cutToBytes(text, mostWords);
  return {
    text: kept,
    textCutFrom: kept.length < text.length ? new TextEncoder().encode(text).length : undefined,
    textReceived: received === undefined ? undefined : cutToBytes(received, mostWords),
  };
}

/** An id as evidence keeps it; what makes acts the same is always the whole id. */
export function idAsEvidence(id: string): string {
  return cutToBytes(id, mostOfAnId);
}

/** Evidence without what somebody wrote: for a no that the store does not take with it. */
export function withoutWords(evidence: Evidence): Evidence {
  const { text: _text, textCutFrom: _cut, textReceived: _received, ...rest } = evidence;
  return { ...rest, textLeftOut: true };
}
