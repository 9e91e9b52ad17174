import { matchKeyword } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import { type CorpusText, isExpected } from './make-corpus.ts';

const answers = ['clear', 'marketing', 'unclear', 'none'] as const;
type Answer = (typeof answers)[number];

/** What was heard in some texts: how many by answer, and how many of them as expected. */
export interface Count {
  readonly name: string;
  readonly texts: number;
  readonly by: { readonly [Each in Answer]: number };
  readonly asExpected: number;
}

/** What the matcher answers, in the words of the tables: a clear stop of everything, of marketing, an unclear one, nothing. */
export function answerTo(text: string): Answer {
  const heard = matchKeyword(text);
  if (heard.answer === 'none') return 'none';
  if (heard.answer === 'ambiguous') return 'unclear';
  return heard.keyword === 'stop' && heard.of === 'marketing' ? 'marketing' : 'clear';
}

/** Counts of texts grouped by a name, in the order in which the names come. */
export function countBy(texts: readonly CorpusText[], nameOf: (text: CorpusText) => string): readonly Count[] {
  return [...Map.groupBy(texts, nameOf)].map(([name, group]) => {
    const heard = group.map(({ text }) => answerTo(text));
    const by = { clear: 0, marketing: 0, unclear: 0, none: 0 };
    for (const answer of heard) by[answer] += 1;
    const asExpected = group.filter(({ text, expected }) => isExpected(matchKeyword(text), expected)).length;
    return { name, texts: group.length, by, asExpected };
  });
}

/** The counts as a table in Markdown, with their sum. */
export function countTable(head: string, counts: readonly Count[]): string {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row([head, 'Texts', 'Clear', 'Clear, marketing', 'Unclear', 'Nothing', 'As expected']),
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...counts.map(({ name, texts, by, asExpected }) =>
      row([name, texts, ...answers.map((each) => by[each]), asExpected]),
    ),
    row([
      'All',
      sum(({ texts }) => texts),
      ...answers.map((each) => sum(({ by }) => by[each])),
      sum((count) => count.asExpected),
    ]),
  ].join('\n');
}
