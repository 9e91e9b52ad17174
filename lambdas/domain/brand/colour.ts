/** A colour as red, green and blue, each from 0 to 1, in sRGB. */
export type Rgb = readonly [number, number, number];

/** `#rrggbb`; anything else throws, for what is stored was looked at before. */
export function parseColour(hex: string): Rgb {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error('A colour is not of the form #rrggbb.');
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

export function formatColour(colour: Rgb): string {
  return `#${colour
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The contrast of two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Some of one colour on another; `part` from 0 to 1. */
export function mixed(colour: string, part: number, ground: string): string {
  const under = parseColour(ground);
  const [red, green, blue] = parseColour(colour).map((each, at) => each * part + (under[at] ?? 0) * (1 - part));
  return formatColour([red ?? 0, green ?? 0, blue ?? 0]);
}

function luminance(colour: string): number {
  const [red, green, blue] = parseColour(colour).map(toLinear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

const toLinear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

/** Lightness from 0 to 1, and the two axes of hue. Equal steps look equal. Source: Björn Ottosson, "A perceptual color space for image processing" (Oklab). */
export interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

export function toOklab(colour: string): Oklab {
  const [red = 0, green = 0, blue = 0] = parseColour(colour).map(toLinear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** The colour of this lightness and hue, as strong as a screen can show it and no stronger than asked. */
export function fromOklab({ lightness, a, b }: Oklab): string {
  let strength = 1;
  let rgb = toRgb({ lightness, a, b });
  while (strength > 0 && rgb.some((part) => part < -0.0005 || part > 1.0005)) {
    strength -= 0.02;
    rgb = toRgb({ lightness, a: a * Math.max(0, strength), b: b * Math.max(0, strength) });
  }
  return formatColour(rgb);
}

function toRgb({ lightness, a, b }: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
