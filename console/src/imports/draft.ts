import { useEffect } from 'preact/hooks';
import { kept } from '../kept.ts';
import { type FormState, useForm, type Values } from '../kit/form.tsx';
import { useWords } from '../words/use-words.ts';
import type { ChosenFile } from './file/read-file.ts';
import { importsWords } from './words/imports-words.ts';

/** An import that is being put together. It lives as long as the page: a file cannot be kept longer than that. */
export interface Draft {
  readonly appId: string;
  /** By the pointers of the mapping. */
  readonly values: Values;
  readonly file?: ChosenFile;
  /** What was filled in comes from the last file with the same columns. */
  readonly isRemembered?: boolean;
  /** It has been begun, and this file was sent for it. */
  readonly sent?: { readonly importId: string; readonly kind: string; readonly content: Blob };
}

export const draft = kept<Draft | undefined>(undefined);

/** The draft of this business; another one's is no concern of it. */
export const draftOf = (appId: string): Draft => {
  const current = draft.read();
  return current?.appId === appId
    ? current
    : { appId, values: { '/source': 'import', '/scope': 'all', 'no-to': 'all' } };
};

export const changeDraft = (appId: string, change: Partial<Draft>): void =>
  draft.write({ ...draftOf(appId), ...change });

/**
 * The form of one step: what is typed goes into the draft at once, so that the steps before and after know it.
 *
 * @param send checks it, or sends it
 */
export function useStep<Result>(
  appId: string,
  send: (values: Values) => Promise<Result>,
  done: (result: Result) => void,
): FormState {
  const { faults } = useWords(importsWords);
  const form = useForm(draftOf(appId).values, send, done, faults);
  useEffect(() => changeDraft(appId, { values: form.values }), [form.values]);
  return form;
}
