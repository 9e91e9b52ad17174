import { expect, test } from 'vitest';
import { brandOf } from '../../../../lambdas/domain/app/brand-of.ts';
import { layoutPoster } from '../../../../lambdas/domain/poster/layout-poster.ts';
import { posterContent } from '../../../../lambdas/domain/poster/poster-content.ts';
import { posterSvg } from '../../../../lambdas/edge/api/points/poster-svg.ts';
import { testText } from '../../../support/pages/collection.ts';
import { hostileTexts } from '../../../support/pages/hostile-texts.ts';
import { acmeApp } from '../../../support/pages/pages.ts';

const code = '<svg x="1"/>';

function posterWith(text: string): string {
  const words = testText({
    businessName: text,
    heading: text,
    purposes: [{ purposeId: 'offers', text }],
    benefits: text,
    frequency: text,
    howToStop: text,
    privacy: { text, url: `https://acme.example/${text}` },
  });
  const content = posterContent(
    { opens: 'chat', purposes: ['offers'] },
    words,
    'https://in.example/l/pcbb4cmv5dnw6fp6',
  );
  const layout = layoutPoster(content, 'a4');
  if (layout === undefined) throw new Error('It does not fit.');
  return posterSvg(layout, { locale: 'en', title: content.heading.text, code, brand: brandOf(acmeApp, text) });
}

test('is text and shapes, without script, style or anything that is loaded', () => {
  const svg = posterWith('Acme');
  const tags = new Set([...svg.matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag));
  expect(tags).toEqual(new Set(['svg', '/svg', 'title', '/title', 'path', 'rect', 'circle', 'text', '/text']));
  expect(svg).not.toMatch(/ (?:href|src|style|on\w+|class|id|xlink:\w+)=/);
  expect(svg).toContain(code);
});

test.each(hostileTexts.map((text) => [text]))('%j stays text', (text) => {
  const svg = posterWith(text);
  // Every tag is one of ours in its exact form; what is between them holds no markup at all.
  const ours =
    /<svg [-\w=":. /,'0-9]*\/?>|<\/svg>|<title>|<\/title>|<(?:path|rect|circle) [-\w="#. ]*\/>|<text x="[\d.]+" y="[\d.]+" font-size="[\d.]+"(?: font-weight="700")? fill="#\w+" text-anchor="\w+" direction="\w+">|<\/text>/g;
  const rest = svg.replace(ours, '');
  expect(rest).not.toMatch(/[<>"']/);
  expect(rest).not.toMatch(/&(?!#\d+;)/);
  // Characters that XML does not allow (1.0, 2.2).
  expect(svg).not.toMatch(/[^\P{Cc}\n]|[\p{Surrogate}\ufffe\uffff]/u);
});
