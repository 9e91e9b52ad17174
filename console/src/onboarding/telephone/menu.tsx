import { LongTextField } from '../../kit/form.tsx';
import { TickField } from '../../kit/tick.tsx';
import { ticked } from '../../kit/ticked.ts';
import { languageName } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { type PartProps, placed } from './missed-calls.tsx';
import { at, byLocale } from './setting.ts';
import { telephoneWords } from './words/telephone-words.ts';

/** Whether a pressed key is a request, and after which first words. */
export function Menu({ form, locales }: PartProps) {
  const t = useWords(telephoneWords);
  const { language } = useSpeech();
  const own = byLocale(form.values, at.greeting).map(([locale]) => locale);
  const fields = placed(form, at.greeting, own, '/telephone/ivr/greetings');
  return (
    <section class="panel">
      <h2>{t.ivr}</h2>
      <p class="hint">{t.ivrDoes}</p>
      <TickField form={form} pointer={at.ivr} label={t.ivrOn} hint={t.ivrHint} />
      {(form.values[at.ivr] === ticked || own.length > 0) && (
        <>
          <TickField form={form} pointer={at.offersNo} label={t.offersNo} hint={t.offersNoHint} />
          {[...new Set([...locales, ...own])].map((locale, n) => (
            <LongTextField
              key={locale}
              form={fields}
              pointer={at.greeting(locale)}
              label={fill(t.greeting, { language: languageName(locale, language) })}
              {...(n === 0 && { hint: t.greetingHint })}
              rows={2}
              optional
            />
          ))}
        </>
      )}
    </section>
  );
}
