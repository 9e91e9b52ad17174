import { beforeEach, describe, expect, it } from 'vitest';
import { qrSvg } from '../../lambdas/adapters/qr/qr-code.ts';
import { testText, testToken } from '../support/pages/collection.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';
import { rasterise } from '../support/pages/rasterise-qr.ts';
import { readQrPixels } from '../support/pages/read-qr.ts';

let pages: TestPages;
beforeEach(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  await pages.point(1, { purposes: ['offers'] });
});

const poster = (n = 1, query: Record<string, string> = {}) => pages.get(`/o/${testToken(n)}/poster`, query);
const codeIn = (svg: string) => {
  const { rgba, size } = rasterise(svg);
  return readQrPixels(rgba, size, size);
};

describe('the poster of a point', () => {
  it('is a page of A4 in the language of the app, with its code and every word of the notice that concerns it', async () => {
    const { status, headers, body } = await poster();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; /,
    );
    expect(body).toContain('@page{size:210mm 297mm;margin:0}');
    expect(codeIn(body)).toBe(`https://go.example/q/${testToken(1)}`);
    expect(body).toContain(qrSvg(`https://go.example/q/${testToken(1)}`, { level: 'H' }));
    expect(body).toContain('ofertas y descuentos');
    expect(body).not.toContain('avisos sobre pedidos');
    for (const words of [
      twoTexts[1]?.frequency,
      twoTexts[1]?.howToStop,
      `go.example/l/${testToken(1)}`,
      'acme.example/privacy',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain('WhatsApp es una marca de Meta Platforms, Inc. Este cartel es de <bdi>Acme</bdi>.');
  });

  it('is in the language that is asked for, also by another region, whatever the browser likes', async () => {
    expect((await poster(1, { lang: 'en-GB' })).body).toContain('Scan with your camera');
    const path = `/o/${testToken(1)}/poster`;
    expect((await pages.get(path, {}, { 'accept-language': 'en' })).body).toContain('Escanea');
  });

  it('says what happens after the scan', async () => {
    await pages.point(2, { opens: 'chat' });
    expect((await poster(2, { lang: 'en' })).body).toContain('Opens a chat with <bdi>Acme</bdi> on WhatsApp.');
    expect((await poster(1, { lang: 'en' })).body).toContain('then confirm on WhatsApp');
  });

  it('refuses paper and languages that are not there, both at once, and never takes another in silence', async () => {
    const answer = await poster(1, { paper: 'a3', lang: 'fr' });
    expect([answer.status, answer.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(answer.body.errors).toEqual([
      { pointer: 'paper', code: 'not-one-of', detail: 'This must be one of: a4, letter, a6, card, tent, tent-letter.' },
      { pointer: 'lang', code: 'not-one-of', detail: 'The notice has words in: en, es.' },
    ]);
    for (const lang of ['', '"><script>', 'x'.repeat(5000)]) expect((await poster(1, { lang })).status).toBe(422);
    for (const paper of ['', 'A4', '__proto__', 'constructor']) expect((await poster(1, { paper })).status).toBe(422);
  });

  it('is refused for paper that the words do not fit on', async () => {
    await pages.publish('wordy', [testText({ howToStop: 'Reply STOP at any time to stop all messages. '.repeat(60) })]);
    await pages.point(3, { notice: { noticeId: 'wordy', version: 1 } });
    expect((await poster(3, { paper: 'a6' })).body.errors).toEqual([
      expect.objectContaining({ pointer: 'paper', code: 'too-little-room' }),
    ]);
    expect((await poster(3)).status).toBe(200);
  });

  it('is there in every state of its point, counts nothing and asks for one request', async () => {
    await pages.point(4, { status: 'paused' });
    await pages.point(5, { expiresAt: start - 1 });
    for (const n of [4, 5]) expect((await poster(n)).status).toBe(200);
    await poster();
    pages.consumed.length = 0;
    await poster();
    expect(pages.consumed).toEqual([expect.objectContaining({ writeUnits: 0 })]);
    expect((await pages.points.findFresh(testToken(1)))?.counts).toMatchObject({ scans: 0, clicks: 0 });
  });

  it('is not there for points that people cannot open, or that nobody made', async () => {
    await pages.point(6, { kind: 'paper' });
    await pages.point(7, { kind: 'whatsapp-chat' });
    await pages.point(8, { kind: 'personal-link' });
    for (const n of [6, 7, 8, 9]) expect((await poster(n)).status).toBe(404);
  });
});
