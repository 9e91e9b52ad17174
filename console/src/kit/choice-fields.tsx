import { useId, useMemo } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import type { FieldProps } from './form.tsx';
import { linesOf } from './values.ts';
import { kitWords } from './words/kit-words.ts';

/** A choice: its value, its words, and what it means if they do not say it. */
export type Choice = readonly [value: string, label: string, hint?: string];

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** Boxes of which any can be ticked. The value is one ticked value a line, in the order of the choices. */
export function ChecksField({ form, pointer, choices, ...frame }: ChoicesProps) {
  const chosen = linesOf(form.values[pointer]);
  // Faults name a place in the list that was sent, which may have been changed since.
  const sent = useMemo(() => chosen, [form.error]);
  const faultsOf = (value: string) => {
    const place = sent.indexOf(value);
    return place < 0 ? [] : form.faultsOf(`${pointer}/${place}`);
  };
  const toggle = (value: string, isTicked: boolean) => {
    const ticked = choices.map(([each]) => each).filter((each) => (each === value ? isTicked : chosen.includes(each)));
    form.set(pointer, ticked.join('\n'));
  };
  return (
    <Choices form={form} pointer={pointer} {...frame} told={sent.flatMap(faultsOf)}>
      {(group) =>
        choices.map(([value, label, hint]) => (
          <OneChoice key={value} label={label} hint={hint} faults={faultsOf(value)}>
            <input
              type="checkbox"
              name={group}
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
            />
          </OneChoice>
        ))
      }
    </Choices>
  );
}

/** Buttons of which one is chosen. */
export function RadiosField({ form, pointer, choices, ...frame }: ChoicesProps) {
  return (
    <Choices form={form} pointer={pointer} {...frame} told={[]}>
      {(group) =>
        choices.map(([value, label, hint]) => (
          <OneChoice key={value} label={label} hint={hint} faults={[]}>
            <input
              type="radio"
              name={group}
              checked={form.values[pointer] === value}
              onChange={() => form.set(pointer, value)}
            />
          </OneChoice>
        ))
      }
    </Choices>
  );
}

interface FrameProps extends FieldProps {
  /** Faults that stand beside their choices. */
  readonly told: readonly string[];
  readonly children: (group: string) => preact.ComponentChildren;
}

function Choices({ form, pointer, label, hint, optional = false, told, children }: FrameProps) {
  const t = useWords(kitWords);
  const id = useId();
  form.claim(pointer);
  const faults = form.faultsOf(pointer).filter((each) => !told.includes(each));
  const isFaulty = faults.length + told.length > 0;
  return (
    <fieldset
      class={isFaulty ? 'choices faulty' : 'choices'}
      aria-describedby={`${id}-hint ${id}-faults`}
      data-pointer={pointer}
      tabIndex={isFaulty ? -1 : undefined}
      aria-invalid={isFaulty}
    >
      <legend>
        {label}
        {optional && <span class="small"> ({t.optional})</span>}
      </legend>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children(id)}
      <p class="faults" id={`${id}-faults`}>
        {faults.join(' ')}
      </p>
    </fieldset>
  );
}

interface OneChoiceProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly faults: readonly string[];
  readonly children: preact.ComponentChildren;
}

const OneChoice = ({ label, hint, faults, children }: OneChoiceProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the box is its child
  <label class="choice">
    {children}
    <span>
      {label}
      {hint !== undefined && <span class="hint">{hint}</span>}
      {faults.length > 0 && <span class="faults">{faults.join(' ')}</span>}
    </span>
  </label>
);
