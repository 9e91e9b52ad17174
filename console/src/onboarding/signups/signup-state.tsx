import { useWords } from '../../words/use-words.ts';
import type { Signup } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

/** Whether it takes people, and whether they count here: a sign and a word. */
export function SignupState({ of: { status, adopted } }: { readonly of: Signup }) {
  const { states } = useWords(signupsWords);
  const state = !adopted ? 'elsewhere' : status;
  const signs = { active: '✓', disabled: '‖', elsewhere: '…' } as const;
  return (
    <span class={`mark ${state === 'active' ? 'opted-in' : state === 'elsewhere' ? 'pending' : ''}`}>
      <span aria-hidden="true">{signs[state]}</span> {states[state]}
    </span>
  );
}
