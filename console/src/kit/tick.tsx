import { useId } from 'preact/hooks';
import type { FieldProps } from './form.tsx';
import { ticked } from './ticked.ts';

/** A box to tick. */
export function TickField({ form, pointer, label, hint }: FieldProps) {
  const id = useId();
  form.claim(pointer);
  const faults = form.faultsOf(pointer);
  return (
    <div class="tick-field">
      <input
        type="checkbox"
        id={id}
        name={pointer}
        checked={form.values[pointer] === ticked}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => form.set(pointer, currentTarget.checked ? ticked : '')}
      />
      <div>
        <label for={id}>{label}</label>
        <div id={`${id}-hint`}>
          {hint !== undefined && <p class="hint">{hint}</p>}
          {faults.length > 0 && <p class="faults">{faults.join(' ')}</p>}
        </div>
      </div>
    </div>
  );
}
