import { type FailureKind, failureOf } from '../api/failure.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Button } from './button.tsx';
import { kitWords } from './words/kit-words.ts';

export interface FailureNoteProps {
  readonly error: unknown;
  readonly again?: () => void;
  /** Of something that was sent: what to do when the answer does not say whether it was stored. */
  readonly unsure?: string;
}

/** Kinds whose own sentence says more than ours. */
const tells: ReadonlySet<FailureKind> = new Set(['changed-meanwhile', 'invalid', 'broken']);

/** Why something did not work, in its place, with what one can do. */
export function FailureNote({ error, again, unsure }: FailureNoteProps) {
  const t = useWords(kitWords);
  const { kind, code, detail, requestId } = failureOf(error);
  const ofMeta = code === 'meta-not-set-up' || code === 'meta-refused' ? t.ofMeta[code] : undefined;
  const isUnsure = unsure !== undefined && (kind === 'offline' || kind === 'unavailable' || kind === 'broken');
  return (
    <div class="note bad" role="alert">
      <p>
        <strong>{ofMeta ?? (isUnsure && kind === 'offline' ? t.noConnection : t.failures[kind])}</strong>
      </p>
      {isUnsure && ofMeta === undefined && <p>{unsure}</p>}
      {detail !== undefined && (code === 'meta-refused' || (ofMeta === undefined && tells.has(kind))) && (
        <p lang="en" dir="ltr">
          {detail}
        </p>
      )}
      {requestId !== undefined && kind !== 'invalid' && <p class="small">{fill(t.requestId, { requestId })}</p>}
      {again !== undefined && <Button onClick={again}>{t.again}</Button>}
    </div>
  );
}
