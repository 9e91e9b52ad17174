import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { type LinkedImport, sentenceOf } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';
import { Classes, Report } from './tried.tsx';

/** What came of it: what counts, what is kept beside, and what the trial had said of every row. */
export function Result({ of: data }: { readonly of: LinkedImport }) {
  const t = useWords(importsWords);
  const { many } = useSpeech();
  const { applied, annulled = 0, undo } = data;
  return (
    <section class="panel import-tried" aria-live="polite">
      {data.state === 'undone' ? (
        <>
          <h2 class="figure">{many(t.undone, annulled)}</h2>
          {undo !== undefined && <p>{fill(t.undoneWhy, { operator: `⁨${undo.operator}⁩`, reason: `⁨${undo.reason}⁩` })}</p>}
        </>
      ) : (
        <h2 class="figure">{many(t.result[sentenceOf(data)], applied?.counted ?? 0)}</h2>
      )}
      {data.state === 'applied' && applied !== undefined && applied.overruled > 0 && (
        <p>{many(t.overruled, applied.overruled)}</p>
      )}
      {applied !== undefined && applied.refused > 0 && <p class="note">{many(t.refusedLate, applied.refused)}</p>}
      <Classes of={data} />
      <Report at={data.links?.applied} why={t.appliedReportWhy} says={t.appliedReport} />
      <Report at={data.links?.report} why={t.reportWhy} says={t.report} />
    </section>
  );
}
