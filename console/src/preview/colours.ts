/** The colours of buttons and ticks on a page, as the pages make them of an accent (lambdas/domain/brand/accent.ts). */
export interface Palette {
  readonly accent: string;
  /** Of words on the accent. */
  readonly on: string;
}

/** Without an accent: dark on light, light on dark. */
const plain = { light: '#16202e', dark: '#e9eef4' };

export type Scheme = keyof typeof plain;

export const isColour = (text: string | undefined): text is string => /^#[\da-f]{6}$/i.test(text ?? '');

/** The palette of what is typed; the plain one while it is no colour yet. */
export function paletteOf(
  { accent, accentDark }: { readonly accent?: string | undefined; readonly accentDark?: string | undefined },
  scheme: Scheme,
): Palette {
  const wanted = scheme === 'dark' && isColour(accentDark) ? accentDark : accent;
  const colour = isColour(wanted) ? wanted : plain[scheme];
  return { accent: colour, on: contrastToWhite(colour) >= 4.5 ? '#ffffff' : '#000000' };
}

/** WCAG 2.2, relative luminance. */
function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
