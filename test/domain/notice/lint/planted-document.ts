import type { LintDocument, LocalLaw } from '../../../../lambdas/domain/notice/lint/lint-document.ts';
import type { WordingProfile } from '../../../../lambdas/domain/notice/notice.ts';

/**
 * What is wrong, the document, and everything that is found in it (`rule pointer`); by the strict profile and no law unless said
 * otherwise.
 */
export type PlantedDocument = readonly [
  what: string,
  document: LintDocument,
  found: readonly string[],
  by?: { readonly profile?: WordingProfile; readonly laws?: readonly LocalLaw[] },
];
