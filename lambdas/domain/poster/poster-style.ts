import { type Paper, papers } from './paper.ts';

export type PosterColour = 'ink' | 'quiet' | 'brand';

/** How one part of a poster is lettered; sizes in millimetres. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: PosterColour;
}

type Part = 'name' | 'heading' | 'scan' | 'address' | 'step' | 'receive' | 'purpose' | 'detail' | 'foot';

/** On A4 in millimetres, and the least that is still read from where one stands before it (the foot: 5.4 points). */
const parts: { readonly [Name in Part]: Lettering & { readonly least: number } } = {
  name: { size: 7, least: 2.6, bold: true, colour: 'brand' },
  heading: { size: 12, least: 3.4, bold: true, colour: 'ink' },
  scan: { size: 7, least: 2.6, bold: true, colour: 'brand' },
  address: { size: 5.6, least: 2.3, bold: true, colour: 'ink' },
  step: { size: 4.6, least: 2.1, bold: false, colour: 'quiet' },
  receive: { size: 4.6, least: 2.1, bold: true, colour: 'brand' },
  purpose: { size: 6, least: 2.3, bold: false, colour: 'ink' },
  detail: { size: 4.6, least: 2.1, bold: false, colour: 'quiet' },
  foot: { size: 3.3, least: 1.9, bold: false, colour: 'quiet' },
};

/** The letterings of a poster, all a bit smaller for a text that needs more room. */
export type PosterStyle = { readonly [Name in Part]: Lettering };

/** @param scale 1 = as designed */
export function posterStyle(paper: Paper, scale: number): PosterStyle {
  const letter = ({ size, least, ...rest }: Lettering & { least: number }): Lettering => ({
    ...rest,
    size: Math.max(least, size * papers[paper].unit * scale),
  });
  return {
    name: letter(parts.name),
    heading: letter(parts.heading),
    scan: letter(parts.scan),
    address: letter(parts.address),
    step: letter(parts.step),
    receive: letter(parts.receive),
    purpose: letter(parts.purpose),
    detail: letter(parts.detail),
    foot: letter(parts.foot),
  };
}

const tallScripts =
  /[\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** From one baseline to the next, in units of the size: scripts with marks above and below need more. */
export function lineHeight(text: string): number {
  return tallScripts.test(text) ? 1.55 : 1.28;
}
