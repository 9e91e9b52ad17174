/**
 * `npm run corpus` prints what is heard in the corpus and in the harmless sentences, and every text that is not answered as expected.
 * `npm run corpus -- --write` also puts the tables into docs/opt-out-keywords.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { matchKeyword } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import { answerTo } from './count-corpus.ts';
import { madeParts, withMadeParts } from './keyword-docs.ts';
import { isExpected, makeCorpus } from './make-corpus.ts';

const corpus = makeCorpus();
const harmless = corpus.filter((text) => text.class === 'harmless');
const parts = madeParts();
for (const name of ['corpus-languages', 'corpus-classes', 'corpus-harmless']) {
  process.stdout.write(`${name}\n${parts.get(name) ?? ''}\n\n`);
}
const falseAlarms = harmless.filter(({ text }) => ['clear', 'marketing'].includes(answerTo(text)));
process.stdout.write(
  `Texts: ${corpus.length - harmless.length}. Harmless: ${harmless.length}, heard as clear: ${falseAlarms.length}.\n`,
);
const wrong = corpus.filter(({ text, expected }) => !isExpected(matchKeyword(text), expected));
for (const { language, expected, text } of wrong) {
  process.stdout.write(`${language}: expected ${expected}, heard ${answerTo(text)}: ${JSON.stringify(text)}\n`);
}
if (process.argv.includes('--write')) {
  const page = new URL('../../../../docs/opt-out-keywords.md', import.meta.url);
  writeFileSync(page, withMadeParts(readFileSync(page, 'utf8')));
}
process.exitCode = wrong.length === 0 ? 0 : 1;
