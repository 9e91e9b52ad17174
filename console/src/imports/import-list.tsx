import { useLocation } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { draft } from './draft.ts';
import { type Import, importPage, isGoingOn, lookAgainAfter } from './imports.ts';
import { pathOf } from './step-page.tsx';
import { importsWords } from './words/imports-words.ts';

/** Every import, the newest first; what is not done is watched. */
export function ImportList() {
  const t = useWords(importsWords);
  const { appId } = useApp();
  const { number } = useSpeech();
  const [, go] = useLocation();
  const mayMake = may(useKept(session), 'imports:write');
  const make = (
    <Button
      look="primary"
      onClick={() => {
        draft.write(undefined);
        go(pathOf('kind'));
      }}
    >
      {t.make}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} act={mayMake ? make : undefined}>
      <Rows<Import>
        label={t.title}
        queryKey={['imports', appId]}
        page={(cursor) => importPage(appId, cursor)}
        lookAgain={(all) => (all.some(isGoingOn) ? lookAgainAfter : false)}
        rowKey={({ importId }) => importId}
        href={({ importId }) => `/${importId}`}
        columns={[
          { title: t.columns.file, width: '4fr', cell: ({ fileName }) => <bdi>{fileName}</bdi> },
          {
            title: t.columns.state,
            width: '5fr',
            cell: (each) => (
              <>
                <ImportMark of={each} />
                <span class="small">
                  {t.kinds[each.kind]} · <When at={each.createdAt} />
                </span>
              </>
            ),
          },
          {
            title: t.columns.rows,
            width: '1fr',
            cell: ({ file }) => (file === undefined ? '' : number(file.rows)),
          },
        ]}
        empty={<Empty title={t.noneTitle} why={t.noneWhy} act={mayMake ? make : undefined} />}
      />
    </Page>
  );
}

const signs: { readonly [S in Import['state']]: readonly [sign: string, look: string] } = {
  'awaiting-file': ['…', 'pending'],
  reading: ['…', 'pending'],
  previewed: ['?', 'pending'],
  applying: ['…', 'pending'],
  applied: ['✓', 'opted-in'],
  undoing: ['…', 'pending'],
  undone: ['↶', ''],
  refused: ['✕', 'opted-out'],
  failed: ['✕', 'opted-out'],
};

/** How far an import is: a sign and a word. */
export function ImportMark({ of: { state } }: { readonly of: Import }) {
  const t = useWords(importsWords);
  const [sign, look] = signs[state];
  return (
    <span class={`mark ${look}`}>
      <span aria-hidden="true">{sign}</span> {t.states[state]}
    </span>
  );
}
