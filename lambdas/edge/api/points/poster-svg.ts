import { escapeMarkup } from '../../../domain/markup.ts';
import type { Box, PosterLayout } from '../../../domain/poster/layout-poster.ts';
import type { PosterLine } from '../../../domain/poster/pen.ts';
import type { PosterColour } from '../../../domain/poster/poster-style.ts';
import { markShapes } from '../../pages/parts/mark.ts';

const colours: { readonly [Name in PosterColour]: string } = { ink: '#14211b', quiet: '#47554e', brand: '#0b6b43' };
const tint = '#e9f5ee';
const fonts = `'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Arabic', 'Segoe UI', sans-serif`;

/**
 * A poster as SVG in its real size in millimetres, ready to print: real text, no script, no style, nothing that is loaded.
 *
 * @param locale BCP 47, of most of the words
 * @param code the code as an `<svg>` element at the place of the layout
 */
export function posterSvg(
  layout: PosterLayout,
  { locale, title, code }: { locale: string; title: string; code: string },
): string {
  const { width, height, panel, rule } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeMarkup(locale)}" font-family="${fonts}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
    mark(layout.mark),
    `<rect ${box(panel)} rx="${short(panel.width / 36)}" fill="${tint}"/>`,
    card(layout),
    code,
    ...layout.dots.map(
      ({ x, y, radius }) => `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${colours.brand}"/>`,
    ),
    `<path stroke="#b9c9c0" stroke-width=".3" d="M${short(rule.x)} ${short(rule.y)}h${short(rule.width)}"/>`,
    ...layout.lines.map(line),
    '</svg>',
  ].join('\n');
}

function line({ text, x, baseline, size, bold, colour, anchor, direction }: PosterLine): string {
  const weight = bold ? ' font-weight="700"' : '';
  return (
    `<text x="${short(x)}" y="${short(baseline)}" font-size="${short(size)}"${weight} fill="${colours[colour]}" ` +
    `text-anchor="${anchor}" direction="${direction}">${escapeMarkup(text)}</text>`
  );
}

/** Our mark as the pages have it, without the tile. */
function mark({ x, y, width }: Box): string {
  return (
    `<svg x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(width)}" viewBox="8 8.6 24 24" aria-hidden="true">` +
    `<path fill="${colours.brand}" d="${markShapes.bubble}"/>` +
    `<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="${markShapes.tick}"/></svg>`
  );
}

/** The white card under the code; it widens the quiet zone a little. */
function card({ code: { x, y, size }, panel }: PosterLayout): string {
  const edge = panel.width / 120;
  const around = { x: x - edge, y: y - edge, width: size + 2 * edge, height: size + 2 * edge };
  return `<rect ${box(around)} rx="${short(2 * edge)}" fill="#fff"/>`;
}

const box = ({ x, y, width, height }: Box) =>
  `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;

const short = (length: number) => String(Math.round(length * 1000) / 1000);
