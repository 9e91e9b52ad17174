import { allKeywords, type HeardWords } from '../../../../lambdas/domain/languages/all-keywords.ts';
import { heardLanguages } from '../../../../lambdas/domain/languages/heard-languages.ts';
import { countBy, countTable } from './count-corpus.ts';
import { makeCorpus } from './make-corpus.ts';

/** The parts of docs/opt-out-keywords.md that are made: by their names in the page's marks. */
export function madeParts(): ReadonlyMap<string, string> {
  const corpus = makeCorpus();
  const asked = corpus.filter((text) => text.class !== 'harmless');
  const harmless = corpus.filter((text) => text.class === 'harmless');
  const languageOf = ({ language }: { language: string }) => heardLanguages[language as keyof typeof heardLanguages];
  return new Map([
    ['corpus-languages', countTable('Language', countBy(asked, languageOf))],
    [
      'corpus-classes',
      countTable(
        'Class',
        countBy(asked, (text) => text.class),
      ),
    ],
    ['corpus-harmless', countTable('Language', countBy(harmless, languageOf))],
    [
      'stop-words',
      wordTable(['Stop', 'Everyday', 'Perhaps'], ({ explicit, stop, everyday, maybe }) => [
        joined(explicit, stop),
        joined(everyday),
        joined(maybe),
      ]),
    ],
    ['start-words', wordTable(['Words'], ({ start }) => [joined(start)])],
    ['help-words', wordTable(['Words'], ({ help }) => [joined(help)])],
    ['preferences-words', wordTable(['Words'], ({ preferences }) => [joined(preferences)])],
  ]);
}

/** The page with its made parts as they are now. */
export function withMadeParts(page: string): string {
  let made = page;
  for (const [name, part] of madeParts()) {
    const [begin, end] = [`<!-- made: ${name} -->`, `<!-- end: ${name} -->`];
    const from = made.indexOf(begin);
    const to = made.indexOf(end);
    if (from < 0 || to < from) throw new Error(`The page has no place for ${name}.`);
    made = `${made.slice(0, from + begin.length)}\n${part}\n${made.slice(to)}`;
  }
  return made;
}

function joined(...columns: (string | undefined)[]): string {
  return columns
    .flatMap((words) => (words === undefined ? [] : words.split(',').map((word) => word.trim())))
    .filter((word) => word !== '')
    .join(', ');
}

function wordTable(heads: readonly string[], cells: (words: HeardWords) => readonly string[]): string {
  const rows = allKeywords.flatMap((words) => {
    const row = cells(words);
    return row.every((cell) => cell === '') ? [] : [`| ${[heardLanguages[words.language], ...row].join(' | ')} |`];
  });
  return [
    `| ${['Language', ...heads].join(' | ')} |`,
    `| ${['---', ...heads.map(() => '---')].join(' | ')} |`,
    ...rows,
  ].join('\n');
}
