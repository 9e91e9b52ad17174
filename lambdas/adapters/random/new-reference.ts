import { randomBytes } from 'node:crypto';
import {
  promptCodeFrom,
  type ReferenceKind,
  referenceFrom,
  referenceSeedLength,
} from '../../domain/collection/reference.ts';

/** A new reference that nobody can guess: 14 random letters. */
export function newReference(kind: ReferenceKind): string {
  return referenceFrom(kind, randomBytes(referenceSeedLength));
}

/** A new code of a prompt that nobody can guess. */
export function newPromptCode(): string {
  return promptCodeFrom(randomBytes(referenceSeedLength));
}
