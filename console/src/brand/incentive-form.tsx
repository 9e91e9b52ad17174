import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Form, type FormState, TextField } from '../kit/form.tsx';
import { drafts, useKeptForm } from '../kit/kept-form.ts';
import { noticeValues, proposalOf, textOf } from '../notices/draft.ts';
import type { LatestNotice } from '../notices/edit-notice.tsx';
import { Findings, useFindingTitles } from '../notices/findings.tsx';
import { languageName } from '../notices/languages.ts';
import { PublishDialog } from '../notices/publish-dialog.tsx';
import { lint, useFindings } from '../notices/use-findings.ts';
import type { NoticeText } from '../preview/page-preview.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { brandWords } from './words/brand-words.ts';

interface IncentiveFormProps {
  readonly latest: LatestNotice;
  readonly onTyped: (text: NoticeText) => void;
}

/** What people are given for an opt-in, in each language of a notice: it is among the words that they agree by. */
export function IncentiveForm({ latest, onTyped }: IncentiveFormProps) {
  const t = useWords(brandWords);
  const { language } = useSpeech();
  const { appId } = useApp();
  const queries = useQueryClient();
  const title = useFindingTitles();
  const [shown, setShown] = useState(0);
  const [publishing, setPublishing] = useState(false);
  const name = `gift:${appId}:${latest.noticeId}`;
  const form = useKeptForm(
    name,
    noticeValues(latest, latest.version),
    (values) => lint(appId, proposalOf(values, latest.noticeId)),
    (found) => setPublishing(found.every(({ severity }) => severity !== 'error')),
  );
  const { values } = form;
  const proposal = proposalOf(values, latest.noticeId);
  const { findings } = useFindings(proposal);
  const of = (pointer: string) => (findings.data ?? []).filter((each) => each.pointer === pointer);
  const fields: FormState = {
    ...form,
    faultsOf: (pointer) => of(pointer).flatMap((each) => (each.severity === 'error' ? [title(each)] : [])),
  };
  useEffect(() => onTyped(textOf(values, shown)), [values, shown]);
  return (
    <>
      <Form form={form} act={t.publishGift}>
        {latest.texts.map(({ locale }, n) => {
          const pointer = `/texts/${n}/incentive`;
          return (
            <div key={locale} onFocusIn={() => setShown(n)}>
              <TextField form={fields} pointer={pointer} label={languageName(locale, language)} optional />
              <Findings of={of(pointer)} />
            </div>
          );
        })}
      </Form>
      <PublishDialog
        open={publishing}
        onClose={() => setPublishing(false)}
        proposal={proposal}
        before={latest}
        onPublished={() => {
          drafts.forget(name);
          setPublishing(false);
          void queries.invalidateQueries({ queryKey: ['notice', appId, latest.noticeId] });
        }}
      />
    </>
  );
}
