import { describe, expect, test } from 'vitest';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import type { NoticeText } from '../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { layoutPoster, type PosterLayout } from '../../../lambdas/domain/poster/layout-poster.ts';
import { type Paper, papers } from '../../../lambdas/domain/poster/paper.ts';
import type { PosterLine } from '../../../lambdas/domain/poster/pen.ts';
import { posterContent } from '../../../lambdas/domain/poster/poster-content.ts';
import { textWidth } from '../../../lambdas/domain/poster/text-width.ts';

const url = 'https://in.example/l/pcbb4cmv5dnw6fp6';
const everyPaper = Object.keys(papers) as Paper[];
const shop = 'The Wonderful Worldwide Warehouse of Wool, Weaving and Woven Wares of Wimbledon and Wandsworth, Ltd.';

function notice(locale: string, businessName = 'Café Luna'): NoticeText {
  const purposes = [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' as const },
    { purposeId: 'orders', name: 'Orders', category: 'utility' as const },
  ];
  return starterText(locale, { businessName, purposes, privacyUrl: 'https://luna.example/privacy' });
}
const contentOf = (text: NoticeText, purposes = ['offers', 'orders']) =>
  posterContent({ opens: 'check-page', purposes }, text, url);
const laidOut = (text: NoticeText, paper: Paper): PosterLayout => {
  const layout = layoutPoster(contentOf(text), paper);
  if (layout === undefined) throw new Error('It does not fit.');
  return layout;
};

/** From where to where a line reaches at most, and its height. */
function extentOf({ text, x, anchor, direction, size, bold, baseline }: PosterLine) {
  const width = textWidth(text, size, bold);
  const leftward = { start: direction === 'rtl' ? 1 : 0, middle: 0.5, end: direction === 'rtl' ? 0 : 1 }[anchor];
  return {
    left: x - leftward * width,
    right: x + (1 - leftward) * width,
    top: baseline - 0.8 * size,
    bottom: baseline + 0.25 * size,
  };
}

function expectInsideMargins({ lines, width, height, margin, panel, mark, code, dots, rule }: PosterLayout): void {
  const slack = 1e-6;
  for (const line of lines) {
    const { left, right, top, bottom } = extentOf(line);
    expect(left, line.text).toBeGreaterThanOrEqual(margin - slack);
    expect(right, line.text).toBeLessThanOrEqual(width - margin + slack);
    expect(top, line.text).toBeGreaterThanOrEqual(margin - slack);
    expect(bottom, line.text).toBeLessThanOrEqual(height - margin + slack);
  }
  const boxes = [panel, mark, rule, { x: code.x, y: code.y, width: code.size, height: code.size }];
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(margin - slack);
    expect(box.x + box.width).toBeLessThanOrEqual(width - margin + slack);
    expect(box.y).toBeGreaterThanOrEqual(margin - slack);
    expect(box.y + box.height).toBeLessThanOrEqual(height - margin + slack);
  }
  for (const dot of dots) expect(dot.x - dot.radius).toBeGreaterThanOrEqual(margin - slack);
}

/** No two lines, and no line and the code or the mark, lie over each other; the rule has air above it. */
function expectNothingOverlaps({ lines, code, mark, rule, width }: PosterLayout): void {
  const above = lines.filter(({ baseline }) => baseline < rule.y).map((line) => extentOf(line).bottom);
  expect(rule.y - Math.max(...above)).toBeGreaterThanOrEqual(0.014 * width);
  const boxes = [
    ...lines.map((line) => ({ name: line.text, ...extentOf(line) })),
    { name: 'code', left: code.x, right: code.x + code.size, top: code.y, bottom: code.y + code.size },
    { name: 'mark', left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height },
  ];
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const across = one.left < other.right && other.left < one.right;
      const down = one.top < other.bottom - 1e-6 && other.top < one.bottom - 1e-6;
      expect(across && down, `${one.name} and ${other.name}`).toBe(false);
    }
  }
}

const cases = languages.flatMap((locale) => everyPaper.map((paper) => [locale, paper] as const));

