import { useLocation, useSearch } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import {
  type Delivery,
  deliveryStates,
  type Endpoint,
  isOnItsWay,
  isState,
  lookAgainAfter,
  pageOfDeliveries,
} from './callbacks.ts';
import { DeliveryMark, outcomeIn } from './endpoint-parts.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

interface DeliveriesProps {
  readonly of: Endpoint;
  readonly onReplay: () => void;
}

/** What an address was told, the newest first. The filter stands in the address of the page. */
export function Deliveries({ of: { endpointId }, onReplay }: DeliveriesProps) {
  const t = useWords(callbacksWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const [, go] = useLocation();
  // What a body says of people opens for those who may read people.
  const mayRead = may(useKept(session), 'users:read');
  const asked = new URLSearchParams(useSearch()).get('state');
  const state = isState(asked) ? asked : undefined;
  const filter = (value: string) => go(`/${endpointId}${value === '' ? '' : `?state=${value}`}`, { replace: true });
  return (
    <section class="stack" aria-label={t.deliveries}>
      <div class="callback-deliveries-head">
        <div>
          <h2>{t.deliveries}</h2>
          <p class="hint">{t.deliveriesLead}</p>
        </div>
        <div class="filters">
          <label>
            <span>{t.state}</span>
            <select value={state ?? ''} onChange={({ currentTarget }) => filter(currentTarget.value)}>
              <option value="">{t.anyState}</option>
              {deliveryStates.map((each) => (
                <option key={each} value={each}>
                  {t.states[each]}
                </option>
              ))}
            </select>
          </label>
          <Button onClick={onReplay}>{t.replayRange}</Button>
        </div>
      </div>
      <Rows<Delivery>
        key={state}
        label={t.deliveries}
        queryKey={['deliveries', appId, endpointId, state]}
        page={(cursor) => pageOfDeliveries(appId, endpointId, state, cursor)}
        lookAgain={(all) => (all.some(isOnItsWay) ? lookAgainAfter : 15_000)}
        rowKey={({ deliveryId }) => deliveryId}
        {...(mayRead && { href: ({ deliveryId }: Delivery) => `/${endpointId}/${deliveryId}` })}
        columns={[
          { title: t.columns.event, width: '3fr', cell: ({ type }) => <bdi dir="ltr">{type}</bdi> },
          {
            title: t.columns.came,
            width: '4fr',
            cell: (each) => {
              const last = each.tries.at(-1);
              return (
                <span class="small">
                  {last === undefined ? t.notTried : outcomeIn(t, last)}
                  {each.attempts > 1 && ` · ${many(t.tries, each.attempts)}`} · <When at={last?.at ?? each.owedAt} />
                </span>
              );
            },
          },
          { title: t.columns.state, width: '2fr', cell: (each) => <DeliveryMark of={each} /> },
        ]}
        empty={
          state === undefined ? (
            <Empty title={t.noneTold} why={t.noneToldWhy} />
          ) : (
            <Empty title={t.noFit} why={t.noFitWhy} act={<Button onClick={() => filter('')}>{t.showAll}</Button>} />
          )
        }
      />
    </section>
  );
}
