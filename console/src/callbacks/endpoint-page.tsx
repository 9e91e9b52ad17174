import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Endpoint, nameOf, useEndpoint } from './callbacks.ts';
import { Deliveries } from './deliveries.tsx';
import { ChangeDialog, RemoveDialog, SwitchOffDialog } from './endpoint-dialogs.tsx';
import { EndpointMark, Health } from './endpoint-parts.tsx';
import { ReplayDialog } from './replay-dialog.tsx';
import { RotateDialog, ShowSecret } from './secret-dialogs.tsx';
import { SwitchOn } from './switch-on.tsx';
import { TestDialog } from './test-dialog.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

type Asked = 'test' | 'change' | 'rotate' | 'secret' | 'off' | 'remove' | 'replay';

/** One address: how it goes, what it was told, and everything that can be done about it. */
export function EndpointPage({ endpointId }: { readonly endpointId: string }) {
  const t = useWords(callbacksWords);
  const [, go] = useLocation();
  const found = useEndpoint(endpointId);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const dialog = { open: true, onClose: close } as const;
  return (
    <Page
      title={found.data === undefined ? t.one : nameOf(found.data)}
      lead={found.data && <EndpointMark of={found.data} />}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
      act={
        found.data && (
          <Button look="primary" onClick={() => setAsked('test')}>
            {t.test}
          </Button>
        )
      }
    >
      <Loaded of={found} lines={8}>
        {(endpoint) => (
          <div class="stack">
            <Health of={endpoint} />
            {endpoint.state === 'off' && <SwitchOn of={endpoint} />}
            <Facts of={endpoint} ask={setAsked} />
            <Deliveries of={endpoint} onReplay={() => setAsked('replay')} />
            {asked === 'test' && <TestDialog of={endpoint} {...dialog} />}
            {asked === 'change' && <ChangeDialog of={endpoint} {...dialog} />}
            {asked === 'off' && <SwitchOffDialog of={endpoint} {...dialog} />}
            {asked === 'replay' && <ReplayDialog of={endpoint} {...dialog} />}
            {asked === 'remove' && (
              <RemoveDialog
                of={endpoint}
                open
                onClose={close}
                onDone={() => {
                  close();
                  go('/');
                }}
              />
            )}
            <RotateDialog of={endpoint} open={asked === 'rotate'} onClose={close} />
            {asked === 'secret' && <ShowSecret of={endpoint} onClose={close} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface FactsProps {
  readonly of: Endpoint;
  readonly ask: (what: Asked) => void;
}

function Facts({ of: endpoint, ask }: FactsProps) {
  const t = useWords(callbacksWords);
  const { date, time, many } = useSpeech();
  const { url, types, format, createdAt, endpointId, previousSecretUntil, state } = endpoint;
  const until = previousSecretUntil === undefined ? undefined : new Date(previousSecretUntil);
  return (
    <section class="panel settings">
      <h2>{t.facts}</h2>
      <dl class="facts">
        <div>
          <dt>{t.url}</dt>
          <dd dir="ltr">{url}</dd>
        </div>
        <div>
          <dt>{t.fact.told}</dt>
          <dd>
            {types === 'all' ? (
              t.all
            ) : (
              <details>
                <summary>{many(t.types, types.length)}</summary>
                <ul class="callback-types">
                  {types.map((each) => (
                    <li key={each}>
                      {t.eventDoes[each]} <code dir="ltr">{each}</code>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.fact.form}</dt>
          <dd>{t.formats[format]}</dd>
        </div>
        <div>
          <dt>{t.fact.made}</dt>
          <dd>
            <When at={createdAt} focusable />
          </dd>
        </div>
        <div>
          <dt>{t.fact.id}</dt>
          <dd>
            <code dir="ltr">{endpointId}</code>
          </dd>
        </div>
      </dl>
      {until !== undefined && until.getTime() > Date.now() && (
        <p class="note">{fill(t.twoUntil, { time: `${date(until)}, ${time(until)}` })}</p>
      )}
      <div class="row-acts">
        <Button onClick={() => ask('change')}>{t.change}</Button>
        <Button onClick={() => ask('secret')}>{t.showSecret}</Button>
        <Button onClick={() => ask('rotate')}>{t.rotate}</Button>
        {state === 'on' && <Button onClick={() => ask('off')}>{t.switchOff}</Button>}
        <Button look="danger" onClick={() => ask('remove')}>
          {t.remove}
        </Button>
      </div>
    </section>
  );
}
