import { useLocation } from 'wouter';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { isExpired, type Key, useKeys } from './keys.ts';
import { keysWords } from './words/keys-words.ts';

/** Every key that one may see, those that are good first. */
export function KeyList() {
  const t = useWords(keysWords);
  const { many } = useSpeech();
  const [, go] = useLocation();
  const keys = useKeys();
  const make = (
    <Button look="primary" onClick={() => go('/new')}>
      {t.make}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} act={make}>
      <Loaded of={keys} lines={6}>
        {({ all, own }) => (
          <Rows<Key>
            label={t.title}
            queryKey={['keys', keys.dataUpdatedAt]}
            page={async () => ({ data: all, nextCursor: null })}
            rowKey={({ keyId }) => keyId}
            href={({ keyId }) => `/${keyId}`}
            columns={[
              {
                title: t.columns.name,
                width: '3fr',
                cell: (key) => (
                  <>
                    <bdi>{key.name}</bdi>
                    {key.keyId === own?.keyId && <span class="mark">{t.yours}</span>}
                  </>
                ),
              },
              {
                title: t.columns.may,
                width: '4fr',
                cell: ({ scopes, apps, lastUsedAt }) => (
                  <span class="small">
                    {many(t.scopesCount, scopes.length)} · {apps === 'all' ? t.allApps : many(t.appsCount, apps.length)}
                    {lastUsedAt !== undefined && (
                      <>
                        {' · '}
                        {t.used} <When at={lastUsedAt} />
                      </>
                    )}
                  </span>
                ),
              },
              { title: t.columns.state, width: '2fr', cell: (key) => <KeyState of={key} /> },
            ]}
            empty={<Empty title={t.noneTitle} why={t.noneWhy} act={make} />}
          />
        )}
      </Loaded>
    </Page>
  );
}

export function KeyState({ of: key }: { readonly of: Key }) {
  const t = useWords(keysWords);
  const state = key.revokedAt !== undefined ? 'revoked' : isExpired(key) ? 'expired' : 'good';
  const [sign, look] =
    state === 'good' ? ['✓', 'opted-in'] : state === 'revoked' ? ['✕', 'opted-out'] : ['⏳︎', 'expired'];
  return (
    <span class={`mark ${look}`}>
      <span aria-hidden="true">{sign}</span> {t.states[state]}
    </span>
  );
}
