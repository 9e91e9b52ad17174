import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { useApp } from '../../app-context.ts';
import { sizeOf } from '../../exports/exports.ts';
import { Form, type FormState, type Values } from '../../kit/form.tsx';
import { foundHere } from '../../kit/kept-form.ts';
import { linesOf } from '../../kit/values.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { useFileOf } from '../columns/columns-step.tsx';
import { at, columnAt, mappingOf } from '../columns/mapping.ts';
import { changeDraft, draftOf, useStep } from '../draft.ts';
import { momentOf, saysNo } from '../file/day.ts';
import { type ChosenFile, tableOf } from '../file/read-file.ts';
import type { ImportKind } from '../kinds.ts';
import { remembered } from '../remembered.ts';
import { sendAndTry } from '../send-and-try.ts';
import { StepPage } from '../step-page.tsx';
import { importsWords } from '../words/imports-words.ts';
import { ListFields, NoFields, YesFields } from './about-fields.tsx';

/** What it is about; then the file is sent, and tried. */
export function AboutStep() {
  const { appId } = useApp();
  const given = useFileOf(appId);
  return given === undefined ? null : <About {...given} />;
}

function About({ file, kind }: { readonly file: ChosenFile; readonly kind: ImportKind }) {
  const t = useWords(importsWords);
  const { timeZone } = useSpeech();
  const { appId } = useApp();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const { header } = useMemo(() => tableOf(file), [file]);
  const form = useStep(
    appId,
    async (values) => {
      const faults = faultsIn(values, kind);
      if (faults.length > 0) throw foundHere(faults);
      const isNo = saysNo(kind, values[at.lift] === 'lift');
      const mapping = mappingOf(values, kind, file, (day) => momentOf(day, isNo, timeZone, Date.now()));
      try {
        const { sent } = draftOf(appId);
        return await sendAndTry({ appId, kind, file, mapping, sent, told: setShare }, (begun) =>
          changeDraft(appId, { sent: begun }),
        );
      } finally {
        setShare(undefined);
        void queries.invalidateQueries({ queryKey: ['rows', 'imports', appId] });
      }
    },
    (tried) => {
      remembered.write(appId, kind, header, form.values);
      queries.setQueryData(['import', appId, tried.importId], tried);
      go(`/${tried.importId}`);
    },
  );
  return (
    <StepPage step="about" title={t.aboutTitle}>
      <div class="import-columns">
        <Form form={form} act={t.try} whenUnsure={t.uploadFailed}>
          <section class="panel" aria-label={t.aboutTitle}>
            {kind === 'opt-ins' && <YesFields form={form} />}
            {kind === 'opt-outs' && <NoFields form={form} />}
            {kind === 'suppressions' && <ListFields form={form} />}
          </section>
          <p class="note">{t.tryDoes}</p>
          {share !== undefined && <Progress of={file} share={share} form={form} />}
        </Form>
      </div>
    </StepPage>
  );
}

interface ProgressProps {
  readonly of: ChosenFile;
  /** From 0 to 1. */
  readonly share: number;
  readonly form: FormState;
}

function Progress({ of: { name, content }, share }: ProgressProps) {
  const t = useWords(importsWords);
  const { language } = useSpeech();
  const words = fill(t.uploading, { name: `⁨${name}⁩` });
  const sizes = { done: sizeOf(Math.round(share * content.size), language), all: sizeOf(content.size, language) };
  return (
    <div class="stack">
      <p role="status">{share < 1 ? words : t.starting}</p>
      <progress class="progress" value={share} aria-label={words} />
      <p class="small">{fill(t.uploaded, sizes)}</p>
    </div>
  );
}

/** What is seen before anything is sent. */
function faultsIn(values: Values, kind: ImportKind) {
  const has = (pointer: string): boolean => (values[pointer]?.trim() ?? '') !== '';
  const some = linesOf(values[at.purposes]).length > 0;
  const lacksPurpose =
    (kind === 'opt-ins' && !some && !has(columnAt('purposes'))) ||
    (kind === 'opt-outs' && values[at.noTo] === 'some' && !some && !has(columnAt('purposes')));
  const lacksReason = kind === 'suppressions' && !has(at.reason) && !has(columnAt('reason'));
  return [
    ...(lacksPurpose ? [{ pointer: at.purposes, code: 'no-purpose' }] : []),
    ...(lacksReason ? [{ pointer: at.reason, code: 'no-reason' }] : []),
  ];
}
