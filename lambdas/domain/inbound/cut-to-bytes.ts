/** The beginning of a text that fits into so many bytes of UTF-8. Never ends in half of a character; what was ill-formed is mended. */
export function cutToBytes(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read).toWellFormed();
}
