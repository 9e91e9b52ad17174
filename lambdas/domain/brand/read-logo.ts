import { type LogoType, logoLimits } from './brand.ts';
import { cleanSvg } from './clean-svg.ts';
import { jpegSize, pngSize, type RasterSize, webpSize } from './raster-sizes.ts';

/** A picture that may be a logo, as it will be served. */
export interface ReadLogo {
  readonly type: LogoType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Why a file cannot be a logo. */
export interface LogoFault {
  readonly code: 'not-a-picture' | 'too-large' | 'moves' | 'unusable-svg';
  readonly detail: string;
}

/**
 * Looks at a file that is to be a logo: what it is, its bytes say and nothing else. Pictures of pixels stay as they are; an SVG is written
 * anew from what in it draws.
 */
export function readLogo(bytes: Uint8Array): ReadLogo | LogoFault {
  if (bytes.length > logoLimits.bytes) return tooManyBytes(bytes.length);
  for (const [type, sizeOf] of rasters) {
    const size = sizeOf(bytes);
    if (size === undefined) continue;
    if (size === 'broken')
      return { code: 'not-a-picture', detail: `The file begins as ${nameOf[type]} and is cut off or broken.` };
    if (size === 'moves') return { code: 'moves', detail: 'The picture moves. A logo stands still.' };
    return withinSides({ type, ...size, bytes });
  }
  const text = textOf(bytes);
  if (text === undefined) return notAPicture;
  const svg = cleanSvg(text);
  if (svg === undefined) return notAPicture;
  if ('fault' in svg) return { code: 'unusable-svg', detail: svg.fault };
  const cleaned = new TextEncoder().encode(svg.markup);
  if (cleaned.length > logoLimits.bytes) return tooManyBytes(cleaned.length);
  return withinSides({ type: 'image/svg+xml', width: svg.width, height: svg.height, bytes: cleaned });
}

const rasters: readonly (readonly [LogoType, (bytes: Uint8Array) => RasterSize | undefined])[] = [
  ['image/png', pngSize],
  ['image/jpeg', jpegSize],
  ['image/webp', webpSize],
];

const nameOf: { readonly [Type in LogoType]: string } = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/svg+xml': 'SVG',
};

const notAPicture: LogoFault = {
  code: 'not-a-picture',
  detail: 'This is no PNG, JPEG, WebP or SVG. What a file is, its bytes say, not its name.',
};

function tooManyBytes(count: number): LogoFault {
  const detail = `The logo has ${grouped(count)} bytes; it may have ${grouped(logoLimits.bytes)} (24 KB).`;
  return { code: 'too-large', detail };
}

function withinSides(logo: ReadLogo): ReadLogo | LogoFault {
  if (Math.max(logo.width, logo.height) <= logoLimits.side) return logo;
  const size = `${grouped(logo.width)} × ${grouped(logo.height)}`;
  const detail = `The logo has ${size} pixels; its longer side may have ${grouped(logoLimits.side)}.`;
  return { code: 'too-large', detail };
}

const grouped = (count: number): string => new Intl.NumberFormat('en').format(count);

/** Markup in UTF-8, perhaps with a byte order mark; undefined = something else. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    return text.startsWith('<') ? text : undefined;
  } catch {
    return undefined;
  }
}
