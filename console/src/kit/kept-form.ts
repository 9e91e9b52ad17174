import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../client/src/index.ts';
import { type FormState, useForm, type Values } from './form.tsx';

/** What was typed and not stored yet, in this tab: it outlives a reload and a walk through other rooms. */
export const drafts = {
  read(name: string): Values | undefined {
    try {
      const text = sessionStorage.getItem(`draft:${name}`);
      return text === null ? undefined : (JSON.parse(text) as Values);
    } catch {
      return undefined;
    }
  },
  write(name: string, values: Values): void {
    try {
      sessionStorage.setItem(`draft:${name}`, JSON.stringify(values));
    } catch {
      // A browser that keeps nothing: it stands on the screen all the same.
    }
  },
  forget(name: string): void {
    try {
      sessionStorage.removeItem(`draft:${name}`);
    } catch {
      // Nothing was kept.
    }
  },
};

export interface KeptForm extends FormState {
  /** Something was typed that is not stored. */
  readonly isChanged: boolean;
  /** Gives up what was typed. */
  discard(): void;
}

const same = (one: Values, other: Values): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? '') === (other[key] ?? ''));

/**
 * A form whose values outlive its screen, until they are stored.
 *
 * @param name of the draft: one for each thing that is edited
 * @param start what is stored now; the form begins with it, or with the draft where there is one
 */
export function useKeptForm<Result>(
  name: string,
  start: Values,
  send: (values: Values, eventId: string) => Promise<Result>,
  done: (result: Result) => void,
  more: { readonly [code: string]: string } = {},
): KeptForm {
  const [begun] = useState<Values>(() => ({ ...start, ...drafts.read(name) }));
  const form = useForm(begun, send, done, more);
  const isChanged = !same(form.values, start);
  useEffect(() => {
    if (isChanged) drafts.write(name, form.values);
    else drafts.forget(name);
  }, [name, form.values, isChanged]);
  return {
    ...form,
    isChanged,
    discard() {
      for (const pointer of Object.keys(form.values)) form.set(pointer, start[pointer] ?? '');
    },
  };
}

/** Faults that are seen before anything is sent, told as those of the API are. */
export function foundHere(faults: readonly { readonly pointer: string; readonly code: string }[]): ProblemError {
  const errors = faults.map((fault) => ({ ...fault, detail: fault.code }));
  return new ProblemError({ code: 'invalid-input', detail: '', errors }, new Response(null, { status: 422 }));
}
