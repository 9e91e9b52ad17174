import type { Fault } from '../errors.ts';
import type { Brand } from './brand.ts';
import { contrast, fromOklab, mixed, toOklab } from './colour.ts';

/** Pages and the widget follow what the visitor's system says. */
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** The colours of one scheme that a brand brings along, `#rrggbb`. */
export interface Palette {
  /** Of buttons and ticks. */
  readonly accent: string;
  /** Of words on the accent. */
  readonly on: string;
  /** The accent while it is pressed or pointed at. */
  readonly press: string;
  /** Behind what is ticked. */
  readonly tint: string;
}

/** What stands behind buttons and ticks: the cards of pages and widget. `styles.ts` and `widget-styles.js` have the same. */
export const grounds: { readonly [Name in Scheme]: string } = { light: '#ffffff', dark: '#161d26' };

/** Until a business names its own: dark on light, light on dark, and nobody's colour. */
export const plainAccent: { readonly [Name in Scheme]: string } = { light: '#16202e', dark: '#e9eef4' };

/** Words on a button (WCAG 2.2, 1.4.3); a button or a tick and what is behind it (1.4.11). */
const leastOfWords = 4.5;
const leastOfShapes = 3;

/** The palette of an accent that passes in this scheme. */
export function paletteOf(accent: string, scheme: Scheme): Palette {
  const on = wordsOn(accent);
  return { accent, on, press: pressed(accent, on, scheme), tint: tintOf(accent, scheme) };
}

/** The contrast of an accent to what is behind it in a scheme, and whether it is enough. */
export function contrastIn(scheme: Scheme, accent: string): { readonly ratio: number; readonly passes: boolean } {
  const ratio = Math.min(contrast(accent, grounds[scheme]), contrast(accent, tintOf(accent, scheme)));
  return { ratio, passes: ratio >= leastOfShapes && contrast(accent, wordsOn(accent)) >= leastOfWords };
}

/** The colour of the same hue that passes in all these schemes and is nearest in lightness. There is always one. */
export function nearestAccent(accent: string, wanted: readonly Scheme[]): string {
  const { lightness, a, b } = toOklab(accent);
  for (let away = 0; away <= 1; away += 0.004) {
    const passing = [lightness - away, lightness + away]
      .filter((each) => each >= 0 && each <= 1)
      .map((each) => fromOklab({ lightness: each, a, b }))
      .find((each) => wanted.every((scheme) => contrastIn(scheme, each).passes));
    if (passing !== undefined) return passing;
  }
  throw new Error('No lightness of this hue passes.');
}

/**
 * What is wrong with the colours of a brand: each must pass in the schemes that it is for, and the fault names the nearest that does.
 *
 * @param at pointer to the brand
 */
export function accentFaults({ accent, accentDark }: Pick<Brand, 'accent' | 'accentDark'>, at: string): Fault[] {
  const faults: Fault[] = [];
  if (accent !== undefined) {
    const wanted = accentDark === undefined ? schemes : (['light'] as const);
    const failing = wanted.find((scheme) => !contrastIn(scheme, accent).passes);
    const instead =
      failing === 'dark' ? ` Or keep it and add accentDark, for example ${nearestAccent(accent, ['dark'])}.` : '';
    if (failing !== undefined) faults.push(tooFaint(`${at}/accent`, accent, failing, wanted, instead));
  }
  if (accentDark !== undefined && !contrastIn('dark', accentDark).passes) {
    faults.push(tooFaint(`${at}/accentDark`, accentDark, 'dark', ['dark'], ''));
  }
  return faults;
}

function tooFaint(pointer: string, colour: string, scheme: Scheme, wanted: readonly Scheme[], more: string): Fault {
  // Rounded down, so that what fails never reads as what is asked for.
  const ratio = (Math.floor(contrastIn(scheme, colour).ratio * 100) / 100).toFixed(2);
  const where = wanted.length === 1 ? '' : ' in light and dark';
  const detail =
    `In the ${scheme} scheme ${colour} has a contrast of ${ratio}:1 to what is behind it; buttons and ticks need ${leastOfShapes}:1. ` +
    `The nearest that passes${where} is ${nearestAccent(colour, wanted)}.${more}`;
  return { pointer, code: 'low-contrast', detail };
}

/** White where white can be read, else black: one of the two always can. */
function wordsOn(accent: string): string {
  return contrast(accent, '#ffffff') >= leastOfWords ? '#ffffff' : '#000000';
}

const tintOf = (accent: string, scheme: Scheme): string => mixed(accent, 0.08, grounds[scheme]);

/** A little darker or lighter, as far as words and button stay readable. */
function pressed(accent: string, on: string, scheme: Scheme): string {
  const { lightness, a, b } = toOklab(accent);
  const steps = on === '#ffffff' ? [-0.07, 0.05, 0.2] : [0.07, -0.05, -0.2];
  const readable = (colour: string) =>
    contrast(colour, on) >= leastOfWords && contrastIn(scheme, colour).ratio >= leastOfShapes;
  return (
    steps
      .map((step) => fromOklab({ lightness: Math.min(1, Math.max(0, lightness + step)), a, b }))
      .find((each) => each !== accent && readable(each)) ?? accent
  );
}
