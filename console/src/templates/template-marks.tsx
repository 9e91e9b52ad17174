import { useApp } from '../app-context.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { namedPurpose, type Template } from './templates.ts';
import { templatesWords } from './words/templates-words.ts';

type Status = NonNullable<Template['status']>;

const waiting: readonly Status[] = ['pending', 'in-appeal', 'unclear'];

/** Meta's status and, beside it, its rating: a sign and a word each, never a colour alone. */
export function TemplateState({ of: { status, quality } }: { readonly of: Pick<Template, 'status' | 'quality'> }) {
  const t = useWords(templatesWords);
  const [sign, look] =
    status === 'approved'
      ? ['✓', 'opted-in']
      : status === undefined || waiting.includes(status)
        ? ['…', 'pending']
        : ['✕', 'opted-out'];
  const rating = { green: ['▲', ''], yellow: ['◆', 'template-wait'], red: ['▼', 'template-bad'] } as const;
  const rated = quality === undefined || quality === 'unknown' ? undefined : rating[quality];
  return (
    <span class="template-state">
      <span class={`mark ${look}`}>
        <span aria-hidden="true">{sign}</span> {status === undefined ? t.untold : t.statuses[status]}
      </span>
      {rated !== undefined && quality !== undefined && (
        <span class={`small ${rated[1]}`}>
          <span aria-hidden="true">{rated[0]}</span> {t.qualities[quality]}
        </span>
      )}
    </span>
  );
}

/** The category that counts now, and that another is to come. */
export function CategoryName({ of: { category, comingChange } }: { readonly of: Template }) {
  const t = useWords(templatesWords);
  const { categories } = useWords(vocabularyWords);
  const name = category === undefined || category === 'unclear' ? t.unclearCategory : categories[category];
  return (
    <span>
      {name}
      {comingChange !== undefined && (
        <span class="small template-wait">
          {' '}
          <span class="template-arrow" aria-hidden="true">
            →
          </span>{' '}
          {categories[comingChange.category]}
        </span>
      )}
    </span>
  );
}

/** Whom it goes to, in a few words. */
export function Reach({ of: { sendable, purpose, why } }: { readonly of: Template }) {
  const t = useWords(templatesWords);
  const app = useApp();
  if (sendable === 'yes' && purpose !== undefined) {
    return <span>{fill(t.yesTo, { purpose: namedPurpose(app, purpose) })}</span>;
  }
  const isOpen = why === 'without-purpose';
  return (
    <span class={isOpen ? 'template-wait' : 'template-bad'}>
      <span aria-hidden="true">{isOpen ? '…' : '✕'}</span> {isOpen ? t.noPurposeYet : t.nobody}
    </span>
  );
}
