import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import type { SignupWithTexts } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

/** Every text that a signup had, the newest first, each with the time in which it stood there. */
export function SignupHistory({ of: { texts, locale = 'en' } }: { readonly of: SignupWithTexts }) {
  const t = useWords(signupsWords);
  const { date, time } = useSpeech();
  const at = (moment: string) => `${date(new Date(moment))}, ${time(new Date(moment))}`;
  return (
    <section class="panel">
      <h2>{t.history}</h2>
      <p class="hint">{t.historyLead}</p>
      <ol class="signup-texts">
        {texts.map(({ signupMessage, confirmationMessage, since, hash }, n) => {
          const until = texts[n - 1]?.since;
          return (
            <li key={`${since} ${hash}`}>
              <p class="small">
                {until === undefined
                  ? `${fill(t.since, { time: at(since) })} · ${t.nowShown}`
                  : fill(t.between, { from: at(since), until: at(until) })}
              </p>
              <p lang={locale} dir="auto">
                {signupMessage}
              </p>
              <p lang={locale} dir="auto" class="small">
                {confirmationMessage}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
