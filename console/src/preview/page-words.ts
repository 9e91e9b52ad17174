import said from './page-words.json' with { type: 'json' };

/** What a page of ours says by itself in each of its languages; test/console/page-words.test.ts writes the file: `npx vitest run test/console/page-words -u`. */
export interface PageWords {
  readonly pick: string;
  readonly go: string;
  readonly confirm: string;
  readonly privacy: string;
  readonly byBusiness: string;
  readonly thisNumber: string;
}

export const pageWords: { readonly [language: string]: PageWords } = said;
