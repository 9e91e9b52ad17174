import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { ChecksField } from '../kit/choice-fields.tsx';
import { type FormState, LongTextField, TextField } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { countOf, textAt, weekdays, withoutRow } from './draft.ts';
import { repliesWords } from './words/replies-words.ts';

interface FieldsProps {
  readonly form: FormState;
  /** In which language the texts are shown. */
  readonly locale: string;
}

function Section({ title, does, children }: { title: string; does?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="panel reply-section" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {does !== undefined && <p class="hint">{does}</p>}
      </div>
      {children}
    </section>
  );
}

const setAll = (form: FormState, changed: { readonly [pointer: string]: string }) => {
  for (const [pointer, value] of Object.entries(changed)) form.set(pointer, value);
};

/** To the first message of a conversation. */
export function GreetingFields({ form, locale }: FieldsProps) {
  const t = useWords(repliesWords);
  return (
    <Section title={t.greeting}>
      <LongTextField
        form={form}
        key={locale}
        pointer={textAt('/greeting', locale)}
        label={t.greetingText}
        hint={t.greetingHint}
        rows={3}
        optional
      />
    </Section>
  );
}

/** Outside opening hours. */
export function AwayFields({ form, locale }: FieldsProps) {
  const t = useWords(repliesWords);
  const { number } = useSpeech();
  const { timeZone } = useApp();
  const count = countOf(form.values, 'hours');
  const isOn = form.values['/away'] === ticked;
  const add = () => {
    const days = weekdays.slice(0, 5).join('\n');
    const at = `/hours/${count}`;
    setAll(form, { [`${at}/days`]: days, [`${at}/from`]: '09:00', [`${at}/to`]: '18:00' });
    form.set('/hours-count', String(count + 1));
  };
  return (
    <Section title={t.away}>
      <TickField
        form={form}
        pointer="/away"
        label={t.awayOn}
        hint={fill(t.awayHint, { zone: timeZone.replaceAll('_', ' ') })}
      />
      {isOn && (
        <>
          {Array.from({ length: count }, (_, n) => (
            <fieldset class="row-set" key={n}>
              <legend>{fill(t.hours, { n: number(n + 1) })}</legend>
              <ChecksField
                form={form}
                pointer={`/hours/${n}/days`}
                label={t.days}
                choices={weekdays.map((day) => [day, t.weekdays[day]])}
              />
              <div class="row-fields">
                <TextField form={form} pointer={`/hours/${n}/from`} label={t.opens} type="time" dir="ltr" />
                <TextField
                  form={form}
                  pointer={`/hours/${n}/to`}
                  label={t.closes}
                  hint={t.closesHint}
                  type="time"
                  dir="ltr"
                />
              </div>
              <Button look="quiet" onClick={() => setAll(form, withoutRow(form.values, 'hours', n))}>
                {t.remove}
              </Button>
            </fieldset>
          ))}
          <div class="row-acts">
            <Button onClick={add}>{t.addHours}</Button>
          </div>
          <LongTextField form={form} key={locale} pointer={textAt('/away', locale)} label={t.awayText} rows={3} />
        </>
      )}
    </Section>
  );
}

/** To words of people. */
export function KeywordFields({ form, locale }: FieldsProps) {
  const t = useWords(repliesWords);
  const { number } = useSpeech();
  const count = countOf(form.values, 'keywords');
  return (
    <Section title={t.keywords} does={t.keywordsDo}>
      {Array.from({ length: count }, (_, n) => (
        <fieldset class="row-set" key={n}>
          <legend>{fill(t.keyword, { n: number(n + 1) })}</legend>
          <TextField form={form} pointer={`/keywords/${n}/words`} label={t.words} hint={t.wordsHint} />
          <LongTextField
            form={form}
            key={locale}
            pointer={textAt(`/keywords/${n}`, locale)}
            label={t.answer}
            rows={2}
          />
          <Button look="quiet" onClick={() => setAll(form, withoutRow(form.values, 'keywords', n))}>
            {t.remove}
          </Button>
        </fieldset>
      ))}
      {count < 20 && (
        <div class="row-acts">
          <Button onClick={() => form.set('/keywords-count', String(count + 1))}>{t.addKeyword}</Button>
        </div>
      )}
    </Section>
  );
}

/** The way to a human, and the pause. */
export function HumanFields({ form }: FieldsProps) {
  const t = useWords(repliesWords);
  return (
    <Section title={t.human}>
      <TickField form={form} pointer="/human" label={t.humanOn} hint={t.humanHint} />
      <TextField form={form} pointer="/minimumSeconds" label={t.pause} hint={t.pauseHint} dir="ltr" optional />
    </Section>
  );
}
