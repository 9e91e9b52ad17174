import { PNG } from 'pngjs';
import { beforeAll, describe, expect } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { languages, openPublicPages, type PublicPages } from '../support/pages/public-pages.ts';
import { readQrPixels } from '../support/pages/read-qr.ts';

const papers = ['a4', 'letter', 'a6'] as const;

let pages: PublicPages;
beforeAll(async () => {
  pages = await openPublicPages('browser-poster');
});

describe('a poster', () => {
  const looks = languages.flatMap((language) => papers.map((paper) => [paper, language] as const));
  browserTest.for(looks)(
    'on %s in %s is whole, within its margins, and its code can be scanned',
    async ([paper, language], { open }) => {
      const query = new URLSearchParams({ paper, lang: language });
      const answer = await pages.shop.get(`points/${pages.pointId}/poster.svg?${query}`);
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'content-type': expect.stringContaining('image/svg+xml') },
      });
      const visit = await open({ width: 1280, javaScript: true });
      const { page } = visit;
      await page.setContent(`<body style="margin:0">${answer.bytes.toString()}</body>`);
      const svg = page.locator('svg').first();
      await visit.shot(`poster-${paper}-${language}`);

      // With the letters of a real browser: every line is on the paper, 4 % of its width from each edge at least.
      const outside = await page.evaluate<string[]>(`(() => {
      const paper = document.querySelector('svg').getBoundingClientRect();
      const margin = paper.width * 0.04;
      return [...document.querySelectorAll('text')]
        .map((each) => [each.textContent, each.getBoundingClientRect()])
        .filter(([, box]) => box.left < paper.left + margin || box.right > paper.right - margin
          || box.top < paper.top || box.bottom > paper.bottom - margin / 2)
        .map(([text]) => text);
    })()`);
      expect(outside).toEqual([]);
      // No line lies on another.
      const overlapping = await page.evaluate<string[]>(`(() => {
      const lines = [...document.querySelectorAll('text')].map((each) => [each.textContent, each.getBoundingClientRect()]);
      return lines.flatMap(([text, a], at) => lines.slice(at + 1)
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height * 0.4)
        .map(([other]) => text + ' / ' + other));
    })()`);
      expect(overlapping).toEqual([]);

      const { data, width, height } = PNG.sync.read(await svg.screenshot());
      expect(new URL(readQrPixels(data, width, height) ?? 'none:').pathname).toBe(
        `/q/${pages.pointId.slice('pt_'.length)}`,
      );
      expect(await page.locator('svg script, svg foreignObject, svg a').count()).toBe(0);
    },
  );
});
