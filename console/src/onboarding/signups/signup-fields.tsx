import { type FormState, LongTextField, TextField } from '../../kit/form.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { signupsWords } from './words/signups-words.ts';

/** What a signup says, and what of it can be changed later. */
export function SignupFields({ form }: { readonly form: FormState }) {
  const t = useWords(signupsWords);
  const { number } = useSpeech();
  const length = (pointer: string) => (
    <p class="small field-length" role="status">
      {fill(t.length, { n: number((form.values[pointer] ?? '').trim().length) })}
    </p>
  );
  return (
    <>
      <TextField form={form} pointer="/name" label={t.name} hint={t.nameHint} />
      <div>
        <LongTextField form={form} pointer="/signupMessage" label={t.message} hint={t.messageHint} rows={4} />
        {length('/signupMessage')}
      </div>
      <div>
        <LongTextField
          form={form}
          pointer="/confirmationMessage"
          label={t.confirmation}
          hint={t.confirmationHint}
          rows={4}
        />
        {length('/confirmationMessage')}
      </div>
      <TextField form={form} pointer="/promoCode" label={t.promo} hint={t.promoHint} dir="ltr" optional />
      <TextField form={form} pointer="/websiteUrl" label={t.website} type="url" dir="ltr" optional />
    </>
  );
}
