/** The beginning of a text that fits into so many bytes of UTF-8. Never ends in half of a character; what was ill-formed is mended. */
export function cutToBytes(text: string, bytes: number): string {
  // No unit of a text takes more than three bytes: what certainly fits is not written out to be counted.
  if (text.length * 3 <= bytes) return text.toWellFormed();
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read).toWellFormed();
}
