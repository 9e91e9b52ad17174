import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, whole. `more` are chunks before the data, as `[name, bytes]`. */
export function png(width: number, height: number, more: readonly (readonly [string, Uint8Array])[] = []): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + 3 * width), 0x40));
  const chunks = [['IHDR', header], ...more, ['IDAT', rows], ['IEND', Buffer.alloc(0)]] as const;
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks.map(chunk)]);
}

function chunk([name, data]: readonly [string, Uint8Array]): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** The head of a JPEG as cameras write it, and its end; no picture between. */
export function jpeg(width: number, height: number, marker = 0xc0): Uint8Array {
  const exif = [0xff, 0xe1, 0x00, 0x0a, ...Buffer.from('Exif\0\0ab', 'latin1')];
  const frame = [0xff, marker, 0x00, 0x0b, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...exif, 0xff, ...frame, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}

/** The head of a WebP of each kind. */
export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number, flags = 0): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(32, 4);
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8X') {
    bytes[20] = flags;
    bytes.writeUIntLE(width - 1, 24, 3);
    bytes.writeUIntLE(height - 1, 27, 3);
  } else if (kind === 'VP8L') {
    bytes[20] = 0x2f;
    bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    bytes.set([0x9d, 0x01, 0x2a], 23);
    bytes.writeUInt16LE(width, 26);
    bytes.writeUInt16LE(height, 28);
  }
  return bytes;
}

/** A drawing as a drawing program writes it. */
export const moon =
  '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Some Program -->\n' +
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' +
  '<svg version="1.1" id="moon" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64" ' +
  'style="enable-background:new 0 0 64 64;" xml:space="preserve"><style type="text/css">.st0{fill:#5B2A86;} .st1,.st2{fill:#F7D354;stroke:none}</style>' +
  '<circle class="st0" cx="32" cy="32" r="32"/><path class="st1" d="M40 12a20 20 0 1 0 12 30A22 22 0 0 1 40 12z"/></svg>';
