import type { PlantedFault } from './planted-fault.ts';

const replyWords = 'lambdas/domain/replies/reply-words.ts';
const replies = ['test/domain/replies', 'test/handlers/send-replies'];

/** In which language and by which names people are spoken to, and what pages show of numbers and dates. */
export const wordsFaults: readonly PlantedFault[] = [
  {
    name: 'who read the notice in one language is answered in that of the app',
    file: replyWords,
    find: 'const locale = text?.locale ?? covered[0]?.app.locale',
    replace: 'const locale = covered[0]?.app.locale',
    tests: replies,
  },
  {
    name: 'a reply names purposes as the app has them, not as the person read them',
    file: replyWords,
    find: 'words.find((each) => each.purposeId === purposeId)?.text ?? name',
    replace: 'words.find((each) => each.purposeId === name)?.text ?? name',
    tests: replies,
  },
  {
    name: 'a reply to an opt-in promises whatever else the person gets',
    file: replyWords,
    find: "kind === 'opt-in-confirmed' ? purposes : undefined",
    replace: "kind === 'start-confirmed' ? purposes : undefined",
    tests: replies,
  },
  {
    name: 'words that were published after the act stand in for those that were shown',
    file: replyWords,
    find: 'toSeconds(version.publishedAt) > toSeconds(shownAt)',
    replace: 'false',
    tests: replies,
  },
  {
    name: 'two numbers that end alike look the same',
    file: 'lambdas/edge/pages/parts/masked-number.ts',
    find: 'shown += 2;',
    replace: 'break;',
    tests: ['test/edge/pages/points/end-page'],
  },
  {
    name: 'numbers with the same four last digits look the same',
    file: 'lambdas/edge/pages/parts/masked-number.ts',
    find: 'while (shown < digits.length',
    replace: 'while (shown < 4',
    tests: ['test/edge/pages/points/end-page'],
  },
  {
    name: 'a British shop dates its pages as an American one',
    file: 'lambdas/edge/pages/parts/date-locale.ts',
    find: ' ? textLocale : locale',
    replace: ' ? textLocale : textLocale',
    tests: ['test/edge/pages/parts/date-locale'],
  },
];
