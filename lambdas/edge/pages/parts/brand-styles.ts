import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import type { Palette } from '../../../domain/brand/accent.ts';

/**
 * The colours of a brand, after the one style sheet of all pages. A sheet of its own, because its hash stands in the policy of the page
 * beside that of the other.
 */
export function brandStyles({ light, dark }: Pick<ShownBrand, 'light' | 'dark'>): string {
  return `:root{${variables(light)}}@media (prefers-color-scheme:dark){:root{${variables(dark)}}}`;
}

/** Colours have one form (`parseColour`), so nothing else can stand here. */
function variables({ accent, on, press, tint }: Palette): string {
  return `--accent:${accent};--on:${on};--press:${press};--tint:${tint}`;
}
