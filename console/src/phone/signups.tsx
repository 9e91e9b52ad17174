import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

interface SignupsProps {
  readonly app: PhoneApp;
  readonly onSignUp: (signupId: string, name: string) => Promise<void>;
}

/** The signups of the business, as WhatsApp shows them: words, and one button. */
export function Signups({ app: { appId }, onSignUp }: SignupsProps) {
  const t = useWords(phoneWords);
  const signups = useQuery({
    queryKey: ['phone-signups', appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/signups', { params: { path: { appId } } })),
  });
  return (
    <>
      <p>{t.signUpWhy}</p>
      <Loaded of={signups}>
        {({ data }) => {
          const open = data.filter(({ status }) => status === 'active');
          return open.length === 0 ? (
            <p class="note">{t.noSignups}</p>
          ) : (
            <ul class="phone-signups">
              {open.map(({ signupId, name, signupMessage }) => (
                <li key={signupId}>
                  <p dir="auto">{signupMessage}</p>
                  <Button look="primary" onClick={() => void onSignUp(signupId, name)}>
                    {t.signUp}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}
