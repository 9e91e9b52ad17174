import type { App } from '../../../domain/app/app.ts';

interface Palette {
  readonly accent: string;
  readonly on: string;
  readonly press: string;
  readonly tint: string;
}

/** SEAM until the branch `brand` has landed: `brandOf` of it takes and gives the same. */
export function shownBrand(
  _app: App,
  name: string,
): {
  readonly name: string;
  readonly letter: string;
  readonly logo?: { readonly path: string };
  readonly light: Palette;
  readonly dark: Palette;
} {
  const light = { accent: '#16202e', on: '#ffffff', press: '#2b3a50', tint: '#e8edf3' };
  const dark = { accent: '#e9eef4', on: '#10161f', press: '#ffffff', tint: '#24303d' };
  return { name, letter: Array.from(name.trim())[0]?.toUpperCase() ?? '·', light, dark };
}
