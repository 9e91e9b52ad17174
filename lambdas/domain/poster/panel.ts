import { type Paper, papers } from './paper.ts';
import { type Column, lower, type Paragraph, type PosterLine, paragraph, stacked } from './pen.ts';
import type { PosterContent, PosterText } from './poster-content.ts';
import type { Lettering, PosterStyle } from './poster-style.ts';
import { textWidth } from './text-width.ts';

/** The tinted field with the code and what is said about it, from height 0. */
export interface Panel {
  readonly height: number;
  /** Where the code stands, a square with its quiet zone. */
  readonly code: { readonly x: number; readonly y: number; readonly size: number };
  readonly lines: readonly PosterLine[];
}

/** @param size of the code with its quiet zone */
export function posterPanel(content: PosterContent, paper: Paper, style: PosterStyle, size: number): Panel {
  return papers[paper].code.words === 'beside'
    ? beside(content, paper, style, size)
    : around(content, paper, style, size);
}

function around(content: PosterContent, paper: Paper, style: PosterStyle, size: number): Panel {
  const { width, margin, unit } = papers[paper];
  const column: Column = { left: margin + 5 * unit, width: width - 2 * margin - 10 * unit, side: 'middle' };
  const above = paragraph(content.scan, style.scan, column);
  const below = stacked([...openings(content, style, column), paragraph(content.step, style.step, column)], 1 * unit);
  const codeTop = 6 * unit + above.height + 3 * unit;
  const belowTop = codeTop + size + 4 * unit;
  return {
    height: belowTop + below.height + 6 * unit,
    code: { x: (width - size) / 2, y: codeTop, size },
    lines: [...lower(above.lines, 6 * unit), ...lower(below.lines, belowTop)],
  };
}

function beside(content: PosterContent, paper: Paper, style: PosterStyle, size: number): Panel {
  const { width, margin, unit } = papers[paper];
  const padding = 5 * unit;
  const inner = width - 2 * margin - 3 * padding - size;
  const rightToLeft = content.direction === 'rtl';
  const left = rightToLeft ? margin + padding : margin + 2 * padding + size;
  const column: Column = { left, width: inner, side: content.direction };
  const words = stacked(
    [
      paragraph(content.scan, style.scan, column),
      paragraph(content.step, style.step, column),
      ...openings(content, style, column),
    ],
    3 * unit,
  );
  const height = Math.max(size, words.height) + 2 * padding;
  return {
    height,
    code: { x: rightToLeft ? width - margin - padding - size : margin + padding, y: (height - size) / 2, size },
    lines: lower(words.lines, (height - words.height) / 2),
  };
}

/** "or open" and the address. */
function openings({ open, address }: PosterContent, style: PosterStyle, column: Column): Paragraph[] {
  return [
    stacked([
      paragraph(open, style.step, column),
      paragraph(address, shrunk(address, style.address, column.width), column),
    ]),
  ];
}

/** An address stays on one line as long as it can still be read there; divided it is hard to type. */
function shrunk({ text }: PosterText, lettering: Lettering, width: number): Lettering {
  const factor = Math.min(1, width / textWidth(text, lettering.size, lettering.bold));
  return { ...lettering, size: lettering.size * Math.max(0.7, factor) };
}
