import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { ExportState } from './export-list.tsx';
import { type Export, findExport, isGoingOn, linkedExport, lookAgainAfter, nameOfPurpose, sizeOf } from './exports.ts';
import { exportsWords } from './words/exports-words.ts';

/** One export: how far it is, how many are in it, who was left out and why, and its files. */
export function OneExport({ exportId }: { readonly exportId: string }) {
  const t = useWords(exportsWords);
  const app = useApp();
  const found = useQuery({
    queryKey: ['export', app.appId, exportId],
    queryFn: () => findExport(app.appId, exportId),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isGoingOn(data) ? lookAgainAfter : false),
  });
  return (
    <Page
      title={found.data === undefined ? t.one : nameOfPurpose(app, found.data.purpose)}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Loaded of={found} lines={6}>
        {(data) => (
          <div class="columns">
            <section class="panel" aria-live="polite">
              <div class="export-state">
                <ExportState of={data} />
              </div>
              <Outcome of={data} />
              <Times of={data} />
            </section>
            {data.files !== undefined && <Files of={data} files={data.files} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Outcome({ of: data }: { readonly of: Export }) {
  const t = useWords(exportsWords);
  const { many } = useSpeech();
  if (data.failure !== undefined) {
    return (
      <div class="note bad">
        <p>
          <strong>{t.failed}</strong>
        </p>
        <p lang="en" dir="ltr">
          {data.failure.detail}
        </p>
      </div>
    );
  }
  if (data.counts === undefined) {
    return (
      <>
        <h2 class="figure">{data.status === 'queued' ? t.waits : t.reads}</h2>
        <progress class="progress" aria-label={t.states[data.status]} />
        <p class="small">{t.takesAWhile}</p>
      </>
    );
  }
  const { rows, excluded } = data.counts;
  const left = Object.entries(excluded).sort(([, a], [, b]) => b - a);
  return (
    <>
      <h2 class="figure">{rows === 0 ? t.nobody : many(t.people, rows)}</h2>
      <LeftOut of={left} />
    </>
  );
}

function LeftOut({ of: left }: { readonly of: readonly (readonly [string, number])[] }) {
  const t = useWords(exportsWords);
  const { number, many } = useSpeech();
  if (left.length === 0) return <p>{t.nobodyLeftOut}</p>;
  const reasons: { readonly [code: string]: string } = t.reasons;
  const all = left.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <h3>{many(t.leftOut, all)}</h3>
      <dl class="figures">
        {left.map(([code, count]) => (
          <div key={code}>
            <dt>{reasons[code] ?? <code>{code}</code>}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{t.notCounted}</p>
    </>
  );
}

function Times({ of: { requestedAt, plannedAt, closedAt, scheduleId, keyId } }: { readonly of: Export }) {
  const t = useWords(exportsWords);
  const times = [
    [t.asked, requestedAt],
    [t.planned, plannedAt],
    [t.closed, closedAt],
  ] as const;
  return (
    <dl class="figures">
      {times.map(
        ([name, at]) =>
          at !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <When at={at} focusable />
              </dd>
            </div>
          ),
      )}
      {(scheduleId ?? keyId) !== undefined && (
        <div>
          <dt>{t.askedBy}</dt>
          <dd>
            {scheduleId !== undefined && <Link href="/schedules">{t.bySchedule}</Link>}{' '}
            {scheduleId === undefined && <code dir="ltr">{keyId}</code>}
          </dd>
        </div>
      )}
    </dl>
  );
}

const kinds = ['csv', 'jsonl', 'manifest'] as const;

function Files({ of: { exportId }, files }: { readonly of: Export; readonly files: NonNullable<Export['files']> }) {
  const t = useWords(exportsWords);
  const { language } = useSpeech();
  const { appId } = useApp();
  const mayDownload = may(useKept(session), 'exports:read');
  // A link is asked for when it is used: it holds for minutes only, and opens the file to whoever has it.
  const download = useMutation({
    mutationFn: async (kind: (typeof kinds)[number]) => (await linkedExport(appId, exportId)).links?.[kind],
    onSuccess: (link) => link !== undefined && location.assign(link),
  });
  return (
    <section class="panel">
      <h2>{t.files}</h2>
      <p>{t.filesWhy}</p>
      <ul class="files">
        {kinds.map((kind) => (
          <li key={kind}>
            <div>
              <strong>{t.kinds[kind]}</strong> <span class="small">{sizeOf(files[kind].bytes, language)}</span>
              <p class="small">{t.kindWhy[kind]}</p>
            </div>
            {mayDownload && (
              <Button
                look={kind === 'csv' ? 'primary' : 'plain'}
                busy={download.isPending && download.variables === kind}
                onClick={() => download.mutate(kind)}
              >
                {t.download}
                <span class="visually-hidden"> {t.kinds[kind]}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {download.error !== null && <FailureNote error={download.error} />}
      <details>
        <summary>{t.fingerprints}</summary>
        <p class="small">{t.fingerprintsWhy}</p>
        <dl class="fingerprints">
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{t.kinds[kind]}</dt>
              <dd>
                <code dir="ltr">{files[kind].sha256}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
