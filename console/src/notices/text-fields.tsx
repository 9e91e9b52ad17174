import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { type FormState, LongTextField, TextField } from '../kit/form.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { at, purposeAt, purposesOf } from './draft.ts';
import { Findings } from './findings.tsx';
import type { Finding } from './use-findings.ts';
import { noticesWords } from './words/notices-words.ts';

export interface TextFieldsProps {
  readonly form: FormState;
  /** The place of the text. */
  readonly n: number;
  readonly findingsOf: (pointer: string) => readonly Finding[];
  /** Takes our words for a field, where we have others than stand there. */
  readonly ours: (pointer: string) => (() => void) | undefined;
}

/** The words of one language, in the order in which people read them. */
export function TextFields({ form, n, findingsOf, ours }: TextFieldsProps) {
  const t = useWords(noticesWords);
  const app = useApp();
  const withFindings = (pointer: string, field: ComponentChildren) => (
    <div key={pointer}>
      {field}
      <Findings of={findingsOf(pointer)} ours={ours(pointer)} />
    </div>
  );
  const line = (part: 'businessName' | 'heading' | 'incentive', optional = false) =>
    withFindings(
      at(n, part),
      <TextField form={form} pointer={at(n, part)} label={t.parts[part]} hint={t.hints[part]} optional={optional} />,
    );
  const long = (part: 'benefits' | 'agreement' | 'frequency' | 'howToStop' | 'privacy/text', rows = 2) =>
    withFindings(
      at(n, part),
      <LongTextField form={form} pointer={at(n, part)} label={t.parts[part]} hint={t.hints[part]} rows={rows} />,
    );
  return (
    <>
      {line('heading')}
      {line('incentive', true)}
      {long('benefits')}
      <fieldset>
        <legend>{t.parts.purposes}</legend>
        <p class="hint">{t.hints.purposes}</p>
        {purposesOf(form.values).map((purposeId) => {
          const name = app.purposes.find((each) => each.purposeId === purposeId)?.name ?? purposeId;
          const pointer = purposeAt(n, purposeId);
          return withFindings(
            pointer,
            <TextField form={form} pointer={pointer} label={fill(t.purposeWords, { purpose: name })} />,
          );
        })}
      </fieldset>
      {long('agreement', 3)}
      {long('frequency')}
      {long('howToStop', 3)}
      {long('privacy/text', 3)}
      {withFindings(
        at(n, 'privacy/url'),
        <TextField form={form} pointer={at(n, 'privacy/url')} label={t.parts['privacy/url']} type="url" dir="ltr" />,
      )}
      {line('businessName')}
    </>
  );
}
