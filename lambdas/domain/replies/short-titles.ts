/** A name as the title of a button or row: whole, or cut, with all of it beside. */
export interface ShortTitle {
  readonly title: string;
  readonly isCut: boolean;
}

/**
 * Names as titles of at most `longest` characters: cut between words where that leaves something, with a sign that says so, and no
 * two alike. A notice's names stand inside a sentence, so the first letter becomes a capital one.
 *
 * @param taken titles that are there already
 */
export function shortTitles(
  names: readonly string[],
  longest: number,
  locale: string,
  taken: readonly string[] = [],
): readonly ShortTitle[] {
  const used = new Set(taken.map((title) => title.toLocaleLowerCase(locale)));
  return names.map((name) => {
    const whole = capitalised(name.trim().replace(/\s+/gu, ' '), locale);
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const title = cut(whole, longest - suffix.length, locale) + suffix;
      if (used.has(title.toLocaleLowerCase(locale))) continue;
      used.add(title.toLocaleLowerCase(locale));
      return { title, isCut: title !== whole };
    }
  });
}

function capitalised(name: string, locale: string): string {
  const [first = ''] = name;
  return first.toLocaleUpperCase(locale) + name.slice(first.length);
}

/** A text that fits: whole, or as many whole words as fit with the sign; of one long word as many letters as fit. */
export function cut(text: string, longest: number, locale: string): string {
  if (text.length <= longest) return text;
  const words = text.split(' ');
  let kept = '';
  for (const word of words) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    if (longer.length > longest - 1) break;
    kept = longer;
  }
  // A comma before the sign reads like a list that goes on.
  kept = kept.replace(/[\p{P}\s]+$/u, '');
  if (kept !== '') return `${kept}…`;
  let letters = '';
  for (const { segment } of new Intl.Segmenter(locale).segment(text)) {
    if (letters.length + segment.length > longest - 1) break;
    letters += segment;
  }
  return `${letters}…`;
}
