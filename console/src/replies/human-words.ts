import said from './human-words.json' with { type: 'json' };

/** What stands under an automatic reply in each language; test/console/human-words.test.ts writes the file: `npx vitest run test/console/human-words -u`. */
export const humanWords: { readonly [language: string]: { readonly button: string; readonly wayToHuman: string } } =
  said;
