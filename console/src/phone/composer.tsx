import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/use-words.ts';
import { phoneWords } from './words/phone-words.ts';

/** Where a message is written. Enter sends, with Shift it begins a new line. */
export function Composer({
  start,
  note,
  send,
  onCancel,
}: {
  readonly start: string;
  readonly note: string;
  readonly send: (text: string) => Promise<void>;
  readonly onCancel: (() => void) | undefined;
}) {
  const t = useWords(phoneWords);
  const id = useId();
  const [text, setText] = useState(start);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (start !== '') box.current?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    await send(text);
    setText('');
    setBusy(false);
    box.current?.focus();
  };
  return (
    <form
      class={text.length > 40 ? 'composer long' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {note !== '' && text !== '' && <p class="small">{note}</p>}
      <label class="visually-hidden" for={id}>
        {t.message}
      </label>
      <textarea
        id={id}
        ref={box}
        rows={text.length > 60 ? 4 : 1}
        dir="auto"
        placeholder={t.message}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <div class="composer-acts">
        {onCancel !== undefined && <Button onClick={onCancel}>{t.cancel}</Button>}
        <button type="submit" class="composer-send" aria-disabled={busy}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 3.5 18 10 3 16.5 5 10zM5 10h7" />
          </svg>
          <span class="visually-hidden">{t.send}</span>
        </button>
      </div>
    </form>
  );
}
