import { type Panel, posterPanel } from './panel.ts';
import { type Paper, papers } from './paper.ts';
import { type Column, lower, type Paragraph, type PosterLine, paragraph, stacked } from './pen.ts';
import type { PosterContent } from './poster-content.ts';
import { lineHeight, type PosterStyle, posterStyle } from './poster-style.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a poster stands, in millimetres from the top left corner. */
export interface PosterLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly lines: readonly PosterLine[];
  /** The logo or the letter, a square. */
  readonly mark: Box;
  /** The tinted field behind the code and what is said about it. */
  readonly panel: Box;
  /** The code with its quiet zone, a square. */
  readonly code: Panel['code'];
  /** Dots before the purposes. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  /** The line above the foot; it has no height. */
  readonly rule: Box;
}

const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5];
/** Down to here letters are made smaller rather than the code less than three quarters of its size; then the code gives way too. */
const codeKept = 0.8;

/**
 * Places the words of a poster on paper: the largest letters with which everything stands inside the margins, and a code as large
 * as the rest leaves room for.
 *
 * @returns undefined when the words do not fit in letters that can still be read
 */
export function layoutPoster(content: PosterContent, paper: Paper): PosterLayout | undefined {
  const { height, margin, code } = papers[paper];
  const room = height - 2 * margin;
  for (const scale of scales) {
    const style = posterStyle(paper, scale);
    const parts = wordsOf(content, paper, style);
    const least = scale > codeKept ? Math.max(code.least, 0.75 * code.most) : code.least;
    let size: number = code.most;
    while (size >= least) {
      const panel = posterPanel(content, paper, style, size);
      const left = room - parts.height - panel.height;
      if (left >= 0) return spread({ ...parts, panel }, paper, left);
      // The panel never shrinks by more than the code does.
      size -= Math.ceil(-left);
    }
  }
  return undefined;
}

/** The parts whose size does not depend on that of the code. */
interface Words {
  readonly head: Paragraph;
  readonly list: Paragraph & Pick<PosterLayout, 'dots'>;
  readonly foot: Paragraph;
  /** Of all of them with the gaps between all parts. */
  readonly height: number;
}

const markSize = 16;
const gap = { mark: 2, heading: 1, panel: 5, list: 5, details: 2.5, rule: 4, foot: 2 };

function wordsOf(content: PosterContent, paper: Paper, style: PosterStyle): Words {
  const { width, margin, unit } = papers[paper];
  const whole: Column = { left: margin, width: width - 2 * margin, side: content.direction };
  const centred: Column = { ...whole, side: 'middle' };
  const head = stacked(
    [paragraph(content.businessName, style.name, centred), paragraph(content.heading, style.heading, centred)],
    gap.heading * unit,
  );
  const list = purposeList(content, style, whole, unit);
  const foot = stacked(
    content.foot.map((text) => paragraph(text, style.foot, whole)),
    0.4 * unit,
  );
  const gaps = (markSize + gap.mark + gap.panel + gap.list + gap.rule + gap.foot) * unit;
  return { head, list, foot, height: gaps + head.height + list.height + foot.height };
}

/** What can be received, then benefits and frequency. */
function purposeList(content: PosterContent, style: PosterStyle, whole: Column, unit: number): Words['list'] {
  const { size } = style.purpose;
  const rightToLeft = content.direction === 'rtl';
  const indented: Column = { ...whole, left: whole.left + (rightToLeft ? 0 : size), width: whole.width - size };
  const title = content.purposes.length === 0 ? [] : [paragraph(content.receive, style.receive, whole)];
  const purposes = content.purposes.map((purpose) => paragraph(purpose, style.purpose, indented));
  const details = content.details.map((detail) => paragraph(detail, style.detail, whole));
  const purposeGap = 0.5 * unit;
  const upper = stacked([...title, ...purposes], purposeGap);
  const radius = 0.16 * size;
  const x = rightToLeft ? whole.left + whole.width - 2 * radius : whole.left + 2 * radius;
  let top = (title[0]?.height ?? 0) + purposeGap;
  const dots = purposes.map((purpose) => {
    const y = top + (lineHeight(purpose.lines[0]?.text ?? '') * size) / 2;
    top += purpose.height + purposeGap;
    return { x, y, radius };
  });
  return { ...stacked([upper, stacked(details)], gap.details * unit), dots };
}

/** Puts the parts on the paper; room that is left over goes between them, the foot stands at the lower margin. */
function spread({ head, panel, list, foot }: Words & { panel: Panel }, paper: Paper, left: number): PosterLayout {
  const { width, height, margin, unit } = papers[paper];
  const extra = Math.min(10 * unit, left / 3);
  const headTop = margin + (markSize + gap.mark) * unit;
  const panelTop = headTop + head.height + gap.panel * unit + extra;
  const listTop = panelTop + panel.height + gap.list * unit + extra;
  const footTop = height - margin - foot.height;
  const across = { x: margin, width: width - 2 * margin };
  return {
    width,
    height,
    margin,
    mark: { x: (width - markSize * unit) / 2, y: margin, width: markSize * unit, height: markSize * unit },
    panel: { ...across, y: panelTop, height: panel.height },
    code: { ...panel.code, y: panelTop + panel.code.y },
    dots: list.dots.map((dot) => ({ ...dot, y: listTop + dot.y })),
    rule: { ...across, y: footTop - gap.foot * unit, height: 0 },
    lines: [
      ...lower(head.lines, headTop),
      ...lower(panel.lines, panelTop),
      ...lower(list.lines, listTop),
      ...lower(foot.lines, footTop),
    ],
  };
}
