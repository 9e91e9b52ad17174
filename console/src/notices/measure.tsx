import { useApp } from '../app-context.ts';
import { type FormState, SelectField } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { useWords } from '../words/use-words.ts';
import { laws, purposesOf } from './draft.ts';
import { noticesWords } from './words/notices-words.ts';

/** What the whole notice asks for, and what its words are measured by. */
export function Measure({ form }: { readonly form: FormState }) {
  const t = useWords(noticesWords);
  const app = useApp();
  const chosen = purposesOf(form.values);
  const choose = (purposeId: string, isIn: boolean) =>
    form.set('/purposes', [...chosen.filter((each) => each !== purposeId), ...(isIn ? [purposeId] : [])].join(','));
  return (
    <details class="measure">
      <summary>{t.more}</summary>
      <fieldset>
        <legend>{t.asksFor}</legend>
        {app.purposes.map(({ purposeId, name }) => (
          <label key={purposeId} class="plain-tick">
            <input
              type="checkbox"
              checked={chosen.includes(purposeId)}
              onChange={({ currentTarget }) => choose(purposeId, currentTarget.checked)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <SelectField
        form={form}
        pointer="/profile"
        label={t.profile}
        hint={t.profileHint}
        choices={[
          ['strict', t.profiles.strict],
          ['meta-minimum', t.profiles['meta-minimum']],
        ]}
      />
      <fieldset>
        <legend>{t.laws}</legend>
        <div class="row-fields">
          {laws.map((law) => (
            <TickField form={form} pointer={`/laws/${law}`} label={t.lawNames[law]} key={law} />
          ))}
        </div>
      </fieldset>
    </details>
  );
}
