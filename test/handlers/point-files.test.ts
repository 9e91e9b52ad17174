import { describe, expect, test } from 'vitest';
import { starterText } from '../../lambdas/domain/notice/starter/starter-text.ts';
import { testText, testToken } from '../support/pages/collection.ts';
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
  test('is A4 in the language of the app, with its code and every word of the notice that concerns it', async () => {
    const { get, pointId } = await onePoint({ app: { locale: 'es-MX' } });
    const { status, headers, body } = await get('poster.svg');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(headers['content-disposition']).toBe(`attachment; filename="${pointId}-a4-es-MX.svg"`);
    expect(body).toMatch(/^<svg [^>]* width="210mm" height="297mm" /);
    const said = wordsOf(body);
    const [, es] = texts;
    for (const words of [
      es?.heading,
      es?.benefits,
      es?.frequency,
      es?.howToStop,
      es?.privacy?.text,
      es?.purposes[0]?.text,
    ]) {
      expect(said).toContain(words);
    }
    expect(said).toContain('acme.example/privacy');
    expect(said).toContain('WhatsApp es una marca de Meta Platforms, Inc. Este cartel es de Acme.');
    expect(said).toContain(`in.example/l/ ${testToken(1)}`.replace('/ ', '/'));
    expect(codeIn(body)).toBe(scanned);
  });

  test.each([
    ['letter', '215.9mm', '279.4mm'],
    ['a6', '105mm', '148mm'],
  ])('on %s is %s by %s', async (paper, width, height) => {
    const { get } = await onePoint();
    const { body } = await get('poster.svg', { paper, lang: 'en' });
    expect(body).toContain(` width="${width}" height="${height}" `);
    expect(codeIn(body)).toBe(scanned);
  });

  test('is in the language that was asked for, also by another region, and never silently in another one', async () => {
    const { get } = await onePoint();
    expect((await get('poster.svg', { lang: 'ar' })).body).toContain(' direction="rtl">رسائل');
    expect((await get('poster.svg', { lang: 'es' })).headers['content-disposition']).toContain('a4-es-MX.svg');
    expect(await get('poster.svg', { lang: 'fr' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: 'lang', detail: 'The notice has words in: en, es-MX, ar.' }] },
    });
  });

  test('holds the version that the point keeps to, whatever was published since', async () => {
    const { get, add, call } = await onePoint();
    expect((await get('poster.svg')).status).toBe(200);
    const other = await add(4, { notice: { noticeId: 'spring', version: 2 } });
    expect((await call('GET', `/points/${other}/poster.svg`)).status).toBe(404);
  });

  test('says what happens after the scan', async () => {
    const { call, add } = await onePoint();
    const chat = await add(5, { opens: 'chat' });
    expect(wordsOf((await call('GET', `/points/${chat}/poster.svg`, { query: { lang: 'en' } })).body)).toContain(
      'A chat with Acme opens on WhatsApp.',
    );
    const page = await add(6);
    expect(wordsOf((await call('GET', `/points/${page}/poster.svg`, { query: { lang: 'en' } })).body)).toContain(
      'Choose what you want, then confirm on WhatsApp.',
    );
  });

  test('is refused for paper that the words do not fit on, and for unknown paper', async () => {
    const wordy = testText({ howToStop: 'Reply STOP at any time to stop all messages. '.repeat(60) });
    const { get } = await onePoint({ texts: [wordy] });
    expect(await get('poster.svg', { paper: 'a6' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: 'paper', code: 'too-little-room' }] },
    });
    expect((await get('poster.svg', { paper: 'a4' })).status).toBe(200);
    expect(await get('poster.svg', { paper: 'a3' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: 'paper' }] },
    });
    expect(await get('poster.svg', { colour: 'red' })).toMatchObject({ status: 422 });
  });

  test('has nothing to say for a point without a notice', async () => {
    const { get } = await onePoint({}, 'whatsapp-chat');
    expect(await get('poster.svg')).toMatchObject({ status: 422, body: { errors: [{ code: 'not-for-this-kind' }] } });
  });
});

/** The words of a poster from top to bottom. */
function wordsOf(svg: string): string {
  const lines = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, line]) => line ?? '');
  const text = lines.join(' ').replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  return text.replaceAll('/l/ ', '/l/');
}
