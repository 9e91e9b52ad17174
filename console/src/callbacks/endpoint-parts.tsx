import { useNow } from '../kit/when.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill, type Words } from '../words/words.ts';
import type { Delivery, DeliveryState, Endpoint } from './callbacks.ts';
import { callbacksWords } from './words/callbacks-words.ts';
import type { en } from './words/en.ts';

/** How it goes with an address: a sign and a word. */
export function EndpointMark({ of: { state, health } }: { readonly of: Endpoint }) {
  const t = useWords(callbacksWords);
  const [sign, look, words] =
    state === 'off'
      ? ['‖', 'pending', t.health.off]
      : health === 'good'
        ? ['✓', 'opted-in', t.health.good]
        : health === 'slow'
          ? ['…', 'pending', t.health.slow]
          : ['✕', 'opted-out', t.health.failing];
  return (
    <span class={`mark ${look}`}>
      <span aria-hidden="true">{sign}</span> {words}
    </span>
  );
}

/** What is wrong with it, since when, and what to do; nothing where nothing is. */
export function Health({ of: endpoint }: { readonly of: Endpoint }) {
  const t = useWords(callbacksWords);
  const { ago } = useSpeech();
  const now = useNow();
  const { state, off, health, failingSince, lastFailure } = endpoint;
  const since = (at: string): string => ago(new Date(at), now);
  if (state === 'off') {
    return (
      <div class="note">
        {off !== undefined && <p>{fill(t.offWhy[off.why], { ago: since(off.at) })}</p>}
        {off?.why !== 'by-hand' && <p>{t.onAgain}</p>}
      </div>
    );
  }
  if (health === 'good') return null;
  return (
    <div class={health === 'failing' ? 'note bad' : 'note'}>
      <p>
        {health === 'slow'
          ? t.slowDoes
          : fill(t.failingSince, { ago: failingSince === undefined ? '—' : since(failingSince) })}
      </p>
      {lastFailure !== undefined && (
        <p class="small">{fill(t.lastFailure, { ago: since(lastFailure.at), what: outcomeIn(t, lastFailure) })}</p>
      )}
    </div>
  );
}

interface Tried {
  readonly outcome: Delivery['tries'][number]['outcome'];
  readonly code?: number | undefined;
}

/** What came of a try: "Refused, 503". */
export const outcomeIn = (t: Words<typeof en>, { outcome, code }: Tried): string =>
  code === undefined ? t.outcomes[outcome] : fill(t.answered, { what: t.outcomes[outcome], code });

const looks: { readonly [S in DeliveryState]: readonly [sign: string, look: string] } = {
  owed: ['…', ''],
  sending: ['…', ''],
  delivered: ['✓', 'opted-in'],
  waiting: ['↻', 'pending'],
  superseded: ['⤼', 'pending'],
  dead: ['✕', 'opted-out'],
};

/** What became of an event: a sign and a word. */
export function DeliveryMark({ of: { state } }: { readonly of: Delivery }) {
  const t = useWords(callbacksWords);
  const [sign, look] = looks[state];
  return (
    <span class={`mark ${look}`}>
      <span aria-hidden="true">{sign}</span> {t.states[state]}
    </span>
  );
}
