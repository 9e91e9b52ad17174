import type { TextDirection } from '../notice/direction.ts';
import { breakEvenly, breakLines } from './break-lines.ts';
import type { PosterText } from './poster-content.ts';
import { type Lettering, lineHeight } from './poster-style.ts';

/** One line of text where it stands, in millimetres from the top left corner. */
export interface PosterLine extends Lettering {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  /** Which end of the line is at `x`: the start of a line from right to left is its right end. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly direction: TextDirection;
}

/** A column that lines stand in, in millimetres: in its middle, or at its edge on the side where `side` begins. */
export interface Column {
  readonly left: number;
  readonly width: number;
  readonly side: TextDirection | 'middle';
}

/** A text broken into the lines of a column, and their height. */
export interface Paragraph {
  readonly lines: readonly PosterLine[];
  readonly height: number;
}

/** Breaks a text into the lines of a column that begins at height 0. */
export function paragraph({ text, direction }: PosterText, lettering: Lettering, column: Column): Paragraph {
  const lines: PosterLine[] = [];
  let height = 0;
  const divide = column.side === 'middle' ? breakEvenly : breakLines;
  for (const line of divide(text, column.width, lettering.size, lettering.bold)) {
    const tall = lineHeight(line) * lettering.size;
    // The middle of small letters is a third of their size above the baseline.
    const baseline = height + tall / 2 + lettering.size / 3;
    lines.push({ ...lettering, text: line, direction, baseline, ...standing(column, direction) });
    height += tall;
  }
  return { lines, height };
}

/** Paragraphs one below the other. */
export function stacked(paragraphs: readonly Paragraph[], gap = 0): Paragraph {
  let height = 0;
  const lines = paragraphs.flatMap((each, index) => {
    if (index > 0) height += gap;
    const lowered = lower(each.lines, height);
    height += each.height;
    return lowered;
  });
  return { lines, height };
}

/** The same lines further down. */
export function lower(lines: readonly PosterLine[], by: number): readonly PosterLine[] {
  return lines.map((line) => ({ ...line, baseline: line.baseline + by }));
}

function standing({ left, width, side }: Column, direction: TextDirection): Pick<PosterLine, 'x' | 'anchor'> {
  if (side === 'middle') return { x: left + width / 2, anchor: 'middle' };
  return { x: side === 'rtl' ? left + width : left, anchor: direction === side ? 'start' : 'end' };
}
