/** How the bytes of a text file are letters, as the API names it. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

export const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'windows-1252'];

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((each, place) => bytes[place] === each);

/**
 * What a file seems to be written in: its mark (BOM) says it, or every second byte is nothing (UTF-16), or it can be read as UTF-8. What
 * cannot is from an older Windows: every byte is a letter there, so it is the last that is tried.
 *
 * @param head the first bytes; a letter may be cut at their end
 */
export function guessEncoding(head: Uint8Array): Encoding {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return 'utf-16';
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (head.subarray(0, 1_000).filter((byte) => byte === 0).length > Math.min(head.length, 1_000) / 5) return 'utf-16';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The encoding as it is sent. Letters of an older Windows may come behind what was looked at: that a file is UTF-8 the API sees by all of it. */
export const sureOf = (encoding: Encoding | undefined): Encoding | undefined =>
  encoding === 'utf-8' ? undefined : encoding;

/** The letters of the first bytes, without a mark; what is no letter in this encoding is shown as `�`. */
export function decoded(head: Uint8Array, encoding: Encoding): string {
  const label = encoding !== 'utf-16' ? encoding : isBigEndian(head) ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(label).decode(head, { stream: true });
}

/** By its mark, or because the half of a Latin letter that is nothing comes first. */
const isBigEndian = (head: Uint8Array): boolean =>
  startsWith(head, 0xfe, 0xff) || (!startsWith(head, 0xff, 0xfe) && head[0] === 0 && head[1] !== 0);
