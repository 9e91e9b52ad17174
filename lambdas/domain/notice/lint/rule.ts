import type { LintFinding, WordingProfile } from '../notice.ts';
import type { LintDocument, LocalLaw } from './lint-document.ts';
import type { Piece, PieceRole } from './piece.ts';
import { type LintPhrases, wordsFor } from './words/words-for.ts';

/** A document ready to be looked at. */
export interface Reading {
  readonly document: LintDocument;
  readonly pieces: readonly Piece[];
  readonly profile: WordingProfile;
  readonly laws: readonly LocalLaw[];
}

/** What a rule found; `lint` adds the rule's name. */
export type Found = Omit<LintFinding, 'rule'>;

/** One rule of the linter. Its reason and source stand in the docstring of its file and in docs/linter.md. */
export interface LintRule {
  /** Kebab-case; stored with published notices, so never renamed. */
  readonly name: string;
  readonly check: (reading: Reading) => readonly Found[];
}

/** What a rule says about one stretch of text; the pointer is that of the text. */
export type FoundInPiece = Omit<Found, 'pointer'>;

/** A rule about single stretches of text: those of the named roles, whatever the document. */
export function pieceRule(
  name: string,
  roles: readonly PieceRole[] | 'all',
  check: (piece: Piece, reading: Reading) => FoundInPiece | undefined,
): LintRule {
  return {
    name,
    check: (reading) =>
      reading.pieces
        .filter(({ role }) => roles === 'all' || roles.includes(role))
        .flatMap((piece) => {
          const found = check(piece, reading);
          return found === undefined ? [] : [{ ...found, pointer: piece.pointer }];
        }),
  };
}

/** A rule about the words of a language: it is silent about languages that we have no words of. */
export function wordRule(
  name: string,
  roles: readonly PieceRole[],
  check: (piece: Piece, words: LintPhrases, reading: Reading) => FoundInPiece | undefined,
): LintRule {
  return pieceRule(name, roles, (piece, reading) => {
    const words = wordsFor(piece.locale);
    return words === undefined ? undefined : check(piece, words, reading);
  });
}

/** An error under the strict profile, a warning under the other. */
export function strictly({ profile }: Reading): 'error' | 'warning' {
  return profile === 'strict' ? 'error' : 'warning';
}

/** What a notice under the strict profile says in a field of its own, and a text does not. */
export function lacks(
  { document, profile }: Reading,
  field: 'benefits' | 'frequency' | 'privacy',
  detail: string,
  fix: string,
): readonly Found[] {
  if (document.kind !== 'notice' || profile !== 'strict') return [];
  return document.texts.flatMap((text, at): readonly Found[] =>
    text[field] === undefined ? [{ severity: 'error', pointer: `/texts/${at}/${field}`, detail, fix }] : [],
  );
}
