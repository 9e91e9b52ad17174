import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { PurposeForm } from './purpose-form.tsx';
import { TemplateHistory } from './template-history.tsx';
import { CategoryName, TemplateState } from './template-marks.tsx';
import { isMarketing, namedPurpose, type TemplateWithHistory, useTemplate, whenIn } from './templates.ts';
import { templatesWords } from './words/templates-words.ts';

/** One template: whom it goes to and why, which purpose it serves, what it says, and what was said of it. */
export function TemplatePage({ templateId }: { readonly templateId: string }) {
  const t = useWords(templatesWords);
  const template = useTemplate(templateId);
  const mayChange = may(useKept(session), 'collection:write');
  return (
    <Page
      title={template.data?.name ?? t.title}
      lead={
        template.data && (
          <span class="template-lead">
            <TemplateState of={template.data} /> <CategoryName of={template.data} /> · {template.data.language}
          </span>
        )
      }
      above={
        <Link href="/" class="above">
          {t.back}
        </Link>
      }
    >
      <Loaded of={template} lines={8}>
        {(data) => (
          <div class="stack">
            <Verdict of={data} />
            <div class="columns">
              <div class="stack">
                {mayChange && <PurposeForm key={data.purpose ?? ''} of={data} />}
                <Says of={data} />
              </div>
              <TemplateHistory of={data} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Whom it goes to, and what is to come. */
function Verdict({ of: { sendable, why, status, purpose, comingChange } }: { readonly of: TemplateWithHistory }) {
  const t = useWords(templatesWords);
  const { categories } = useWords(vocabularyWords);
  const speech = useSpeech();
  const app = useApp();
  const named = { purpose: purpose === undefined ? '' : namedPurpose(app, purpose) };
  const sentence =
    sendable === 'yes'
      ? fill(t.goes.yes, named)
      : why === 'without-purpose'
        ? t.goes.without
        : why === 'marketing-for-another-purpose'
          ? fill(t.goes.marketing, named)
          : fill(t.goes.status, { status: status === undefined ? t.untold : t.statuses[status] });
  const stops = comingChange?.category === 'marketing' && !isMarketing(app, purpose);
  return (
    <div class={sendable === 'yes' ? 'note' : 'note bad'}>
      <p>
        <strong>
          <span aria-hidden="true">{sendable === 'yes' ? '✓' : '✕'}</span> {sentence}
        </strong>
      </p>
      {comingChange?.from !== undefined && (
        <p>
          {fill(t.coming, {
            when: whenIn(speech, comingChange.from),
            category: categories[comingChange.category],
          })}
          {stops && ` ${t.comingStops}`}
        </p>
      )}
    </div>
  );
}

/** The words of the template, as people read them: their language, their direction. */
function Says({ of: { words, language } }: { readonly of: TemplateWithHistory }) {
  const t = useWords(templatesWords);
  return (
    <section class="panel">
      <h2>{t.words}</h2>
      {words === undefined ? (
        <p>{t.noWords}</p>
      ) : (
        <blockquote class="template-words" lang={language.replace('_', '-')} dir="auto">
          {words.header !== undefined && <p class="template-header">{words.header}</p>}
          {words.body !== undefined && <p>{words.body}</p>}
          {words.footer !== undefined && <p class="small">{words.footer}</p>}
          {words.buttons.map(({ kind, text }, index) => (
            <span class="template-button" key={`${index} ${kind}`}>
              {text === '' ? kind : text}
            </span>
          ))}
        </blockquote>
      )}
    </section>
  );
}
