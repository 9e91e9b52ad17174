import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Failure, failureOf } from '../api/failure.ts';
import { sessionIsOver } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure-note.tsx';
import type { Values } from './values.ts';
import { kitWords } from './words/kit-words.ts';

export type { Values };

export interface FormState {
  readonly values: Values;
  set(pointer: string, value: string): void;
  /** Sentences about this field. */
  faultsOf(pointer: string): readonly string[];
  /** A field says that it is there: faults of fields that are not are told above the form. */
  claim(pointer: string): void;
  readonly sending: boolean;
  readonly failure: Failure | undefined;
  readonly error: unknown;
  submit(): void;
  readonly unclaimed: readonly string[];
}

/**
 * A form that keeps what was typed until it is stored, shows all faults beside their fields, and never sends twice.
 *
 * @param send stores it; what it throws is shown. Sent again as it was, after a failure, it has the same `eventId` and the same time, so
 * that the API knows it for the act that it may have stored; with anything changed it is another act
 * @param more sentences for codes of faults that only this form can have
 */
export function useForm<Result>(
  start: Values,
  send: (values: Values, eventId: string, at: string) => Promise<Result>,
  done: (result: Result) => void,
  more: { readonly [code: string]: string } = {},
): FormState {
  const t = useWords(kitWords);
  const [values, setValues] = useState(start);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const tried = useRef<Act | undefined>(undefined);
  const inFlight = useRef(false);
  const claimed = useRef(new Set<string>());
  const failure = error === undefined ? undefined : failureOf(error);
  const said: { readonly [code: string]: string } = { ...t.faults, ...more };
  const sentence = ({ code, detail }: Failure['faults'][number]) => said[code] ?? detail;
  const isBelow = (pointer: string, field: string) => pointer === field || pointer.startsWith(`${field}/`);
  const faultsOf = (field: string) =>
    (failure?.faults ?? []).filter(({ pointer }) => isBelow(pointer, field)).map(sentence);

  return {
    values,
    sending,
    failure,
    error,
    faultsOf,
    claim: (pointer) => claimed.current.add(pointer),
    unclaimed: (failure?.faults ?? [])
      .filter(({ pointer }) => ![...claimed.current].some((field) => isBelow(pointer, field)))
      .map(sentence),
    set: (pointer, value) => setValues((before) => ({ ...before, [pointer]: value })),
    submit() {
      if (inFlight.current) return;
      inFlight.current = true;
      setSending(true);
      const act = actOf(values, tried.current);
      tried.current = act;
      send(values, act.eventId, act.at)
        .then(
          (result) => {
            setError(undefined);
            tried.current = undefined;
            done(result);
          },
          (failed: unknown) => {
            if (failureOf(failed).kind === 'signed-out') sessionIsOver();
            setError(failed);
          },
        )
        .finally(() => {
          inFlight.current = false;
          setSending(false);
        });
    },
  };
}

/** What was sent, or tried to: all that a repeat must say the same. */
interface Act {
  readonly said: string;
  readonly eventId: string;
  /** RFC 3339. */
  readonly at: string;
}

function actOf(values: Values, before: Act | undefined): Act {
  const said = JSON.stringify(Object.entries(values).sort());
  return before?.said === said ? before : { said, eventId: crypto.randomUUID(), at: new Date().toISOString() };
}

export interface FormProps {
  readonly form: FormState;
  /** On its button. */
  readonly act: string;
  readonly look?: 'primary' | 'danger';
  readonly onCancel?: () => void;
  /** What to do when nobody can say whether it was stored. @default - look first */
  readonly whenUnsure?: string;
  readonly children: ComponentChildren;
}

export function Form({ form, act, look = 'primary', onCancel, whenUnsure, children }: FormProps) {
  const t = useWords(kitWords);
  const { many } = useSpeech();
  const element = useRef<HTMLFormElement>(null);
  const { failure, error, unclaimed, sending } = form;
  useEffect(() => {
    if (failure !== undefined) element.current?.querySelector<HTMLElement>('[aria-invalid="true"], .note')?.focus();
  }, [error]);
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {children}
      {failure !== undefined && failure.faults.length > 0 && (
        <div class="note bad" role="alert" tabIndex={-1}>
          <p>
            {many(t.mend, new Set(failure.faults.map(({ pointer }) => pointer)).size).replace(
              /:$/,
              unclaimed.length > 0 ? ':' : '.',
            )}
          </p>
          {unclaimed.length > 0 && (
            <ul>
              {unclaimed.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {failure !== undefined && failure.faults.length === 0 && (
        <FailureNote error={error} unsure={whenUnsure ?? t.unsure} />
      )}
      <div class="form-acts">
        {onCancel !== undefined && <Button onClick={onCancel}>{t.cancel}</Button>}
        <Button type="submit" look={look} busy={sending}>
          {sending ? t.sending : act}
        </Button>
      </div>
    </form>
  );
}

export interface FieldProps {
  readonly form: FormState;
  /** In the body that is sent: `/whatsapp/phone`. */
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** A label, a hint and the faults of a field around whatever it is entered with. */
function Field({
  form,
  pointer,
  label,
  hint,
  optional = false,
  children,
}: FieldProps & { readonly children: (given: Described) => ComponentChildren }) {
  const t = useWords(kitWords);
  const id = useId();
  form.claim(pointer);
  const faults = form.faultsOf(pointer);
  return (
    <div class={faults.length > 0 ? 'field faulty' : 'field'}>
      <label for={id}>
        {label}
        {optional && <span class="small"> ({t.optional})</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        name: pointer,
        value: form.values[pointer] ?? '',
        'aria-invalid': faults.length > 0,
        'aria-describedby': `${hint === undefined ? '' : `${id}-hint `}${id}-faults`,
      })}
      <p class="faults" id={`${id}-faults`}>
        {faults.join(' ')}
      </p>
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'tel' | 'password' | 'url' | 'date' | 'time' | 'email';
  readonly autocomplete?: string;
  /** Digits, ids and addresses are written from left to right everywhere. */
  readonly dir?: 'ltr' | 'auto';
}

export function TextField({ type = 'text', autocomplete = 'off', dir = 'auto', ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(given) => (
        <input
          {...given}
          // Preact knows a type for each, and none for one of them.
          type={type as 'text'}
          dir={dir}
          autocomplete={autocomplete}
          spellcheck={false}
          onInput={(event) => field.form.set(field.pointer, event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function LongTextField({ rows = 4, ...field }: FieldProps & { readonly rows?: number }) {
  return (
    <Field {...field}>
      {(given) => (
        <textarea
          {...given}
          rows={rows}
          dir="auto"
          onInput={(event) => field.form.set(field.pointer, event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function SelectField({
  choices,
  ...field
}: FieldProps & { readonly choices: readonly (readonly [value: string, label: string])[] }) {
  return (
    <Field {...field}>
      {(given) => (
        <select {...given} onChange={(event) => field.form.set(field.pointer, event.currentTarget.value)}>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
