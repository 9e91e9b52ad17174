import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Export, exportPage, isGoingOn, lookAgainAfter, nameOfPurpose } from './exports.ts';
import { NewExportDialog } from './new-export-dialog.tsx';
import { exportsWords } from './words/exports-words.ts';

/** Every export, the newest first; what is not done is watched. */
export function ExportList({ tabs }: { readonly tabs: ComponentChildren }) {
  const t = useWords(exportsWords);
  const app = useApp();
  const { number } = useSpeech();
  const [asking, setAsking] = useState(false);
  const mayMake = may(useKept(session), 'exports:write');
  const make = (
    <Button look="primary" onClick={() => setAsking(true)}>
      {t.make}
    </Button>
  );
  return (
    <Page title={t.title} lead={fill(t.lead, { name: app.displayName })} act={mayMake ? make : undefined}>
      {tabs}
      <Rows<Export>
        label={t.label}
        queryKey={['exports', app.appId]}
        page={(cursor) => exportPage(app.appId, cursor)}
        lookAgain={(all) => (all.some(isGoingOn) ? lookAgainAfter : false)}
        rowKey={({ exportId }) => exportId}
        href={({ exportId }) => `/${exportId}`}
        columns={[
          { title: t.columns.export, width: '3fr', cell: ({ purpose }) => <bdi>{nameOfPurpose(app, purpose)}</bdi> },
          {
            title: t.columns.state,
            width: '5fr',
            cell: (each) => (
              <>
                <ExportState of={each} />
                <span class="small">
                  <When at={each.requestedAt} />
                  {each.scheduleId !== undefined && ` · ${t.bySchedule}`}
                </span>
              </>
            ),
          },
          {
            title: t.columns.people,
            width: '1fr',
            cell: ({ counts }) => (counts === undefined ? '' : number(counts.rows)),
          },
        ]}
        empty={<Empty title={t.noneTitle} why={t.noneWhy} act={mayMake ? make : undefined} />}
      />
      <NewExportDialog open={asking} onClose={() => setAsking(false)} />
    </Page>
  );
}

const signs: Record<Export['status'], string> = { queued: '…', running: '…', completed: '✓', failed: '✕' };
const looks: Record<Export['status'], string> = {
  queued: 'pending',
  running: 'pending',
  completed: 'opted-in',
  failed: 'opted-out',
};

export function ExportState({ of: { status } }: { readonly of: Export }) {
  const t = useWords(exportsWords);
  return (
    <span class={`mark ${looks[status]}`}>
      <span aria-hidden="true">{signs[status]}</span> {t.states[status]}
    </span>
  );
}
