import { useApp } from '../../app-context.ts';
import { ChecksField, RadiosField } from '../../kit/choice-fields.tsx';
import { type FormState, LongTextField, SelectField } from '../../kit/form.tsx';
import { useNotices } from '../../points/points.ts';
import { vocabularyWords } from '../../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { at, columnAt } from '../columns/mapping.ts';
import { importsWords } from '../words/imports-words.ts';

interface AboutProps {
  readonly form: FormState;
}

/** Where the business can have heard it. */
const places = ['import', 'paper', 'point-of-sale', 'web-form', 'call-centre', 'email', 'ivr', 'api'] as const;

function PlaceField({ form }: AboutProps) {
  const t = useWords(importsWords);
  const { sources } = useWords(vocabularyWords);
  return (
    <SelectField
      form={form}
      pointer={at.source}
      label={t.source}
      choices={places.map((each) => [each, sources[each]] as const)}
    />
  );
}

function PurposesField({ form, label }: AboutProps & { readonly label: string }) {
  const t = useWords(importsWords);
  const { purposes } = useApp();
  return (
    <ChecksField
      form={form}
      pointer={at.purposes}
      label={label}
      hint={t.purposesHint}
      optional={(form.values[columnAt('purposes')] ?? '') !== ''}
      choices={purposes.map(({ purposeId, name }) => [purposeId, name] as const)}
    />
  );
}

/** Yeses: to what, where, and after which words. */
export function YesFields({ form }: AboutProps) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  const notices = useNotices().data?.data ?? [];
  const notice = notices.find(({ noticeId }) => noticeId === form.values[at.notice]);
  const versions = Array.from({ length: notice?.latestVersion ?? 0 }, (_, n) =>
    String((notice?.latestVersion ?? 0) - n),
  );
  const choose: typeof form.set = (pointer, value) => {
    const chosen = notices.find(({ noticeId }) => noticeId === value);
    form.set(at.version, chosen === undefined ? '' : String(chosen.latestVersion));
    form.set(pointer, value);
  };
  return (
    <>
      <PurposesField form={form} label={t.purposes} />
      <PlaceField form={form} />
      {notices.length > 0 && (
        <SelectField
          form={{ ...form, set: choose }}
          pointer={at.notice}
          label={t.notice}
          hint={t.noticeHint}
          choices={[['', t.noNotice], ...notices.map(({ noticeId }) => [noticeId, noticeId] as const)]}
        />
      )}
      {versions.length > 1 && (
        <SelectField
          form={form}
          pointer={at.version}
          label={t.version}
          choices={versions.map((each) => [each, fill(t.versionOf, { n: number(Number(each)) })] as const)}
        />
      )}
    </>
  );
}

/** Noes: to everything, unless somebody says less. */
export function NoFields({ form }: AboutProps) {
  const t = useWords(importsWords);
  return (
    <>
      <RadiosField
        form={form}
        pointer={at.noTo}
        label={t.noTo}
        choices={[
          ['all', t.noToAll],
          ['marketing', t.noToMarketing],
          ['some', t.noToSome],
        ]}
      />
      {form.values[at.noTo] === 'some' && <PurposesField form={form} label={t.noToSome} />}
      <PlaceField form={form} />
    </>
  );
}

/** The business's own list: onto it or off it, what stops, and why. */
export function ListFields({ form }: AboutProps) {
  const t = useWords(importsWords);
  return (
    <>
      <RadiosField
        form={form}
        pointer={at.lift}
        label={t.listAct}
        choices={[
          ['', t.putOn],
          ['lift', t.takeOff],
        ]}
      />
      {form.values[at.lift] !== 'lift' && (
        <RadiosField
          form={form}
          pointer={at.scope}
          label={t.scope}
          choices={[
            ['all', t.scopes.all],
            ['marketing', t.scopes.marketing],
          ]}
        />
      )}
      <LongTextField
        form={form}
        pointer={at.reason}
        label={t.reason}
        hint={t.reasonHint}
        rows={2}
        optional={(form.values[columnAt('reason')] ?? '') !== ''}
      />
    </>
  );
}
