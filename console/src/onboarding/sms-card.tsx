import { useApp } from '../app-context.ts';
import { Copyable } from '../kit/copyable.tsx';
import { phoneText } from '../users/phone-number.tsx';
import { directionOf } from '../words/language.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Card } from './onboarding.tsx';
import { onboardingWords } from './words/onboarding-words.ts';

/** The SMS by which people opt in: what to send and where, as it goes on a poster. */
export function SmsCard() {
  const t = useWords(onboardingWords);
  const { list, language } = useSpeech();
  // In a line that is read from right to left (UAX #9, LRI and PDI).
  const isolated = (part: string): string => (directionOf(language) === 'rtl' ? `\u2066${part}\u2069` : part);
  const { smsName, smsNumbers, purposes } = useApp();
  const granted = purposes.filter(({ keywordOptIn }) => keywordOptIn === true).map(({ name }) => name);
  const lacks = [
    ...(smsName === undefined ? [t.smsLacks.name] : []),
    ...(smsNumbers.length === 0 ? [t.smsLacks.number] : []),
    ...(granted.length === 0 ? [t.smsLacks.purpose] : []),
  ];
  return (
    <Card sign="M3 4h14v9H9l-4 3.5V13H3zM6.5 8.5h.01M10 8.5h.01M13.5 8.5h.01" title={t.sms}>
      {lacks.length > 0 || smsName === undefined ? (
        <>
          <p class="small">{t.smsWhy}</p>
          <p>{t.smsNotYet}</p>
          <ul class="small">
            {lacks.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{fill(t.smsGives, { purposes: list(granted) })}</p>
          <p class="sms-bubble" dir="ltr">
            OPTIN {smsName}
          </p>
          <ul class="mechanism-points">
            {smsNumbers.map(({ phone, country }) => (
              <li key={phone + country}>
                <bdi dir="ltr">{phoneText(phone)}</bdi>
              </li>
            ))}
          </ul>
          <Copyable
            label={t.smsPoster}
            as="words"
            text={fill(t.smsSentence, {
              text: isolated(`OPTIN ${smsName}`),
              numbers: smsNumbers.map(({ phone }) => isolated(phone)).join(' / '),
            })}
          />
        </>
      )}
    </Card>
  );
}
