import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import { contrast } from '../../../domain/brand/colour.ts';
import { escapeMarkup } from '../../../domain/markup.ts';
import type { Box, PosterLayout } from '../../../domain/poster/layout-poster.ts';
import type { PosterLine } from '../../../domain/poster/pen.ts';
import type { PosterColour } from '../../../domain/poster/poster-style.ts';

const ink = '#16202e';

type Colours = { readonly [Name in PosterColour | 'tint']: string };

/** Words are printed in the accent only where it can be read as well as any. */
function coloursOf({ light: { accent, tint } }: ShownBrand): Colours & { readonly accent: string } {
  return { ink, quiet: '#4a5768', brand: contrast(accent, tint) >= 4.5 ? accent : ink, tint, accent };
}

const fonts = `'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Arabic', 'Segoe UI', sans-serif`;

interface PosterParts {
  readonly locale: string;
  readonly title: string;
  readonly code: string;
  readonly brand: ShownBrand;
  readonly logo?: string | undefined;
}

/**
 * A poster as SVG in its real size in millimetres, ready to print: real text, no script, no style, nothing that is loaded.
 *
 * @param locale BCP 47, of most of the words
 * @param code the code as an `<svg>` element at the place of the layout
 * @param logo the picture as base64, where the brand has one
 */
export function posterSvg(layout: PosterLayout, { locale, title, code, brand, logo }: PosterParts): string {
  const { width, height, panel, rule } = layout;
  const colours = coloursOf(brand);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeMarkup(locale)}" font-family="${fonts}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
    head(layout.mark, brand, logo),
    `<rect ${box(panel)} rx="${short(panel.width / 36)}" fill="${colours.tint}"/>`,
    card(layout),
    code,
    ...layout.dots.map(
      ({ x, y, radius }) => `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${colours.accent}"/>`,
    ),
    `<path stroke="#b9c9c0" stroke-width=".3" d="M${short(rule.x)} ${short(rule.y)}h${short(rule.width)}"/>`,
    ...layout.lines.map((each) => line(each, colours)),
    '</svg>',
  ].join('\n');
}

function line({ text, x, baseline, size, bold, colour, anchor, direction }: PosterLine, colours: Colours): string {
  const weight = bold ? ' font-weight="700"' : '';
  return (
    `<text x="${short(x)}" y="${short(baseline)}" font-size="${short(size)}"${weight} fill="${colours[colour]}" ` +
    `text-anchor="${anchor}" direction="${direction}">${escapeMarkup(text)}</text>`
  );
}

/** The logo, in the file itself; or the letter in a circle, as the pages have it. */
function head({ x, y, width }: Box, { letter, light, logo: kind }: ShownBrand, logo: string | undefined): string {
  if (kind !== undefined && logo !== undefined) {
    const wide = 3 * width;
    return `<image x="${short(x - width)}" y="${short(y)}" width="${short(wide)}" height="${short(width)}" href="data:${kind.type};base64,${logo}"/>`;
  }
  const middle = { x: x + width / 2, y: y + width / 2 };
  return (
    `<circle cx="${short(middle.x)}" cy="${short(middle.y)}" r="${short(width / 2)}" fill="${light.accent}"/>` +
    `<text x="${short(middle.x)}" y="${short(middle.y + 0.18 * width)}" font-size="${short(width / 2)}" font-weight="700" fill="${light.on}" ` +
    `text-anchor="middle" direction="ltr">${escapeMarkup(letter)}</text>`
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
