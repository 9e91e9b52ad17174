import { type NoticeText, type Part, partOf, parts } from './draft.ts';

export interface TextChange {
  readonly locale: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly parts: readonly (Part | 'purposes')[];
}

/** The words of the purposes as one text. */
export const purposeLines = ({ purposes }: NoticeText): string => purposes.map(({ text }) => text).join(' · ');

/** Which languages and parts of a notice are others than before. */
export function changesBetween(before: readonly NoticeText[], after: readonly NoticeText[]): readonly TextChange[] {
  const of = (texts: readonly NoticeText[], locale: string) => texts.find((each) => each.locale === locale);
  const removed = before
    .filter(({ locale }) => of(after, locale) === undefined)
    .map(({ locale }) => ({ locale, kind: 'removed' as const, parts: [] }));
  const others = after.flatMap((text): TextChange[] => {
    const { locale } = text;
    const earlier = of(before, locale);
    if (earlier === undefined) return [{ locale, kind: 'added', parts: [] }];
    const changed = [
      ...parts.filter((part) => partOf(earlier, part) !== partOf(text, part)),
      ...(purposeLines(earlier) === purposeLines(text) ? [] : (['purposes'] as const)),
    ];
    return changed.length === 0 ? [] : [{ locale, kind: 'changed', parts: changed }];
  });
  return [...others, ...removed];
}

export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'gone' | 'new';
}

const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/** Two texts word by word: what both have, what only the older, what only the newer. */
export function piecesOf(older: string, newer: string): readonly Piece[] {
  const [one, two] = [wordsIn(older), wordsIn(newer)];
  // lengths[i][j]: how much the rests from i and from j have in common.
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(two.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined) row[j] = one[i] === two[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: { text: string; kind: Piece['kind'] }[] = [];
  const add = (text: string | undefined, kind: Piece['kind']) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text ?? '';
    else pieces.push({ text: text ?? '', kind });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < two.length) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      add(one[i], 'same');
      i += 1;
      j += 1;
    } else if (j >= two.length || (i < one.length && at(i + 1, j) >= at(i, j + 1))) {
      add(one[i], 'gone');
      i += 1;
    } else {
      add(two[j], 'new');
      j += 1;
    }
  }
  return pieces;
}
