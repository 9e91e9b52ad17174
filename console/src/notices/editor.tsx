import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { Form, type FormState } from '../kit/form.tsx';
import { drafts, useKeptForm } from '../kit/kept-form.ts';
import { PagePreview, storedBrand } from '../preview/page-preview.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { at, countOf, fieldOf, noticeValues, partOf, parts, proposalOf, purposeAt, textOf } from './draft.ts';
import { draftName, type LatestNotice } from './edit-notice.tsx';
import { useFindingTitles } from './findings.tsx';
import { LanguageTabs } from './language-tabs.tsx';
import { Measure } from './measure.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { TextFields } from './text-fields.tsx';
import { type Finding, lint, useFindings } from './use-findings.ts';
import { noticesWords } from './words/notices-words.ts';

interface EditorProps {
  readonly noticeId: string;
  readonly latest: LatestNotice | undefined;
}

/** Words, what the linter says of them, and the page that comes of them. */
export function Editor({ noticeId, latest }: EditorProps) {
  const t = useWords(noticesWords);
  const { many, number } = useSpeech();
  const app = useApp();
  const queries = useQueryClient();
  const title = useFindingTitles();
  const [shown, setShown] = useState(0);
  const [publishing, setPublishing] = useState(false);
  const [jump, setJump] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const name = draftName(app.appId, noticeId);
  const start = latest === undefined ? { '/count': '0' } : noticeValues(latest, latest.version);
  const form = useKeptForm(
    name,
    start,
    (values) => lint(app.appId, proposalOf(values, noticeId)),
    (found) => {
      const [first] = found.filter(({ severity }) => severity === 'error');
      if (first === undefined) return setPublishing(true);
      setShown(languageOf(first) ?? shown);
      setJump(jump + 1);
    },
  );
  useEffect(() => {
    if (jump > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [jump]);

  const { values } = form;
  const proposal = proposalOf(values, noticeId);
  const { findings, isBehind } = useFindings(proposal);
  const found = (findings.data ?? []).map((each) => ({ ...each, pointer: fieldOf(each.pointer, values) }));
  const errors = found.filter(({ severity }) => severity === 'error');
  const current = Math.min(shown, Math.max(0, countOf(values) - 1));
  const text = textOf(values, current);
  const ours = useOurWords(text.locale);
  const fields: FormState = {
    ...form,
    faultsOf: (pointer) => [...new Set(errors.filter((each) => isOf(each, pointer)).map(title))],
  };
  const take = (pointer: string): (() => void) | undefined => {
    const words = wordsOf(ours, pointer);
    return words === undefined || words === values[pointer] ? undefined : () => form.set(pointer, words);
  };
  const published = () => {
    drafts.forget(name);
    setPublishing(false);
    void queries.invalidateQueries({ queryKey: ['notice', app.appId, noticeId] });
    void queries.invalidateQueries({ queryKey: ['rows', 'notices'] });
  };
  const base = Number(values['/base'] ?? 0);
  const here = found.filter(({ pointer }) => !pointer.startsWith('/texts/'));
  return (
    <div class="beside" ref={body}>
      <div class="editor">
        {latest !== undefined && base < latest.version && (
          <p class="note bad">{fill(t.meanwhile, { latest: number(latest.version), base: number(base) })}</p>
        )}
        <LanguageTabs
          form={form}
          shown={current}
          onShow={setShown}
          errorsIn={(n) => errors.filter((each) => languageOf(each) === n).length}
        />
        <Form form={form} act={t.publish}>
          <TextFields
            key={text.locale}
            form={fields}
            n={current}
            findingsOf={(pointer) => found.filter((each) => isOf(each, pointer))}
            ours={take}
          />
          <Measure form={form} />
          {here.map((each) => (
            <p class="note bad" key={each.rule + each.detail}>
              {title(each)}
            </p>
          ))}
          {findings.error !== null && findings.data === undefined && (
            <FailureNote error={findings.error} again={() => void findings.refetch()} />
          )}
          <p class={`editor-state ${errors.length > 0 ? 'errors' : ''}`} role="status">
            {isBehind
              ? t.reading
              : errors.length > 0
                ? many(t.errors, errors.length)
                : found.length > 0
                  ? many(t.warnings, found.length)
                  : t.clean}
            {form.isChanged && ` ${t.kept}`}
          </p>
          {form.isChanged && latest !== undefined && (
            <Button look="quiet" onClick={form.discard}>
              {t.discard}
            </Button>
          )}
        </Form>
      </div>
      <PagePreview text={text} brand={storedBrand(app)} />
      <PublishDialog
        open={publishing}
        onClose={() => setPublishing(false)}
        proposal={proposal}
        before={latest}
        onPublished={published}
      />
    </div>
  );
}

/** The place of the text that a finding is about. */
function languageOf({ pointer }: Finding): number | undefined {
  const n = /^\/texts\/(\d+)/.exec(pointer)?.[1];
  return n === undefined ? undefined : Number(n);
}

/** A finding about a field; one about a whole text, or all its purposes, stands at its agreement. */
function isOf({ pointer }: Finding, field: string): boolean {
  if (pointer === field || pointer.startsWith(`${field}/`)) return true;
  const [, n] = /^\/texts\/(\d+)(?:\/purposes|\/privacy)?$/.exec(pointer) ?? [];
  if (n === undefined) return false;
  return field === at(Number(n), pointer.endsWith('/privacy') ? 'privacy/text' : 'agreement');
}

/** Words of ours in a language, where we have some. */
function useOurWords(locale: string) {
  const { appId, brand } = useApp();
  const privacyUrl = brand?.siteUrl ?? 'https://privacy.invalid/';
  return useQuery({
    queryKey: ['starter', appId, locale],
    queryFn: () =>
      dataOf(
        api.GET('/v1/apps/{appId}/notices/starter', { params: { path: { appId }, query: { locale, privacyUrl } } }),
      ),
    enabled: locale !== '',
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.texts[0];
}

/** Ours for a field, except for addresses: nobody but the business knows those. */
function wordsOf(ours: ReturnType<typeof useOurWords>, pointer: string): string | undefined {
  if (ours === undefined) return undefined;
  const [, , n, ...rest] = pointer.split('/');
  const part = parts.find((each) => pointer === at(Number(n), each));
  if (part !== undefined) return part === 'privacy/url' ? undefined : partOf(ours, part) || undefined;
  return ours.purposes.find(({ purposeId }) => rest[0] === 'purposes' && pointer === purposeAt(Number(n), purposeId))
    ?.text;
}