describe('a poster with a starter text', () => {
  test.each(cases)('in %s fits on %s inside the margins, nothing over anything else', (locale, paper) => {
    const layout = laidOut(notice(locale), paper);
    expectInsideMargins(layout);
    expectNothingOverlaps(layout);
    expect(Math.min(...layout.lines.map(({ size }) => size))).toBeGreaterThanOrEqual(1.9);
    expect(layout.code.size).toBeGreaterThanOrEqual(papers[paper].code.least);
    expect(layout.dots).toHaveLength(2);
  });

  test.each(everyPaper)('loses no word of it on %s', (paper) => {
    const text = notice('en');
    const said = laidOut(text, paper)
      .lines.map((line) => line.text)
      .join(' ');
    for (const words of [
      text.businessName,
      text.heading,
      text.benefits,
      text.frequency,
      text.howToStop,
      text.privacy?.text,
    ]) {
      expect(said).toContain(words);
    }
    for (const { text: purpose } of text.purposes) expect(said).toContain(purpose);
  });
});

describe('a poster of a business with a name of a hundred letters', () => {
  test.each(languages)('in %s fits on A4 and Letter', (locale) => {
    for (const paper of ['a4', 'letter'] as const) {
      const layout = laidOut(notice(locale, shop), paper);
      expectInsideMargins(layout);
      expectNothingOverlaps(layout);
    }
  });

  test('fits on A6, or is refused; it never overflows', () => {
    for (const locale of languages) {
      for (const name of [shop, 'W'.repeat(100), 'م'.repeat(100), 'क'.repeat(100), '月'.repeat(100)]) {
        const layout = layoutPoster(contentOf(notice(locale, name)), 'a6');
        if (layout !== undefined) {
          expectInsideMargins(layout);
          expectNothingOverlaps(layout);
        }
      }
    }
    expectInsideMargins(laidOut(notice('en', shop), 'a6'));
  });

  test('of one word without a gap is divided', () => {
    const layout = laidOut(notice('en', 'W'.repeat(100)), 'a4');
    expectInsideMargins(layout);
  });
});

describe('what stands on a poster', () => {
  test('runs from right to left in Arabic: lines and dots begin at the right margin', () => {
    const { lines, dots, width, margin } = laidOut(notice('ar', 'مقهى لونا'), 'a4');
    const purpose = lines.find(({ text }) => text === 'العروض والأخبار');
    expect(purpose).toMatchObject({ direction: 'rtl', anchor: 'start' });
    expect(purpose?.x).toBeGreaterThan(width / 2);
    for (const dot of dots) expect(dot.x).toBeGreaterThan(purpose?.x ?? width);
    expect(lines.find(({ text }) => text.startsWith('luna.example'))).toMatchObject({
      direction: 'ltr',
      anchor: 'end',
      x: width - margin,
    });
  });

  test('names the purposes of the point, in its order, and no other', () => {
    const content = posterContent({ opens: 'check-page', purposes: ['orders'] }, notice('en'), url);
    expect(content.purposes.map(({ text }) => text)).toEqual(['order updates']);
    const turned = posterContent({ opens: 'check-page', purposes: ['orders', 'offers'] }, notice('en'), url);
    expect(turned.purposes.map(({ text }) => text)).toEqual(['order updates', 'offers and news']);
  });

  test('keeps to a notice without benefits, frequency, way to stop and privacy', () => {
    const { benefits: _b, frequency: _f, howToStop: _h, privacy: _p, ...bare } = notice('en');
    const layout = laidOut(bare, 'a4');
    expectInsideMargins(layout);
    expect(layout.code.size).toBe(papers.a4.code.most);
  });

  test('takes a name as it is, whatever a text pattern would make of it', () => {
    const content = contentOf(notice('en', "$& {business} $'"));
    expect(content.foot.at(-1)?.text).toBe(
      "WhatsApp is a trademark of Meta Platforms, Inc. This poster is by $& {business} $'.",
    );
  });

  test('speaks English beside the words of a notice in another language', () => {
    const content = contentOf({ ...notice('en'), locale: 'he' });
    expect(content.direction).toBe('rtl');
    expect(content.scan).toEqual({ text: 'Scan with your phone', direction: 'ltr' });
  });

  test('holds no override of direction, no control character and no half character', () => {
    const content = contentOf({ ...notice('en'), heading: 'A\u202eB\u0000C\ud800D\nE\u2066F' });
    expect(content.heading.text).toBe('AB C\ufffdD EF');
  });
});

test('words without end are refused, not squeezed', () => {
  const endless = { ...notice('en'), howToStop: 'Reply STOP at any time to stop all messages. '.repeat(200) };
  for (const paper of everyPaper) expect(layoutPoster(contentOf(endless), paper)).toBeUndefined();
});
