import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { ReasonText } from './reason-text.tsx';
import { usersWords } from './words/users-words.ts';

/** "May I message this person now?", as the API answers every sender, with its reasons in words. */
export function MayIMessage({ userId }: { readonly userId: string }) {
  const t = useWords(usersWords);
  const { exact } = useSpeech();
  const app = useApp();
  const [purpose, setPurpose] = useState(app.purposes[0]?.purposeId ?? '');
  const [message, setMessage] = useState<'template' | 'free-form'>('template');
  const answer = useQuery({
    queryKey: ['person', app.appId, userId, 'eligibility', purpose, message],
    queryFn: () =>
      dataOf(
        api.POST('/v1/apps/{appId}/eligibility', {
          params: { path: { appId: app.appId } },
          body: { user: { userId }, purpose, message },
        }),
      ),
    enabled: purpose !== '',
    // An answer holds now: it is asked again whenever somebody looks.
    staleTime: 0,
    refetchInterval: 30_000,
    placeholderData: (before) => before,
  });
  return (
    <section class="panel">
      <h2>{t.ask}</h2>
      <div class="pair">
        <label>
          <span>{t.purpose}</span>
          <select value={purpose} onChange={({ currentTarget }) => setPurpose(currentTarget.value)}>
            {app.purposes.map(({ purposeId, name }) => (
              <option key={purposeId} value={purposeId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t.kind}</span>
          <select
            value={message}
            onChange={({ currentTarget: { value } }) => setMessage(value === 'free-form' ? value : 'template')}
          >
            <option value="template">{t.template}</option>
            <option value="free-form">{t.freeForm}</option>
          </select>
        </label>
      </div>
      <div aria-live="polite">
        <Loaded of={answer} lines={4}>
          {({ decision, reasons, holdsUntil, wouldChange }) => (
            <div class={`answer ${decision}`}>
              <p class="verdict">
                <span aria-hidden="true">{decision === 'allow' ? '✓' : '✕'}</span> {decision === 'allow' ? t.yes : t.no}
              </p>
              <ul>
                {reasons.map((reason) => (
                  <li key={reason.code}>
                    <ReasonText reason={reason} />
                  </li>
                ))}
              </ul>
              {holdsUntil !== null && <p class="small">{fill(t.holds, { time: exact(new Date(holdsUntil)) })}</p>}
              {wouldChange.length > 0 && (
                <details>
                  <summary>{t.changes}</summary>
                  <ul lang="en" dir="ltr">
                    {wouldChange.map((each) => (
                      <li key={each}>{each}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          )}
        </Loaded>
      </div>
    </section>
  );
}
