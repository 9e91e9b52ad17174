import { useApp } from '../app-context.ts';
import { When } from '../kit/when.tsx';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { namedPurpose, type TemplateWithHistory, whenIn } from './templates.ts';
import { templatesWords } from './words/templates-words.ts';

type Entry = TemplateWithHistory['history'][number];

/** What was said of a template, latest first. */
export function TemplateHistory({ of: { history } }: { readonly of: TemplateWithHistory }) {
  const t = useWords(templatesWords);
  return (
    <section class="timeline template-history">
      <h2>{t.history}</h2>
      <p class="lead">{t.historyLead}</p>
      <ol>
        {history.map((entry, index) => (
          <li key={`${entry.at} ${index}`} class={toneOf(entry)}>
            <Said of={entry} />
            <p class="small">
              <When at={entry.at} focusable /> · {t.sources[entry.from]}
              {entry.changedNothing === true && ` · ${t.changedNothing}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function toneOf({ status, category, changedNothing }: Entry): string {
  if (changedNothing === true) return 'asked';
  if (status !== undefined) return status === 'approved' ? 'yes' : 'no';
  return category === 'marketing' ? 'no' : 'asked';
}

/** All that one entry says, a sentence each. */
function Said({ of: entry }: { readonly of: Entry }) {
  const t = useWords(templatesWords);
  const { categories } = useWords(vocabularyWords);
  const speech = useSpeech();
  const app = useApp();
  const said = t.happened;
  const categoryNames: { readonly [category: string]: string } = categories;
  const nameOf = (category: string) => categoryNames[category] ?? t.unclearCategory;
  const { status, reason, category, previousCategory, comingChange, quality, flagged, words, purpose } = entry;
  const sentences = [
    status && fill(said.status, { status: t.statuses[status] }),
    reason && fill(said.reason, { reason }),
    category &&
      // A notice names the present category, too: what is to come is its news.
      comingChange === undefined &&
      (previousCategory === undefined
        ? fill(said.category, { category: nameOf(category) })
        : fill(said.wasCategory, { category: nameOf(category), before: nameOf(previousCategory) })),
    comingChange &&
      fill(said.coming, {
        category: nameOf(comingChange.category),
        when: comingChange.from === undefined ? '' : whenIn(speech, comingChange.from),
      }),
    quality && fill(said.quality, { quality: t.qualities[quality] }),
    flagged === true && said.flagged,
    words && said.words,
    entry.from === 'person' &&
      (typeof purpose === 'string' ? fill(said.purpose, { purpose: namedPurpose(app, purpose) }) : said.noPurpose),
  ].filter((sentence) => typeof sentence === 'string' && sentence !== '');
  return <p>{sentences.join(' · ')}</p>;
}
