import { type Palette, paletteOf, plainAccent } from '../brand/accent.ts';
import { type Logo, logoPath } from '../brand/brand.ts';
import { letterOf, letterPath } from '../brand/letter.ts';
import type { App } from './app.ts';

/** A brand as everything that people see shows it: whatever the business did not say is filled in. */
export interface ShownBrand {
  readonly name: string;
  /** In a circle, where there is no logo. */
  readonly letter: string;
  /** `path`: where it is served, on the host of our pages. */
  readonly logo?: Logo & { readonly path: string };
  /** The logo or the letter, as a small picture: a path on the host of our pages. */
  readonly iconPath: string;
  readonly light: Palette;
  readonly dark: Palette;
  readonly siteUrl?: string;
  /** Where people go on after an opt-in: the return address, or the site. */
  readonly returnUrl?: string;
  readonly supportLine?: string;
}

/**
 * The brand of an app.
 *
 * @param name as the text that is shown calls the business; absent = the name of the app
 */
export function brandOf(
  { brand = {}, displayName, locale }: Pick<App, 'brand' | 'displayName' | 'locale'>,
  name: string = displayName,
): ShownBrand {
  const { logo, accent, accentDark, siteUrl, returnUrl, supportLine } = brand;
  const letter = letterOf(name, locale);
  const light = paletteOf(accent ?? plainAccent.light, 'light');
  const dark = paletteOf(accentDark ?? accent ?? plainAccent.dark, 'dark');
  return {
    name,
    letter,
    ...(logo !== undefined && { logo: { ...logo, path: logoPath(logo) } }),
    iconPath: logo === undefined ? letterPath(letter, light.accent) : logoPath(logo),
    light,
    dark,
    siteUrl,
    returnUrl: returnUrl ?? siteUrl,
    supportLine,
  };
}
