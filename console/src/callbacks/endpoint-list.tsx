import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Endpoint, mostEndpoints, nameOf, useEndpoints } from './callbacks.ts';
import { EndpointMark, Health } from './endpoint-parts.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

/** The addresses, at most five, each with how it goes. */
export function EndpointList({ tabs }: { readonly tabs: ComponentChildren }) {
  const t = useWords(callbacksWords);
  const { displayName } = useApp();
  const endpoints = useEndpoints();
  const make = (
    <Link class="button primary" href="/new">
      {t.make}
    </Link>
  );
  const isFull = (endpoints.data?.length ?? 0) >= mostEndpoints;
  return (
    <Page
      title={t.title}
      lead={fill(t.lead, { name: displayName })}
      act={endpoints.data !== undefined && !isFull ? make : undefined}
    >
      {tabs}
      <Loaded of={endpoints} lines={4}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t.noneTitle} why={t.noneWhy} act={make} />
          ) : (
            <>
              <ul class="callback-list">
                {all.map((each) => (
                  <OneOf key={each.endpointId} endpoint={each} />
                ))}
              </ul>
              {isFull && <p class="small">{t.atMost}</p>}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OneOf({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useWords(callbacksWords);
  const { many } = useSpeech();
  const { endpointId, url, description, types, format } = endpoint;
  return (
    <li class="panel">
      <div class="callback-head">
        <h2>
          <Link href={`/${endpointId}`}>
            <bdi>{nameOf(endpoint)}</bdi>
          </Link>
        </h2>
        <EndpointMark of={endpoint} />
      </div>
      {description !== undefined && (
        <p class="small" dir="ltr">
          {url}
        </p>
      )}
      <p class="small">
        {types === 'all' ? t.all : many(t.types, types.length)} · {t.formats[format]}
      </p>
      <Health of={endpoint} />
    </li>
  );
}
