import { PNG } from 'pngjs';
import { beforeAll, describe, expect, inject } from 'vitest';
import { languages as spoken } from '../../lambdas/domain/languages/language.ts';
import { type Paper, paperNames, papers } from '../../lambdas/edge/pages/poster/papers.ts';
import { browserTest } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { readQrPixels } from '../support/pages/read-qr.ts';

const { baseUrl } = inject('journey');
const logo = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80" viewBox="0 0 320 80"><circle cx="40" cy="40" r="34" fill="#7a2e1d"/><path fill="#7a2e1d" d="M90 20h220v40H90z"/></svg>',
).toString('base64');
/** Ninety-three letters. */
const longName = 'The Wonderful Worldwide Warehouse of Wool, Weaving and Woven Wares of Wimbledon and Wandsworth';
const businesses = {
  plain: { displayName: 'Luna Coffee & Co. (NYC)' },
  branded: { displayName: 'Luna Coffee', brand: { accent: '#7a2e1d', accentDark: '#ffb59d', logo } },
  long: { displayName: longName },
};
type Business = keyof typeof businesses;
const tokens: Record<Business, string> = { plain: '', branded: '', long: '' };

beforeAll(async () => {
  for (const name of Object.keys(businesses) as Business[]) {
    const shop = await openShop(`browser-poster-${name}`, { locale: 'en', doubleOptIn: [], ...businesses[name] });
    await publishStarter(shop, spoken);
    tokens[name] = String((await makePoint(shop, 'link')).pointId).slice(3);
  }
});

/** What stands where it should not: beyond its face or its box, or on something else. */
const misplaced = `[...document.querySelectorAll('.face')].flatMap((face) => {
  const edge = face.getBoundingClientRect();
  const parts = [...face.querySelectorAll('h1, p, h2, li, svg, .mark, .foot')].map((part) => [part, part.getBoundingClientRect()]);
  const margin = edge.width * 0.04;
  const outside = parts.filter(([, box]) => box.left < edge.left + margin || box.right > edge.right - margin || box.top < edge.top || box.bottom > edge.bottom);
  const over = [face, ...face.children].filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
  const onEachOther = parts.flatMap(([a, at], index) => parts.slice(index + 1).filter(([b, other]) => !a.contains(b) && !b.contains(a)
    && Math.min(at.right, other.right) - Math.max(at.left, other.left) > 1 && Math.min(at.bottom, other.bottom) - Math.max(at.top, other.top) > 2));
  const tiny = [...face.querySelectorAll('*')].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && parseFloat(getComputedStyle(each).fontSize) < 7.1);
  return [...tiny.map((part) => 'too small: ' + part.textContent), ...outside.map(([part]) => 'outside: ' + part.textContent), ...over.map((part) => 'runs over: ' + part.className), ...onEachOther.map(([part]) => 'on another: ' + part.textContent)];
})`;

const looks: readonly (readonly [Business, Paper, string])[] = [
  ...paperNames.flatMap((paper) => [
    ['branded', paper, 'en'] as const,
    ['long', paper, 'en'] as const,
    ['plain', paper, 'ar'] as const,
    ['long', paper, 'hi'] as const,
  ]),
  ...spoken.flatMap((language) => [['plain', 'a4', language] as const, ['long', 'a6', language] as const]),
];

/** Points (72 to the inch) of each page of a PDF. */
function pagesOf(pdf: Buffer): number[][] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g);
  return Array.from(boxes, ([, box = '']) => box.trim().split(/\s+/).slice(2).map(Number));
}

describe('a poster', () => {
  browserTest.for(looks)(
    'of the %s shop on %s in %s is one page, whole, and is scanned from paper',
    async ([name, paper, lang], { open }) => {
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await page.goto(`${baseUrl}/o/${tokens[name]}/poster?paper=${paper}&lang=${lang}`);
      const { width, height, isFolded, code } = papers[paper];
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const points = (millimetres: number) => (millimetres / 25.4) * 72;
      expect(pages).toHaveLength(1);
      expect(Math.abs((pages[0]?.[0] ?? 0) - points(width))).toBeLessThan(1.5);
      expect(Math.abs((pages[0]?.[1] ?? 0) - points(height))).toBeLessThan(1.5);

      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.bar').isVisible()).toBe(false);
      expect(await page.evaluate(misplaced)).toEqual([]);
      await visit.shot(`poster-${name}-${paper}-${lang}`);
      const codes = page.locator('.code svg');
      expect(await codes.count()).toBe(isFolded ? 2 : 1);
      for (const each of await codes.all()) {
        const { data, width: pixels, height: rows } = PNG.sync.read(await each.screenshot());
        expect(new URL(readQrPixels(data, pixels, rows) ?? 'none:').pathname).toBe(`/q/${tokens[name]}`);
        const box = await each.boundingBox();
        expect((box?.width ?? 0) / (96 / 25.4)).toBeGreaterThanOrEqual(code - 0.5);
        expect(Math.abs((box?.width ?? 0) - (box?.height ?? 0))).toBeLessThan(1);
      }
      expect(await page.locator('script, [style], a').count()).toBe(await page.locator('.bar a').count());
    },
  );

  browserTest(
    'is accessible on a screen, and leads to the other papers and languages without script',
    async ({ open }) => {
      const visit = await open({ width: 390 });
      await visit.page.goto(`${baseUrl}/o/${tokens.branded}/poster`);
      await visit.expectAccessible();
      expect(await visit.violations()).toBe(0);
      expect(await visit.page.evaluate("document.querySelector('img.mark').naturalWidth")).toBeGreaterThan(0);
      const plain = await open({ width: 1280, javaScript: false });
      await plain.page.goto(`${baseUrl}/o/${tokens.branded}/poster`);
      await plain.page.getByRole('link', { name: 'Table tent (A4)' }).click();
      await plain.page.getByRole('link', { name: 'Deutsch' }).click();
      expect(new URL(plain.page.url()).search).toBe('?paper=tent&lang=de');
      expect(await plain.page.locator('.face').count()).toBe(2);
    },
  );

  browserTest('keeps a name on one line, and its signs on their side of it', async ({ open }) => {
    const { page } = await open({ width: 1280 });
    await page.goto(`${baseUrl}/o/${tokens.plain}/poster?lang=ar`);
    const name = page.locator('h1 bdi');
    expect(await name.evaluate((each) => each.getClientRects().length)).toBe(1);
    // In a heading from right to left the closing bracket of the name is still at its right end.
    const [open_, close] = await page.evaluate<[number, number]>(`(() => {
      const text = document.querySelector('h1 bdi').firstChild;
      const at = (index) => { const range = document.createRange(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
      return [at(0), at(text.length - 1)];
    })()`);
    expect(close).toBeGreaterThan(open_);
  });
});
