import { Button } from '../../kit/button.tsx';
import { type FormState, TextField } from '../../kit/form.tsx';
import { rowsOf } from '../../settings/use-settings.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { at } from './setting.ts';
import { telephoneWords } from './words/telephone-words.ts';

/** The numbers of the business that people call. */
export function Numbers({ form }: { readonly form: FormState }) {
  const t = useWords(telephoneWords);
  const { number } = useSpeech();
  const count = rowsOf(form.values, 'numbers');
  const remove = (gone: number) => {
    for (let n = gone; n < count; n += 1) form.set(at.number(n), form.values[at.number(n + 1)] ?? '');
    form.set(at.count, String(count - 1));
  };
  return (
    <fieldset class="number-rows">
      <legend>{t.numbers}</legend>
      <p class="hint">{t.numbersHint}</p>
      {Array.from({ length: count }, (_, n) => (
        <div class="number-row" key={n}>
          <TextField
            form={form}
            pointer={at.number(n)}
            label={fill(t.numberN, { n: number(n + 1) })}
            type="tel"
            dir="ltr"
          />
          <Button look="quiet" onClick={() => remove(n)}>
            {t.removeNumber}
          </Button>
        </div>
      ))}
      <div class="row-acts">
        <Button onClick={() => form.set(at.count, String(count + 1))}>{t.addNumber}</Button>
      </div>
    </fieldset>
  );
}
