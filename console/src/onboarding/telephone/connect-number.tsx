import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { Copyable } from '../../kit/copyable.tsx';
import { useWords } from '../../words/use-words.ts';
import { CallHooks } from './call-hooks.tsx';
import { telephoneWords } from './words/telephone-words.ts';

const providers = ['twilio', 'connect', 'exotel', 'myoperator', 'callerdesk', 'generic'] as const;
type Provider = (typeof providers)[number];

/** What is pasted where the number is: of each provider that is known, and of any other. */
export function ConnectNumber() {
  const t = useWords(telephoneWords);
  const [provider, setProvider] = useState<Provider>('twilio');
  return (
    <section class="panel connect-number">
      <h2>{t.connect}</h2>
      <p class="hint">{t.connectDoes}</p>
      <fieldset class="segments" aria-label={t.provider}>
        {providers.map((each) => (
          <button type="button" key={each} aria-pressed={each === provider} onClick={() => setProvider(each)}>
            {t.providers[each]}
          </button>
        ))}
      </fieldset>
      {provider === 'twilio' ? (
        <Twilio />
      ) : provider === 'connect' ? (
        <Connect />
      ) : (
        <CallHooks key={provider} provider={provider} />
      )}
    </section>
  );
}

function Twilio() {
  const { twilio: t } = useWords(telephoneWords);
  const { appId } = useApp();
  const voice = `${location.origin}/webhooks/twilio/${appId}/voice`;
  return (
    <>
      <p>{t.how}</p>
      <Copyable label={t.missed} text={`${voice}/missed-call`} hint={t.missedHint} />
      <Copyable label={t.ivr} text={`${voice}/ivr`} hint={t.ivrHint} />
      <p class="small">{t.secret}</p>
    </>
  );
}

function Connect() {
  const { awsConnect: t } = useWords(telephoneWords);
  const { appId } = useApp();
  return (
    <>
      <p>{t.how}</p>
      <Copyable label={t.fn} text="connect-flow" hint={t.fnHint} />
      <Copyable label={t.before} as="code" text={`app = ${appId}`} hint={t.beforeHint} />
      <Copyable
        label={t.after}
        as="code"
        text={`app    = ${appId}\ndigits = $.StoredCustomerInput\nsaid   = $.External.said`}
        hint={t.afterHint}
      />
    </>
  );
}
