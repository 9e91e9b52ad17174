/** Pixels; or what is wrong with a file that begins as one of its kind. */
export type RasterSize = { readonly width: number; readonly height: number } | 'broken' | 'moves';

/** Undefined = no PNG. Source: PNG, third edition, 5.2 (signature), 5.3 (chunks), 11.2.1 (IHDR), 11.3.6.1 (acTL: it moves). */
export function pngSize(bytes: Uint8Array): RasterSize | undefined {
  if (!hasBytes(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return undefined;
  const view = viewOf(bytes);
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = latin(bytes, at + 4, 4);
    if (at === 8 && name !== 'IHDR') return 'broken';
    if (name === 'acTL') return 'moves';
    if (name === 'IDAT') hasData = true;
    if (name === 'IEND') return hasData ? sized(view.getUint32(16), view.getUint32(20)) : 'broken';
    at += 12 + view.getUint32(at);
  }
  return 'broken';
}

/** Undefined = no JPEG. Source: ITU-T T.81, B.1.1.3 (markers), B.2.2 (frame header). */
export function jpegSize(bytes: Uint8Array): RasterSize | undefined {
  if (!hasBytes(bytes, 0, [0xff, 0xd8, 0xff])) return undefined;
  const view = viewOf(bytes);
  if (!endsAsJpeg(bytes)) return 'broken';
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'broken';
    const marker = bytes[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    } else if (marker === 0xda || marker === 0xd9) return 'broken';
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return 'broken';
}

/** Undefined = no WebP. Source: RFC 9649, 2.4 to 2.7; RFC 6386, 9.1 (lossy frame header). */
export function webpSize(bytes: Uint8Array): RasterSize | undefined {
  if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 4) !== 'WEBP') return undefined;
  const view = viewOf(bytes);
  if (bytes.length < 30 || view.getUint32(4, true) + 8 > bytes.length) return 'broken';
  const three = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  switch (latin(bytes, 12, 4)) {
    case 'VP8X':
      return ((bytes[20] ?? 0) & 2) === 0 ? sized(three(24) + 1, three(27) + 1) : 'moves';
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return bytes[20] === 0x2f ? sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : 'broken';
    }
    case 'VP8 ':
      return hasBytes(bytes, 23, [0x9d, 0x01, 0x2a])
        ? sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
        : 'broken';
    default:
      return 'broken';
  }
}

function sized(width: number, height: number): RasterSize {
  return width > 0 && height > 0 ? { width, height } : 'broken';
}

/** Some programs write a few bytes after the end. */
function endsAsJpeg(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 1; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength);

function hasBytes(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
