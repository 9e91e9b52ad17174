import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { When } from '../kit/when.tsx';
import { rooms } from '../rooms.ts';
import { may, type Session, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { overviewWords } from './words/overview-words.ts';

const attentionOf = async (appId: string) =>
  (await dataOf(api.GET('/v1/apps/{appId}/attention', { params: { path: { appId } } }))).data;

type Item = Awaited<ReturnType<typeof attentionOf>>[number];

/** What somebody should look at; where all is well it says so. */
export function Attention() {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  const items = useQuery({
    queryKey: ['attention', appId],
    queryFn: () => attentionOf(appId),
    refetchInterval: 60_000,
  });
  return (
    <section class="panel">
      <h2>{t.attention}</h2>
      <Loaded of={items} lines={3}>
        {(all) =>
          all.length === 0 ? (
            <p>
              <span class="well" aria-hidden="true">
                ✓
              </span>{' '}
              {t.allWell}
            </p>
          ) : (
            <ul class="attention">
              {all.map((each) => (
                <li key={`${each.kind}/${each.id ?? ''}`}>
                  <OneItem of={each} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function OneItem({ of: item }: { readonly of: Item }) {
  const t = useWords(overviewWords);
  const { many, number } = useSpeech();
  const { appId } = useApp();
  const { kind, count, atLeast, since, id } = item;
  const path = placeOf(item, useKept(session));
  const words = t.needs[kind];
  const said =
    typeof words === 'string'
      ? words
      : many(words, count).replace(number(count), `${number(count)}${atLeast ? '+' : ''}`);
  return (
    <>
      <span class="need" aria-hidden="true">
        !
      </span>
      <div>
        {path === undefined ? <strong>{said}</strong> : <Link href={`~/console/apps/${appId}/${path}`}>{said}</Link>}
        <p class="small">
          {id !== undefined && <code dir="ltr">{id}</code>} {since !== undefined && <When at={since} />}
        </p>
      </div>
    </>
  );
}

/** Where it is dealt with, if there is a room for it that they may see. */
function placeOf({ kind, id = '' }: Item, current: Session): string | undefined {
  if (kind === 'unclear-stops' || kind === 'kept-aside') return `overview/${kind}`;
  if (kind === 'handovers') return 'handovers';
  if (kind === 'silent-webhook') return rooms.some((room) => room.id === 'settings') ? 'settings' : undefined;
  if (kind === 'first-message-silent') return 'onboarding/automated-message';
  const [name, rest = ''] =
    kind === 'failed-export'
      ? ['exports', id]
      : kind === 'notice-findings'
        ? ['notices', id.split('@')[0]]
        : ['points', id];
  return rooms.some((room) => room.id === name && may(current, room.scope)) ? `${name}/${rest}` : undefined;
}
