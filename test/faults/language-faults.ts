import type { PlantedFault } from './planted-fault.ts';

const tables = 'lambdas/domain/languages/tables.ts';
const tested = ['test/architecture/languages'];

/** Faults in the words of languages and in how they are found. */
export const languageFaults: readonly PlantedFault[] = [
  {
    name: 'one language is answered in the words of another',
    file: tables,
    find: '  pt: pt.replies,',
    replace: '  pt: es.replies,',
    tests: tested,
  },
  {
    name: 'a table of one topic carries the words of another into every function',
    file: tables,
    find: '  en: en.replies,',
    replace: '  en: { ...en.pages, ...en.replies },',
    tests: ['test/lib/bundles'],
  },
  {
    name: 'a part of a page is left in English',
    file: 'lambdas/domain/languages/fr/pages.ts',
    find: "again: 'Recommencer',",
    replace: "again: 'Start again',",
    tests: tested,
  },
  {
    name: 'the words of a language stand on code',
    file: 'lambdas/domain/languages/de/doubts.ts',
    find: "import type { DoubtWords } from '../topics/doubts.ts';",
    replace: "import type { DoubtWords } from '../topics/doubts.ts';\nimport '../../keywords/normalise.ts';",
    tests: tested,
  },
  {
    name: 'keywords import from the rooms that use them',
    file: 'lambdas/domain/keywords/own-texts.ts',
    find: "import { normalise } from './normalise.ts';",
    replace: "import '../notice/template-texts.ts';\nimport { normalise } from './normalise.ts';",
    tests: ['test/architecture/boundaries'],
  },
  {
    name: 'who reads a language that we lack is spoken to in another than English',
    file: 'lambdas/domain/languages/language.ts',
    find: "return ownLanguage(locale) ?? 'en';",
    replace: "return ownLanguage(locale) ?? 'es';",
    tests: ['test/domain/replies', 'test/edge/pages/texts'],
  },
  {
    name: 'a region hides the language',
    file: 'lambdas/domain/languages/language.ts',
    find: 'locale.toLowerCase().split(/[-_]/)[0]',
    replace: 'locale.toLowerCase().split(/_/)[0]',
    tests: ['test/domain/replies', 'test/edge/pages/texts'],
  },
  {
    name: 'the short sentence of agreement is known in English only',
    file: 'lambdas/domain/collection/chat-words.ts',
    find: 'chatTable[language].shortAgreement === words',
    replace: "language === 'en' && chatTable[language].shortAgreement === words",
    tests: ['test/domain/collection'],
  },
  {
    name: 'a no in a language that we speak leaves no doubt',
    file: 'lambdas/domain/collection/doubts.ts',
    find: '...languages.map((language) => doubtsTable[language].denials)',
    replace: '...languages.slice(0, -1).map((language) => doubtsTable[language].denials)',
    tests: ['test/domain/collection'],
  },
  {
    name: 'a verb that says no inside itself leaves no doubt',
    file: 'lambdas/domain/languages/tr/doubts.ts',
    find: "insideWords: 'm[iu]yor'",
    replace: "insideWords: 'm[iu]yoz'",
    tests: ['test/domain/collection'],
  },
  {
    name: 'sentences are looked for in Latin letters only',
    file: 'lambdas/domain/keywords/phrases.ts',
    find: 'letters: lettersOf(scripts),',
    replace: "letters: lettersOf(['Latin']),",
    tests: ['test/domain/keywords/corpus'],
  },
  {
    name: 'the questions that we ask are not known as ours',
    file: 'lambdas/domain/keywords/own-texts.ts',
    find: '[agreementTable[language].ask, agreementTable[language].howToStop]',
    replace: '[agreementTable[language].ask]',
    tests: ['test/domain/keywords/own-texts'],
  },
  {
    name: 'the ways out that businesses publish are not known as ours',
    file: 'lambdas/domain/keywords/own-texts.ts',
    find: '[wayOutTable[language].starter, wayOutTable[language].footer]',
    replace: '[wayOutTable[language].footer]',
    tests: ['test/domain/keywords/own-texts'],
  },
  {
    name: 'a reaction in one language is taken for the words of a person',
    file: 'lambdas/domain/keywords/quoted-text.ts',
    find: "new Set(wordsOfAll('reactions'))",
    replace: "new Set(wordsOfAll('reactions').slice(0, 13))",
    tests: ['test/domain/keywords'],
  },
  {
    name: 'the linter believes a language in a script that its readers do not read',
    file: 'lambdas/domain/languages/hi/lint.ts',
    find: "script: 'Devanagari',",
    replace: "script: 'Latin',",
    tests: ['test/domain/notice/lint'],
  },
];
