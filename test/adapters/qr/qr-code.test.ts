import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { qrPng, qrSvg } from '../../../lambdas/adapters/qr/qr-code.ts';
import { rasterise } from '../../support/pages/rasterise-qr.ts';
import { readQr, readQrPixels } from '../../support/pages/read-qr.ts';

const url = 'https://go.acme.example/q/pbcdfghjkmnpqrst';

describe('a QR code as SVG', () => {
  test('is read back', () => {
    const { rgba, size } = rasterise(qrSvg(url));
    expect(readQrPixels(rgba, size, size)).toBe(url);
  });

  test('has four white squares on each side and none more', () => {
    const { isDark, side } = rasterise(qrSvg(url));
    const all = Array.from({ length: side }, (_, index) => index);
    const dark = all.flatMap((y) => all.filter((x) => isDark(x, y)).map((x) => ({ x, y })));
    expect(Math.min(...dark.map(({ x }) => x))).toBe(4);
    expect(Math.min(...dark.map(({ y }) => y))).toBe(4);
    expect(Math.max(...dark.map(({ x }) => x))).toBe(side - 5);
    expect(Math.max(...dark.map(({ y }) => y))).toBe(side - 5);
  });

  test('is read with a fifth of its squares hidden on a poster (level H)', () => {
    const { rgba, size, scale, side } = rasterise(qrSvg(url, { level: 'H' }));
    const from = Math.round(side * 0.36) * scale;
    const to = Math.round(side * 0.64) * scale;
    for (let y = from; y < to; y += 1)
      for (let x = from; x < to; x += 1) rgba.fill(255, (y * size + x) * 4, (y * size + x) * 4 + 4);
    expect(readQrPixels(rgba, size, size)).toBe(url);
  });

  test.each([
    [{}, 'Q'],
    [{ level: 'H' }, 'H'],
    [{ level: 'M' }, 'M'],
    [{ level: 'L' }, 'L'],
  ] as const)('%j says in its format squares that it has level %s', (options, expected) => {
    expect(levelOf(qrSvg(url, options))).toBe(expected);
  });

  test('of a long text has a lower level rather than squares that no camera tells apart', () => {
    const long = `https://wa.me/525500000001?text=${'%D8%A7'.repeat(60)}`;
    const { side, rgba, size } = rasterise(qrSvg(long, { level: 'H' }));
    expect(side - 8).toBeLessThanOrEqual(65);
    expect(levelOf(qrSvg(long, { level: 'H' }))).not.toBe('H');
    expect(readQrPixels(rgba, size, size)).toBe(long);
  });

  test('of any link is read back', () => {
    const texts = fc.webUrl({ withQueryParameters: true, size: 'medium' });
    fc.assert(
      fc.property(texts, (text) => {
        const { rgba, size } = rasterise(qrSvg(text));
        expect(readQrPixels(rgba, size, size)).toBe(text);
      }),
      { numRuns: 25, seed: Number(process.env.SEED ?? 20261121) },
    );
  });

  test('is safe inside a page: two paths, no script, no style, nothing loaded', () => {
    const svg = qrSvg(url, { label: `"><script>alert(1)</script>&'\u0000\ud800` });
    expect(svg.match(/<[^>]*>/g)?.map((tag) => tag.slice(0, 5))).toEqual(['<svg ', '<path', '<path', '</svg']);
    expect(svg).not.toMatch(/ (?:on\w+|style|href|src|class|id)=/);
    expect(svg).toContain(' role="img" aria-label="&#34;&#62;&#60;script&#62;');
    expect(svg).not.toMatch(/[\0\ud800]/);
  });
});

describe('a QR code as PNG', () => {
  test.each([128, 129, 512, 1000, 2048])('of %d pixels is that wide and is read back', (size) => {
    const png = qrPng(url, size);
    const { width, height } = PNG.sync.read(Buffer.from(png));
    expect([width, height]).toEqual([size, size]);
    expect(readQr(png)).toBe(url);
  });

  test.each([128, 300, 512, 777])('of %d pixels has a quiet zone of at least four squares on each side', (size) => {
    const { data } = PNG.sync.read(Buffer.from(qrPng(url, size)));
    const isDark = (x: number, y: number) => data[(y * size + x) * 4] === 0;
    const all = Array.from({ length: size }, (_, index) => index);
    const columns = all.filter((x) => all.some((y) => isDark(x, y)));
    const rows = all.filter((y) => all.some((x) => isDark(x, y)));
    const first = Math.min(...columns);
    // The finder pattern in the corner is seven squares wide.
    let run = 0;
    while (isDark(first + run, Math.min(...rows))) run += 1;
    const square = run / 7;
    const gaps = [first, Math.min(...rows), size - 1 - Math.max(...columns), size - 1 - Math.max(...rows)];
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(4 * square);
  });

  test.each([0, 127, 2049, 512.5, Number.NaN, -512])('of %d pixels is refused', (size) => {
    expect(() => qrPng(url, size)).toThrow(RangeError);
  });

  test('is small', () => {
    expect(qrPng(url, 2048).length).toBeLessThan(20_000);
  });
});

test('what no QR code holds is refused', () => {
  for (const text of ['', 'x'.repeat(3000)]) expect(() => qrSvg(text)).toThrow(Error);
  expect(() => qrPng('x'.repeat(2500), 128)).toThrow('too long');
});

/** The level in the format squares right of the first finder pattern (ISO/IEC 18004, 7.9): two bits, behind a mask. */
function levelOf(svg: string): string | undefined {
  const { isDark } = rasterise(svg);
  const bit = (x: number) => Number(isDark(4 + x, 4 + 8));
  return ['M', 'L', 'H', 'Q'][((bit(0) << 1) | bit(1)) ^ 0b10];
}
