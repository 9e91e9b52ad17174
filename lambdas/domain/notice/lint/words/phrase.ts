import { normalise } from '../../../keywords/normalise.ts';

/** Words to look for in normalised text. */
export interface Phrase {
  /** As the table writes them, for the finding. */
  readonly written: string;
  readonly sought: string;
}

/** A list with commas. `*` at the end of a phrase stands for any ending: `promo*`. Compared after `normalise`. */
export function phrases(list: string): readonly Phrase[] {
  return list
    .split(',')
    .map((written) => written.trim().replace(/\s+/g, ' '))
    .flatMap((written) => {
      const words = normalise(written);
      return words === '' ? [] : [{ written, sought: ` ${words}${written.endsWith('*') ? '' : ' '}` }];
    });
}

/** The first phrase of the table that occurs in the text, as whole words. */
export function findPhrase(text: string, table: readonly Phrase[]): Phrase | undefined {
  const words = ` ${normalise(text)} `;
  return table.find(({ sought }) => words.includes(sought));
}
