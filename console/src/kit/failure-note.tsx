import { failureOf } from '../api/failure.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Button } from './button.tsx';
import { kitWords } from './words/kit-words.ts';

/** Why something did not work, in its place, with what one can do. */
export function FailureNote({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const t = useWords(kitWords);
  const { kind, detail, requestId } = failureOf(error);
  return (
    <div class="note bad" role="alert">
      <p>
        <strong>{t.failures[kind]}</strong>
      </p>
      {(kind === 'changed-meanwhile' || kind === 'invalid' || kind === 'broken') && detail !== undefined && (
        <p lang="en" dir="ltr">
          {detail}
        </p>
      )}
      {requestId !== undefined && kind !== 'invalid' && <p class="small">{fill(t.requestId, { requestId })}</p>}
      {again !== undefined && <Button onClick={again}>{t.again}</Button>}
    </div>
  );
}
