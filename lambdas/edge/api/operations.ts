import type * as z from 'zod';
import type { Operations } from '../http/operation.ts';
import { problem } from './answer-fields.ts';
import { appAnswer } from './apps/answers.ts';
import { appChange, appSettings } from './apps/app.ts';
import { appNotes, appOperations } from './apps/operations.ts';
import { type FieldNote, sharedNotes } from './field-notes.ts';
import { issuedKeyAnswer, keyAnswer } from './keys/answers.ts';
import { newKey } from './keys/key.ts';
import { keyNotes, keyOperations } from './keys/operations.ts';

/** The declarations by capability. For the build and for tests: code that runs imports none of it but as types. */
export const capabilities = {
  apps: appOperations,
  keys: keyOperations,
} as const satisfies { readonly [capability: string]: Operations };

/** Words about schemas, to be put into the registry by whoever builds the document. */
export const fieldNotes: readonly FieldNote[] = [...sharedNotes, ...appNotes, ...keyNotes];

/** Schemas that a document names instead of repeating them. */
export const components: { readonly [name: string]: z.ZodType } = {
  Problem: problem,
  App: appAnswer,
  AppSettings: appSettings,
  AppChange: appChange,
  Key: keyAnswer,
  IssuedKey: issuedKeyAnswer,
  NewKey: newKey,
};
