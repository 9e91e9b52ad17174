import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { type FormState, SelectField } from '../../kit/form.tsx';
import { TickField } from '../../kit/tick.tsx';
import { ticked } from '../../kit/ticked.ts';
import { languageName } from '../../notices/languages.ts';
import { allTemplates } from '../../templates/templates.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { at, byLocale } from './setting.ts';
import { telephoneWords } from './words/telephone-words.ts';

export interface PartProps {
  readonly form: FormState;
  /** The languages of the notice. */
  readonly locales: readonly string[];
}

/** Whether whoever rings is asked, and by which template in each language. */
export function MissedCalls({ form, locales }: PartProps) {
  const t = useWords(telephoneWords);
  const { language } = useSpeech();
  const { appId, whatsapp } = useApp();
  const templates = useQuery({
    queryKey: ['templates', appId, 'all'],
    enabled: whatsapp !== undefined,
    queryFn: () => allTemplates(appId),
  });
  const known = templates.data ?? [];
  const chosen = byLocale(form.values, at.welcome).map(([locale]) => locale);
  const fields = placed(form, at.welcome, chosen, '/telephone/welcome');
  const choicesFor = (locale: string): readonly (readonly [string, string])[] => {
    const value = form.values[at.welcome(locale)] ?? '';
    const isOf = (spelled: string) => spelled.split('_')[0] === locale.split('-')[0];
    const fitting = known.filter((each) => isOf(each.language));
    const names = fitting.map((each): readonly [string, string] => [
      `${each.name}/${each.language}`,
      `${each.name} · ${each.language}${each.status === 'approved' ? '' : ` (${t.notApproved})`}`,
    ]);
    const isListed = value === '' || names.some(([each]) => each === value);
    return [['', t.noTemplate], ...(isListed ? [] : [[value, value.replace('/', ' · ')] as const]), ...names];
  };
  return (
    <section class="panel">
      <h2>{t.missedCalls}</h2>
      <p class="hint">{t.missedDoes}</p>
      <TickField form={form} pointer={at.missedCalls} label={t.missedOn} hint={t.missedHint} />
      {(form.values[at.missedCalls] === ticked || chosen.length > 0) && (
        <>
          {[...new Set([...locales, ...chosen])].map((locale, n) => (
            <SelectField
              key={locale}
              form={fields}
              pointer={at.welcome(locale)}
              label={fill(t.welcome, { language: languageName(locale, language) })}
              {...(n === 0 && { hint: t.welcomeHint })}
              choices={choicesFor(locale)}
            />
          ))}
          {templates.data?.length === 0 && (
            <p class="note">
              {t.noTemplates} <Link href={`~/console/apps/${appId}/templates`}>{t.toTemplates}</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A form whose fields are found by their language, while faults name their place in the list that was sent. */
export function placed(
  form: FormState,
  pointerOf: (locale: string) => string,
  own: readonly string[],
  list: string,
): FormState {
  // What was sent may have been changed since.
  const sent = useMemo(() => own, [form.error]);
  return {
    ...form,
    claim: () => {
      for (const n of sent.keys()) form.claim(`${list}/${n}`);
    },
    faultsOf: (pointer) => {
      const n = sent.findIndex((locale) => pointerOf(locale) === pointer);
      return n < 0 ? [] : form.faultsOf(`${list}/${n}`);
    },
  };
}
