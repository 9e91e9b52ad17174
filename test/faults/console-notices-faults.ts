import type { PlantedFault } from './planted-fault.ts';

const draft = ['test/console/notice-draft'];

/** What the console makes of words before it sends them, and of colours that the API refused. */
export const consoleNoticesFaults: readonly PlantedFault[] = [
  {
    name: 'a language that is taken out of a notice leaves the words of another',
    file: 'console/src/notices/draft.ts',
    find: "root !== 'texts' || Number(index) < n",
    replace: "root !== 'texts' || Number(index) <= n",
    tests: draft,
  },
  {
    name: 'a finding about a purpose stands beside another purpose',
    file: 'console/src/notices/draft.ts',
    find: 'purposesOf(values)[Number(index)] ?? index',
    replace: 'purposesOf(values)[0] ?? index',
    tests: draft,
  },
  {
    name: 'a comparison of versions leaves words out at the end',
    file: 'console/src/notices/changes.ts',
    find: 'while (i < one.length || j < two.length)',
    replace: 'while (i < one.length && j < two.length)',
    tests: draft,
  },
  {
    name: 'a change of what people can choose is not told before publishing',
    file: 'console/src/notices/changes.ts',
    find: "...(purposeLines(earlier) === purposeLines(text) ? [] : (['purposes'] as const)),",
    replace: '',
    tests: draft,
  },
  {
    name: 'the colour that the console suggests is the one that was refused',
    file: 'console/src/brand/suggested-colours.ts',
    find: 'nearest: /nearest that passes[^#]*(#',
    replace: 'nearest: /(#',
    tests: draft,
  },
];
