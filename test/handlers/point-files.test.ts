import { describe, expect, test } from 'vitest';
import { starterText } from '../../lambdas/domain/notice/starter/starter-text.ts';
import { testToken } from '../support/pages/collection.ts';
import { type PointBenchOptions, pointBench } from '../support/pages/point-bench.ts';
import { rasterise } from '../support/pages/rasterise-qr.ts';
import { readQr, readQrPixels } from '../support/pages/read-qr.ts';

const about = {
  businessName: 'Acme',
  purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' as const }],
  privacyUrl: 'https://acme.example/privacy',
};
const texts = ['en', 'es-MX', 'ar'].map((locale) => starterText(locale, about));
const scanned = `https://in.example/q/${testToken(1)}`;

async function onePoint(options?: PointBenchOptions, kind?: 'paper' | 'whatsapp-chat') {
  const bench = await pointBench({ texts, ...options });
  const pointId = await bench.add(1, kind === undefined ? {} : { kind });
  const get = (file: string, query?: Record<string, string>) =>
    bench.call('GET', `/points/${pointId}/${file}`, query === undefined ? {} : { query });
  return { ...bench, pointId, get };
}
const codeIn = (svg: string): string | undefined => {
  const { rgba, size } = rasterise(svg);
  return readQrPixels(rgba, size, size);
};

describe('the QR code of a point', () => {
  test('as SVG holds its tracked address', async () => {
    const { get, pointId } = await onePoint();
    const { status, headers, body } = await get('qr.svg');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${pointId}.svg"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(codeIn(body)).toBe(scanned);
  });

  test.each([
    [undefined, 512],
    [{ size: '128' }, 128],
    [{ size: '2048' }, 2048],
  ])('as PNG %j is a picture of %d pixels', async (query, size) => {
    const { get, pointId } = await onePoint();
    const { status, headers, body } = await get('qr.png', query);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect(headers['content-disposition']).toBe(`attachment; filename="${pointId}-${size}.png"`);
    const png = Buffer.from(body, 'base64');
    expect(png.readUInt32BE(16)).toBe(size);
    expect(readQr(png)).toBe(scanned);
  });

  test.each(['127', '2049', '1e3', '-512', '512.5', '0512', ''])('of size "%s" is refused', async (size) => {
    const { get } = await onePoint();
    expect(await get('qr.png', { size })).toMatchObject({ status: 422, body: { errors: [{ pointer: 'size' }] } });
  });

  test('exists for a point that opens the chat, and not for paper', async () => {
    expect((await (await onePoint({}, 'whatsapp-chat')).get('qr.svg')).status).toBe(200);
    for (const file of ['qr.svg', 'qr.png', 'poster.svg']) {
      expect(await (await onePoint({}, 'paper')).get(file)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: 'pointId', code: 'not-for-this-kind' }] },
      });
    }
  });

  test('of another app’s point is not there, nor of one that nobody made', async () => {
    const { add, call } = await onePoint();
    const foreign = await add(2, { appId: 'other' });
    for (const pointId of [foreign, `pt_${testToken(3)}`, testToken(1), 'pt_', 'pt_x']) {
      for (const file of ['qr.svg', 'qr.png', 'poster.svg']) {
        expect((await call('GET', `/points/${pointId}/${file}`)).status, pointId).toBe(404);
      }
    }
  });
});

describe('the poster of a point', () => {
  test('is a page now: the answer says so and where, with what was asked for', async () => {
    const { get } = await onePoint();
    const page = `https://in.example/o/${testToken(1)}/poster`;
    expect(await get('poster.svg')).toMatchObject({
      status: 410,
      headers: { 'content-type': 'application/problem+json', link: `<${page}>; rel="alternate"` },
      body: { code: 'moved', detail: `Posters are pages to print now. This one is at ${page}.` },
    });
    expect(await get('poster.svg', { paper: 'a6', lang: 'ar' })).toMatchObject({
      headers: { link: `<${page}?paper=a6&lang=ar>; rel="alternate"` },
    });
  });

  test('refuses what it always refused', async () => {
    const { get } = await onePoint();
    const queries: Record<string, string>[] = [{ paper: 'a3' }, { colour: 'red' }, { lang: 'x'.repeat(36) }];
    for (const query of queries) expect((await get('poster.svg', query)).status).toBe(422);
  });

  test('has nothing to say for a point without a notice', async () => {
    const { get } = await onePoint({}, 'whatsapp-chat');
    expect(await get('poster.svg')).toMatchObject({ status: 422, body: { errors: [{ code: 'not-for-this-kind' }] } });
  });
});
