import { useMutation } from '@tanstack/react-query';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.tsx';
import { useNow, When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { isOnItsWay, nameOf, type SentDelivery, useDelivery, useEndpoint, useRenew } from './callbacks.ts';
import { DeliveryMark, outcomeIn } from './endpoint-parts.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

interface DeliveryPageProps {
  readonly endpointId: string;
  readonly deliveryId: string;
}

/** One event that an address was told: what came of each try, what stood in it, and the way to send it again. */
export function DeliveryPage({ endpointId, deliveryId }: DeliveryPageProps) {
  const t = useWords(callbacksWords);
  const endpoint = useEndpoint(endpointId);
  const found = useDelivery(endpointId, deliveryId);
  return (
    <Page
      title={found.data?.type ?? t.delivery}
      lead={found.data && <DeliveryMark of={found.data} />}
      above={
        <Link href={`/${endpointId}`} class="above">
          {endpoint.data === undefined ? t.one : nameOf(endpoint.data)}
        </Link>
      }
      act={found.data && !isOnItsWay(found.data) && <Replay of={found.data} />}
    >
      <Loaded of={found} lines={8}>
        {(delivery) => (
          <div class="columns">
            <div class="stack">
              <State of={delivery} />
              <Tries of={delivery} />
              <Facts of={delivery} />
            </div>
            <section class="panel">
              {delivery.body === null ? (
                <p>{t.noBody}</p>
              ) : (
                <Copyable label={t.body} text={indented(delivery.body)} hint={t.bodyHint} as="code" />
              )}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** JSON on several lines, for reading; what is none as it is. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Replay({ of: { endpointId, deliveryId } }: { readonly of: SentDelivery }) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const renew = useRenew();
  const params = { path: { appId, endpointId } };
  const replaying = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/v1/apps/{appId}/callbacks/{endpointId}/replay', { params, body: { deliveryIds: [deliveryId] } }),
      ),
    onSuccess: ({ replayed }) => replayed > 0 && toast(t.replayed),
    onSettled: () => renew(endpointId),
  });
  const refused = replaying.data?.refused[0];
  return (
    <div class="stack">
      <Button busy={replaying.isPending} onClick={() => replaying.mutate()}>
        {t.replay}
      </Button>
      {refused !== undefined && (
        <p class="note bad" role="alert">
          {t.refusals[refused.code]}
        </p>
      )}
      {replaying.error !== null && <FailureNote error={replaying.error} unsure={t.maybeReplayed} />}
    </div>
  );
}

/** What became of it, in words. */
function State({ of: delivery }: { readonly of: SentDelivery }) {
  const t = useWords(callbacksWords);
  const { date, time, left } = useSpeech();
  const now = useNow();
  const { state, dueAt, deathReason } = delivery;
  const due = dueAt === undefined ? undefined : new Date(dueAt);
  const when =
    due === undefined ? '' : `${date(due)}, ${time(due)}${due.getTime() > now ? ` (${left(due, now)})` : ''}`;
  return (
    <div class={state === 'dead' ? 'note bad' : 'note'} role="status">
      <p>
        <strong>{t.states[state]}</strong>
      </p>
      {deathReason !== undefined && <p>{t.dead[deathReason]}</p>}
      <p>{fill(t.stateDoes[state], { when })}</p>
    </div>
  );
}

function Tries({ of: { tries, attempts } }: { readonly of: SentDelivery }) {
  const t = useWords(callbacksWords);
  const { number } = useSpeech();
  if (tries.length === 0) return null;
  return (
    <section class="panel">
      <h2>{t.everyTry}</h2>
      {attempts > tries.length && <p class="small">{fill(t.lastTries, { n: number(attempts) })}</p>}
      <ol class="callback-tries">
        {tries.toReversed().map((each) => (
          <li key={each.at}>
            <span>{outcomeIn(t, each)}</span>
            <span class="small">
              <When at={each.at} focusable /> · {fill(t.took, { ms: number(each.tookMs) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ of: delivery }: { readonly of: SentDelivery }) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const { number } = useSpeech();
  const maySee = may(useKept(session), 'users:read');
  const { eventId, userId, sequence, timestamp, owedAt, replayedAt, supersededBy } = delivery;
  const names = t.deliveryFact;
  const rows: readonly (readonly [string, ComponentChildren] | undefined)[] = [
    [
      names.event,
      <code key="event" dir="ltr">
        {eventId}
      </code>,
    ],
    userId !== undefined && maySee
      ? [
          t.toPerson,
          <Link key="person" href={`~/console/apps/${appId}/users/${userId}`}>
            <code dir="ltr">{userId}</code>
          </Link>,
        ]
      : undefined,
    sequence === undefined ? undefined : [names.sequence, number(sequence)],
    [names.recorded, <When key="recorded" at={timestamp} focusable />],
    [names.owed, <When key="owed" at={owedAt} focusable />],
    replayedAt === undefined ? undefined : [names.replayed, <When key="replayed" at={replayedAt} focusable />],
    supersededBy === undefined
      ? undefined
      : [
          names.by,
          <code key="by" dir="ltr">
            {supersededBy}
          </code>,
        ],
  ];
  return (
    <section class="panel settings">
      <h2>{t.delivery}</h2>
      <dl class="facts">
        {rows.map(
          (row) =>
            row !== undefined && (
              <div key={row[0]}>
                <dt>{row[0]}</dt>
                <dd>{row[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
