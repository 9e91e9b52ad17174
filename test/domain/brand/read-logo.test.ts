import { describe, expect, it } from 'vitest';
import { readLogo } from '../../../lambdas/domain/brand/read-logo.ts';
import { jpeg, moon, png, webp } from '../../support/pages/pictures.ts';

const text = (markup: string): Uint8Array => new TextEncoder().encode(markup);
const padded = (bytes: Uint8Array, length: number): Uint8Array =>
  Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);

describe('a file is what its bytes say', () => {
  it.each([
    ['PNG', png(512, 300), 'image/png', 512, 300],
    ['JPEG', jpeg(640, 100), 'image/jpeg', 640, 100],
    ['progressive JPEG', jpeg(300, 1024, 0xc2), 'image/jpeg', 300, 1024],
    ['lossy WebP', webp('VP8 ', 1024, 7), 'image/webp', 1024, 7],
    ['lossless WebP', webp('VP8L', 1000, 1024), 'image/webp', 1000, 1024],
    ['extended WebP', webp('VP8X', 33, 1024), 'image/webp', 33, 1024],
  ])('%s', (_, bytes, type, width, height) => {
    expect(readLogo(bytes)).toEqual({ type, width, height, bytes });
  });

  it('SVG, with a byte order mark or without', () => {
    expect(readLogo(text(moon))).toMatchObject({ type: 'image/svg+xml', width: 64, height: 64 });
    expect(readLogo(text(`\ufeff  ${moon}`))).toMatchObject({ type: 'image/svg+xml' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['GIF', text('GIF89a\u0001\u0000\u0001\u0000')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['another document', text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')],
    ['words', text('logo.svg')],
    ['SVG in UTF-16', Buffer.from(`\ufeff${moon}`, 'utf16le')],
    ['compressed SVG', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0])],
    ['a name alone', text('<svgx viewBox="0 0 1 1"/>')],
    ['the signature alone', png(1, 1).slice(0, 8)],
    ['PNG that is cut off', png(9, 9).slice(0, -12)],
    ['PNG without a picture', Buffer.concat([png(9, 9).slice(0, 33), png(9, 9).slice(-12)])],
    ['PNG of no size', png(0, 9)],
    [
      'PNG whose chunk is longer than any file',
      Buffer.concat([png(9, 9).slice(0, 33), Buffer.from([0xff, 0xff, 0xff, 0xff]), png(9, 9)]),
    ],
    ['JPEG that is cut off', jpeg(9, 9).slice(0, -2)],
    ['JPEG without a frame', Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9])],
    [
      'JPEG of fill bytes',
      Buffer.concat([Uint8Array.from([0xff, 0xd8]), Buffer.alloc(2000, 0xff), Uint8Array.from([0xff, 0xd9])]),
    ],
    ['WebP that is cut off', webp('VP8 ', 9, 9).slice(0, 39)],
    [
      'WebP of another kind',
      Buffer.from(
        Buffer.from(webp('VP8 ', 9, 9))
          .toString('latin1')
          .replace('VP8 ', 'ABCD'),
        'latin1',
      ),
    ],
  ])('no logo: %s', (_, bytes) => {
    expect(readLogo(bytes)).toMatchObject({ code: 'not-a-picture' });
  });

  it.each([
    ['PNG', png(9, 9, [['acTL', Buffer.alloc(8)]])],
    ['WebP', webp('VP8X', 9, 9, 2)],
  ])('no logo: a %s that moves', (_, bytes) => {
    expect(readLogo(bytes)).toEqual({ code: 'moves', detail: 'The picture moves. A logo stands still.' });
  });
});

describe('a logo that is too large', () => {
  it('has one byte more than 24 KB', () => {
    expect(readLogo(padded(jpeg(9, 9), 24_576))).toMatchObject({ type: 'image/jpeg' });
    expect(readLogo(padded(jpeg(9, 9), 24_577))).toEqual({
      code: 'too-large',
      detail: 'The logo has 24,577 bytes; it may have 24,576 (24 KB).',
    });
  });

  it.each([
    ['PNG', png(1025, 2), '1,025 × 2'],
    ['JPEG', jpeg(2, 1025), '2 × 1,025'],
    ['WebP', webp('VP8X', 16_777_216, 1), '16,777,216 × 1'],
    ['SVG', text('<svg width="1200" height="400" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'), '1,200 × 400'],
    ['SVG in millimetres', text('<svg width="300mm" height="1mm"><path d="M0 0h3v1z"/></svg>'), '1,134 × 4'],
  ])('has one pixel more than 1,024 (%s)', (_, bytes, size) => {
    expect(readLogo(bytes)).toEqual({
      code: 'too-large',
      detail: `The logo has ${size} pixels; its longer side may have 1,024.`,
    });
  });
});
