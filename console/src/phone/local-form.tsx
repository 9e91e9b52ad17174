import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/use-words.ts';
import { phoneWords } from './words/phone-words.ts';

export interface LocalField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'url';
  readonly start?: string;
}

/** A small form of local mode, which says what is wrong in one sentence of its own; what was typed stays. */
export function LocalForm({
  fields,
  act,
  send,
  onCancel,
  children,
}: {
  readonly fields: readonly LocalField[];
  readonly act: string;
  readonly send: (values: { readonly [name: string]: string }) => Promise<void>;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}) {
  const t = useWords(phoneWords);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [complaint, setComplaint] = useState('');
  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      await send(Object.fromEntries(entries) as { [name: string]: string });
    } catch (error) {
      setComplaint(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {children}
      {fields.map(({ name, label, hint, type = 'text', start = '' }) => (
        <div class="field" key={name}>
          <label for={`${id}-${name}`}>{label}</label>
          {hint !== undefined && (
            <p class="hint" id={`${id}-${name}-hint`}>
              {hint}
            </p>
          )}
          <input
            id={`${id}-${name}`}
            name={name}
            type={type as 'text'}
            dir={type === 'text' ? 'auto' : 'ltr'}
            defaultValue={start}
            autocomplete="off"
            spellcheck={false}
            aria-describedby={hint === undefined ? undefined : `${id}-${name}-hint`}
          />
        </div>
      ))}
      {complaint !== '' && (
        <p class="note bad" role="alert" lang="en" dir="ltr">
          {complaint}
        </p>
      )}
      <div class="form-acts">
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button type="submit" look="primary" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}
