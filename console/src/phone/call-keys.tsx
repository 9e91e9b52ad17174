import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { local } from './local.ts';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

interface CallKeysProps {
  readonly app: PhoneApp;
  readonly personId: string;
  /** The numbers of the business that are called. */
  readonly numbers: readonly string[];
  readonly complain: (words: string) => void;
}

/** Rings the business and hangs up, or listens to its menu and presses a key. */
export function CallKeys({ app, personId, numbers, complain }: CallKeysProps) {
  const t = useWords(phoneWords);
  const queries = useQueryClient();
  const [number, setNumber] = useState(numbers[0] ?? '');
  const [isListening, setListening] = useState(false);
  const [heard, setHeard] = useState('');
  const spoken = useQuery({
    queryKey: ['spoken-notice', app.appId, 'phone', JSON.stringify(app.telephone)],
    enabled: isListening && app.telephone?.ivr?.enabled === true,
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/spoken-notice', { params: { path: { appId: app.appId } } })),
  });
  const call = async (what: object): Promise<void> => {
    complain('');
    setListening(false);
    const act = { business: app.appId, to: number, ...what };
    await local
      .act<{ readonly heard?: string }>(personId, act)
      .then(({ heard: after = '' }) => setHeard(after))
      .catch((error: unknown) => complain(error instanceof Error ? error.message : ''));
    await queries.invalidateQueries({ queryKey: ['local'] });
  };
  const listen = () => {
    setHeard('');
    setListening(true);
  };
  if (isListening) {
    return (
      <div class="call-keys" aria-live="polite">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <p class="call-words" lang={spoken.data?.locale} dir="auto" tabIndex={0}>
          {spoken.data?.text ?? (spoken.isFetching ? '…' : t.noMenu)}
        </p>
        <div class="call-pad">
          {(['1', '2'] as const).map((key) => (
            <button
              type="button"
              key={key}
              onClick={() => void call({ act: 'menu', digits: key, locale: spoken.data?.locale })}
            >
              <span aria-hidden="true">{key}</span>
              <span class="visually-hidden">{fill(t.press, { key })}</span>
            </button>
          ))}
          <Button look="danger" onClick={() => void call({ act: 'menu', locale: spoken.data?.locale })}>
            {t.hangUp}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div class="call-keys">
      {heard !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <p class="call-words" dir="auto" aria-live="polite" tabIndex={0}>
          {fill(t.heardAfter, { text: heard })}
        </p>
      )}
      {numbers.length > 1 && (
        <select
          aria-label={t.callWhich}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        >
          {numbers.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
      <div class="call-acts">
        <Button onClick={() => void call({ act: 'missed-call' })}>{t.ring}</Button>
        <Button look="primary" onClick={listen}>
          {t.listen}
        </Button>
      </div>
    </div>
  );
}
