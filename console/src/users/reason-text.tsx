import type { components } from '../api/client.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { usersWords } from './words/users-words.ts';

type Schemas = components['schemas'];

/** Of eligibility, or of the send gate, which has some of its own. */
export type Reason = (Schemas['Eligibility'] | Schemas['GateDecision'])['reasons'][number];

/** A reason in the language of the page; the API's own sentence, with its times and rule, is behind it. */
export function ReasonText({ reason: { code, since, detail, rule } }: { readonly reason: Reason }) {
  const t = useWords(usersWords);
  const { ago } = useSpeech();
  const how = since === undefined ? '' : ago(new Date(since), Date.now());
  const text = fill(t.reasons[code], { how }).replace(/\s+([.।])/, '$1');
  return (
    <span title={detail}>
      {text} {rule !== undefined && <code dir="ltr">{rule}</code>}
    </span>
  );
}
