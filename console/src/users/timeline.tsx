import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { DecisionText } from '../gate/decision-text.tsx';
import { type Decision, useDecisionsOf } from '../gate/decisions.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { When } from '../kit/when.tsx';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Evidence } from './evidence.tsx';
import { SendText } from './sends/send-text.tsx';
import { type Send, useSends } from './sends/use-sends.ts';
import { weave } from './sends/weave.ts';
import { usersWords } from './words/users-words.ts';

export type Entry = components['schemas']['LedgerEntry'];

/** Everything that was said by somebody and about them, and what we sent because of it. The API gives it in the order of recording, so all of it is read to begin with the newest. */
export function Timeline({ userId }: { readonly userId: string }) {
  const t = useWords(usersWords);
  const app = useApp();
  const list = useInfiniteQuery({
    queryKey: ['person', app.appId, userId, 'timeline'],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/apps/{appId}/users/{userId}/statements', {
          params: {
            path: { appId: app.appId, userId },
            query: { limit: 100, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const sends = useSends(userId);
  const decisions = useDecisionsOf(userId);
  const entries = (list.data?.pages ?? []).flatMap(({ data }) => data).reverse();
  const decided = (decisions.data?.pages ?? []).flatMap(({ data }) => data);
  const ours: readonly Ourselves[] = [
    ...(sends.data?.pages ?? []).flatMap(({ data }) => data),
    ...decided.map((decision) => ({ decision, at: decision.decidedAt })),
  ];
  const woven = weave(
    entries,
    ours.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  );
  const older = [sends, decisions].filter(({ hasNextPage }) => hasNextPage);
  return (
    <section class="timeline">
      <h2>{t.timeline}</h2>
      <p class="lead">{t.timelineLead}</p>
      {list.isPending && <Skeleton lines={4} />}
      {list.error !== null && <FailureNote error={list.error} again={() => void list.refetch()} />}
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>{t.newer}</Button>}
      {sends.error !== null && <FailureNote error={sends.error} again={() => void sends.refetch()} />}
      {decisions.error !== null && <FailureNote error={decisions.error} again={() => void decisions.refetch()} />}
      {list.data !== undefined && woven.length === 0 && <p>{t.noTimeline}</p>}
      <ol>
        {woven.map((item) =>
          'send' in item ? (
            <li key={keyOf(item.send)} class={'decision' in item.send ? 'gated' : 'ours'}>
              <Ours of={item.send} />
            </li>
          ) : (
            <li key={item.entry.statementId} class={toneOf(item.entry)}>
              <EntryText entry={item.entry} />
              {item.answers.map((send) => (
                <Ours key={keyOf(send)} of={send} />
              ))}
            </li>
          ),
        )}
      </ol>
      {older.length > 0 && (
        <Button onClick={() => older.forEach((each) => void each.fetchNextPage())}>{t.olderMessages}</Button>
      )}
    </section>
  );
}

/** A message of ours, or what the send gate decided about one of the business's programs. */
type Ourselves = Send | { readonly decision: Decision; readonly at: string; readonly statementId?: undefined };

const keyOf = (of: Ourselves): string => ('decision' in of ? of.decision.decisionId : `${of.kind} ${of.at}`);

const Ours = ({ of }: { readonly of: Ourselves }) =>
  'decision' in of ? <DecisionText decision={of.decision} /> : <SendText send={of} />;

function toneOf(entry: Entry): string {
  if (entry.kind === 'statement') {
    if (entry.action === 'granted' || entry.action === 'resumed') return 'yes';
    return entry.action === 'requested' || entry.action === 'annulled' ? 'asked' : 'no';
  }
  if (entry.kind === 'suppression') return entry.lifted ? 'asked' : 'no';
  return entry.kind === 'platform-preference' && entry.value === 'stop' ? 'no' : 'asked';
}

/** An entry in words, with what it came to and what proves it. */
export function EntryText({ entry }: { readonly entry: Entry }) {
  const t = useWords(usersWords);
  const { sources } = useWords(vocabularyWords);
  const { text } = entry.evidence ?? {};
  // What a button of ours sends is no word of theirs; it stands in the evidence.
  const words = text?.startsWith('optledger:') === true ? undefined : text;
  return (
    <article>
      <p class="entry-head">
        <strong>{titleOf(entry, t)}</strong> {entry.kind !== 'call' && <>{sources[entry.source]} · </>}
        <When at={entry.saidAt} focusable />
      </p>
      {words !== undefined && (
        <blockquote dir="auto">
          <p>{words}</p>
        </blockquote>
      )}
      <Outcome entry={entry} />
      <Evidence entry={entry} />
    </article>
  );
}

function titleOf(entry: Entry, t: ReturnType<typeof useWords<typeof import('./words/en.ts').en>>): string {
  switch (entry.kind) {
    case 'statement':
      return t.actions[entry.action];
    case 'suppression':
      if (entry.reason === 'administrative') return entry.lifted ? t.entries['list-off'] : t.entries['list-on'];
      return entry.lifted ? t.entries['suppression-lifted'] : t.entries.suppression;
    case 'platform-preference':
      return t.entries[`platform-${entry.value}`];
    case 'handover':
      return entry.handed === 'over' ? t.entries.handover : t.entries['handover-back'];
    default:
      return t.entries[entry.kind];
  }
}

/** What it is about, who said it, and what it comes to today. */
function Outcome({ entry }: { readonly entry: Entry }) {
  const t = useWords(usersWords);
  const { list } = useSpeech();
  const app = useApp();
  if (entry.kind === 'suppression' && entry.reason === 'administrative') {
    const { operator } = entry.evidence ?? {};
    const about = entry.scope === 'marketing' ? t.scopeMarketing : t.scopeAll;
    return (
      <p class="small">
        {!entry.lifted && `${about} · `}
        {t.byBusiness}
        {operator !== undefined && (
          <>
            {': '}
            <bdi>{operator}</bdi>
          </>
        )}
      </p>
    );
  }
  if (entry.kind !== 'statement') return null;
  const nameOf = (id: string): string => app.purposes.find(({ purposeId }) => purposeId === id)?.name ?? id;
  const { purposes, by, firstHand, verdict = [] } = entry;
  const about =
    purposes === 'all' ? t.scopeAll : purposes === 'marketing' ? t.scopeMarketing : list(purposes.map(nameOf));
  const named = (counts: boolean) =>
    verdict.filter(({ applied }) => applied === counts).map(({ purpose }) => nameOf(purpose));
  return (
    <>
      <p>{about}</p>
      <p class="small">
        {by === 'controller' ? t.byBusiness : firstHand ? t.bySelf : t.byReport}
        {named(true).length > 0 && ` · ${fill(t.counts, { purposes: list(named(true)) })}`}
        {named(false).length > 0 && ` · ${fill(t.overruled, { purposes: list(named(false)) })}`}
      </p>
    </>
  );
}
