import { createHmac, randomBytes } from 'node:crypto';
import { pointIdOf } from '../../domain/collection/collection-point.ts';
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

/** The points that are made by themselves: of one app, kind and number always the same, and nobody can guess it. */
export function referenceOf(identifierKey: string): (appId: string, kind: string, phone: string) => string {
  return (appId, kind, phone) => {
    const seed = createHmac('sha256', identifierKey).update(`point|${appId}|${kind}|${phone}`).digest();
    return pointIdOf(referenceFrom('point', seed));
  };
}
