import { type App, useApp } from '../app-context.ts';
import { idOf } from '../apps/id-of.ts';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField, type Values } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { type AppChange, rowsOf, useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const categories = ['marketing', 'utility', 'authentication'] as const;

const valuesOf = ({ purposes }: App): Values => ({
  '/purposes-count': String(purposes.length),
  ...Object.assign(
    {},
    ...purposes.map(({ name, category, validForDays, keywordOptIn }, n) => ({
      [`/purposes/${n}/name`]: name,
      [`/purposes/${n}/category`]: category,
      [`/purposes/${n}/validForDays`]: validForDays === undefined ? '' : String(validForDays),
      [`/purposes/${n}/keywordOptIn`]: keywordOptIn === true ? ticked : '',
    })),
  ),
});

/** What messages are for. Purposes are changed and added, never taken away: what people said rests on them. */
export function PurposesPanel() {
  const t = useWords(settingsWords);
  const { categories: kinds } = useWords(vocabularyWords);
  const { number } = useSpeech();
  const { purposes: stored } = useApp();
  const form = useSettings('purposes', valuesOf, changeOf);
  const count = Math.max(rowsOf(form.values, 'purposes'), stored.length);
  return (
    <Panel title={t.purposes} does={t.purposesDo} form={form}>
      {Array.from({ length: count }, (_, n) => {
        const at = `/purposes/${n}`;
        const was = stored[n];
        return (
          <fieldset class="row-set" key={n}>
            <legend>{was?.name ?? fill(t.newPurpose, { n: number(n + 1) })}</legend>
            <div class="row-fields">
              <TextField form={form} pointer={`${at}/name`} label={t.purposeName} hint={t.purposeNameHint} />
              <SelectField
                form={form}
                pointer={`${at}/category`}
                label={t.category}
                hint={t.categoryHint}
                choices={categories.map((each) => [each, kinds[each]])}
              />
              <TextField
                form={form}
                pointer={`${at}/validForDays`}
                label={t.validForDays}
                hint={t.validHint}
                dir="ltr"
                optional
              />
            </div>
            <TickField form={form} pointer={`${at}/keywordOptIn`} label={t.keywordOptIn} hint={t.keywordHint} />
            {was?.category === 'marketing' && form.values[`${at}/category`] !== 'marketing' && (
              <p class="note">{t.wasMarketing}</p>
            )}
          </fieldset>
        );
      })}
      <div class="row-acts">
        <Button
          onClick={() => {
            form.set(`/purposes/${count}/category`, 'marketing');
            form.set('/purposes-count', String(count + 1));
          }}
        >
          {t.addPurpose}
        </Button>
        {count > stored.length && (
          <Button
            look="quiet"
            onClick={() => {
              for (const field of ['name', 'category', 'validForDays', 'keywordOptIn'])
                form.set(`/purposes/${count - 1}/${field}`, '');
              form.set('/purposes-count', String(count - 1));
            }}
          >
            {t.removePurpose}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function changeOf(values: Values, { purposes: stored }: App): AppChange {
  const count = Math.max(rowsOf(values, 'purposes'), stored.length);
  const taken = new Set(stored.map(({ purposeId }) => purposeId));
  const purposes = Array.from({ length: count }, (_, n) => {
    const typed = (field: string): string => values[`/purposes/${n}/${field}`]?.trim() ?? '';
    const days = typed('validForDays');
    return {
      purposeId: stored[n]?.purposeId ?? freeId(typed('name'), taken),
      name: typed('name'),
      category: typed('category'),
      // What is no number is the API's to refuse, beside its field.
      ...(days !== '' && { validForDays: /^\d+$/.test(days) ? Number(days) : days }),
      ...(typed('keywordOptIn') === ticked && { keywordOptIn: true }),
    };
  });
  return { purposes } as AppChange;
}

/** An id out of a name that no purpose has yet. */
function freeId(name: string, taken: Set<string>): string {
  const wanted = idOf(name);
  let [id, n] = [wanted, 2];
  while (taken.has(id)) {
    id = `${wanted}-${n}`;
    n += 1;
  }
  taken.add(id);
  return id;
}
