import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { ImportMark } from '../import-list.tsx';
import { isGoingOn, type LinkedImport, lookAgainAfter, readImport } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';
import { Attest } from './attest.tsx';
import { Gone, Refused, Stopped } from './dead-ends.tsx';
import { Facts } from './facts.tsx';
import { OnItsWay } from './on-its-way.tsx';
import { Result } from './result.tsx';
import { Tried } from './tried.tsx';
import { Undo } from './undo.tsx';

/** One import: how far it is, what each row would do, and what came of it. */
export function OneImport({ importId }: { readonly importId: string }) {
  const t = useWords(importsWords);
  const { appId } = useApp();
  const found = useQuery({
    queryKey: ['import', appId, importId],
    queryFn: () => readImport(appId, importId),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isGoingOn(data) ? lookAgainAfter : false),
  });
  return (
    <Page
      title={found.data?.fileName ?? t.one}
      lead={found.data && <ImportMark of={found.data} />}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Loaded of={found} lines={8}>
        {(data) => (
          <div class="columns import-columns-two">
            <div class="stack">
              <At of={data} />
            </div>
            <div class="stack">
              <Beside of={data} />
              <Facts of={data} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface OfImport {
  readonly of: LinkedImport;
}

function At({ of: data }: OfImport) {
  switch (data.state) {
    case 'awaiting-file':
      return <Gone />;
    case 'reading':
    case 'applying':
    case 'undoing':
      return <OnItsWay of={data} state={data.state} />;
    case 'previewed':
      return <Tried of={data} />;
    case 'applied':
    case 'undone':
      return <Result of={data} />;
    case 'refused':
      return <Refused of={data} />;
    case 'failed':
      return <Stopped of={data} />;
  }
}

/** What is to be done about it. */
function Beside({ of: data }: OfImport) {
  if (data.state === 'previewed') return <Attest of={data} />;
  // What was recorded before it stopped can be taken back without recording the rest.
  const isCutOff = data.state === 'failed' && data.mode === 'apply' && data.kind === 'opt-ins';
  return data.state === 'applied' || isCutOff ? <Undo of={data} /> : null;
}
