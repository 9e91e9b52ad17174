import type { components } from '../api/client.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';

export type ConsentState = components['schemas']['User']['consent'][string]['state'];

const signs: Record<ConsentState, string> = {
  'never-asked': '—',
  pending: '…',
  'opted-in': '✓',
  'opted-out': '✕',
  expired: '⏳︎',
  erased: '✕',
};

/** Yes, no and what is between: a sign and a word, never a colour alone. With a name it is about that. */
export function Mark({ state, name }: { readonly state: ConsentState; readonly name?: string }) {
  const { states } = useWords(vocabularyWords);
  return (
    <span class={`mark ${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {name ?? states[state]}
      {name !== undefined && <span class="visually-hidden">: {states[state]}</span>}
    </span>
  );
}
