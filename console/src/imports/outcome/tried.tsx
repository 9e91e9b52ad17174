import { useMemo } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { draftOf } from '../draft.ts';
import { tableOf } from '../file/read-file.ts';
import { type LinkedImport, sentenceOf } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';
import { classesIn, type Group, groups, type RowClass } from './classes.ts';
import { FirstRowsOf } from './first-rows.tsx';
import { useFirstRows } from './report.ts';

/** What every row would do, by class: how many, what happens to them, and the first of them. */
export function Tried({ of: data }: { readonly of: LinkedImport }) {
  const t = useWords(importsWords);
  const { many, number } = useSpeech();
  const { counts = {}, file } = data;
  return (
    <section class="panel import-tried" aria-live="polite">
      <h2 class="figure">{many(t.verdict[sentenceOf(data)], counts.new ?? 0, { all: number(file?.rows ?? 0) })}</h2>
      <p>{t.nothingYet}</p>
      <Classes of={data} />
      <Report at={data.links?.report} why={t.reportWhy} says={t.report} />
    </section>
  );
}

/** The classes of a trial, by what they come to. */
export function Classes({ of: data }: { readonly of: LinkedImport }) {
  const t = useWords(importsWords);
  const { counts = {} } = data;
  const { appId } = useApp();
  const first = useFirstRows(data);
  const { file, sent } = draftOf(appId);
  // What stood in a row is known only here, while its file is in this tab: the report holds no numbers.
  const cells = useMemo(
    () =>
      file !== undefined && sent?.importId === data.importId && sent.content === file.content
        ? new Map(tableOf(file).rows.map((row) => [row.line, row.cells]))
        : new Map<number, readonly string[]>(),
    [file, sent, data.importId],
  );
  const shown = groups.flatMap((group): (readonly [Group, readonly RowClass[]])[] => {
    const classes = classesIn(group, counts);
    return classes.length === 0 ? [] : [[group, classes]];
  });
  return (
    <>
      {shown.map(([group, classes]) => (
        <section key={group} class={`import-group ${group}`} aria-label={t.groups[group]}>
          <h3>{t.groups[group]}</h3>
          {classes.map((each) => (
            <OneClass key={each} of={data} name={each}>
              <FirstRowsOf name={each} count={counts[each] ?? 0} rows={first.data?.get(each)} cells={cells} />
            </OneClass>
          ))}
        </section>
      ))}
      {first.error !== null && <p class="small">{t.reportLost}</p>}
    </>
  );
}

interface OneClassProps {
  readonly of: LinkedImport;
  readonly name: RowClass;
  readonly children: preact.ComponentChildren;
}

function OneClass({ of: data, name, children }: OneClassProps) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  return (
    <details class="import-class">
      <summary>
        <span class="import-count">{number(data.counts?.[name] ?? 0)}</span>
        <span>
          <strong>{name === 'new' ? t.classes.new[data.kind] : t.classes[name]}</strong>
          <span class="small">{name === 'new' ? t.happens.new[sentenceOf(data)] : t.happens[name]}</span>
        </span>
      </summary>
      {children}
    </details>
  );
}

interface ReportProps {
  /** Where it is fetched; there is nothing to show as long as there is none. */
  readonly at: string | undefined;
  readonly why: string;
  /** The words on the button. */
  readonly says: string;
}

/** The way to a file that says something of every row. */
export function Report({ at, why, says }: ReportProps) {
  if (at === undefined) return null;
  return (
    <div class="import-report">
      <p class="small">{why}</p>
      <a class="button" href={at} download>
        {says}
      </a>
    </div>
  );
}
