import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { useApp } from '../app-context.ts';
import { sizeOf } from '../exports/exports.ts';
import { Form, type FormState } from '../kit/form.tsx';
import { foundHere } from '../kit/kept-form.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { at, columnAt, columnsOf } from './columns/mapping.ts';
import { changeDraft, draftOf, useStep } from './draft.ts';
import { guessColumns } from './file/columns.ts';
import {
  type ChosenFile,
  type FileFault,
  mostBytes,
  mostRows,
  mostRowsOfSheet,
  readFile,
  tableOf,
  UnusableFile,
} from './file/read-file.ts';
import { FilePreview } from './file-preview.tsx';
import { isKind } from './kinds.ts';
import { remembered } from './remembered.ts';
import { pathOf, StepPage } from './step-page.tsx';
import { importsWords } from './words/imports-words.ts';

/** The file: chosen, looked at in the browser, and shown as it is read. */
export function FileStep() {
  const t = useWords(importsWords);
  const { number, language } = useSpeech();
  const { appId } = useApp();
  const [, go] = useLocation();
  const { kind } = { kind: draftOf(appId).values[at.kind] };
  const [file, setFile] = useState(draftOf(appId).file);
  useEffect(() => {
    if (!isKind(kind)) go(pathOf('kind'), { replace: true });
  }, []);
  // Who goes on while a file is being read means that file.
  const reading = useRef(Promise.resolve());
  const form = useStep(
    appId,
    async () => {
      await reading.current;
      const { file: chosen } = draftOf(appId);
      if (chosen === undefined) throw foundHere([{ pointer: '/file', code: 'no-file-yet' }]);
      fillIn(appId, chosen);
    },
    () => go(pathOf('columns')),
  );
  const limits = {
    rows: number(mostRows),
    sheetRows: number(mostRowsOfSheet),
    size: sizeOf(mostBytes, language),
  };
  return (
    <StepPage step="file" title={t.fileTitle} lead={fill(t.fileHint, limits)}>
      <div class="import-file">
        <Form form={form} act={t.next}>
          <ChooseFile
            form={form}
            file={file}
            limits={limits}
            reading={reading}
            onRead={(read) => {
              setFile(read);
              changeDraft(appId, { file: read });
            }}
          />
          {file !== undefined && (
            <FilePreview
              of={file}
              onChange={(changed) => {
                setFile(changed);
                changeDraft(appId, { file: changed });
              }}
            />
          )}
        </Form>
      </div>
    </StepPage>
  );
}

/** What the columns were the last time, or seem to be by their names. What somebody chose for this file already stays. */
function fillIn(appId: string, file: ChosenFile): void {
  const { values } = draftOf(appId);
  const kind = values[at.kind];
  const { header } = tableOf(file);
  const name = JSON.stringify([kind, ...header]);
  if (!isKind(kind) || values.filledFor === name) return;
  const kept = remembered.read(appId, kind, header);
  const guessed = guessColumns(header);
  const useful = ['phone', 'bsuid', 'date', ...columnsOf(kind)] as const;
  const filled =
    kept ??
    Object.fromEntries([
      // A date format is the person's to say.
      [at.format, ''],
      ...useful.map((field) => [columnAt(field), (guessed as { [field: string]: string | undefined })[field] ?? '']),
    ]);
  changeDraft(appId, { values: { ...values, ...filled, filledFor: name }, isRemembered: kept !== undefined });
}

/** Reads a file when what is said before is drawn, because a large spreadsheet takes the browser's time; or why it cannot be used. */
async function readSoon(given: File): Promise<ChosenFile | FileFault> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return readFile(given).catch((error: unknown) => (error instanceof UnusableFile ? error.why : 'unreadable'));
}

interface ChooseFileProps {
  readonly form: FormState;
  readonly file: ChosenFile | undefined;
  readonly limits: { readonly [name: string]: string };
  /** Until the file that was chosen last is read, or is known to be of no use. */
  readonly reading: { current: Promise<void> };
  readonly onRead: (file: ChosenFile | undefined) => void;
}

function ChooseFile({ form, file, limits, reading, onRead }: ChooseFileProps) {
  const t = useWords(importsWords);
  const { language } = useSpeech();
  const id = useId();
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<string>();
  const [isOver, setOver] = useState(false);
  form.claim('/file');
  const latest = useRef<File | undefined>(undefined);
  const take = async (given: File) => {
    latest.current = given;
    setReading(true);
    setFault(undefined);
    onRead(undefined);
    const read = await readSoon(given);
    // Another file was chosen meanwhile.
    if (latest.current !== given) return;
    setReading(false);
    if (typeof read === 'string') setFault(fill(t.fileFaults[read], limits));
    else onRead(read);
  };
  const choose = (given: File | undefined) => {
    if (given !== undefined) reading.current = take(given);
    return reading.current;
  };
  const faults = fault ?? form.faultsOf('/file').join(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file is chosen by the field in it; that it can be dropped is for who has a mouse
    <div
      class={`import-drop ${isOver ? 'over' : ''} ${faults === '' ? '' : 'faulty'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void choose(event.dataTransfer?.files[0]);
      }}
    >
      <p role="status">
        {isReading && t.reading}
        {!isReading && file !== undefined && (
          <strong>{fill(t.chosen, { name: `⁨${file.name}⁩`, size: sizeOf(file.content.size, language) })}</strong>
        )}
      </p>
      <input
        id={id}
        class="visually-hidden"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
        aria-invalid={faults !== ''}
        aria-describedby={`${id}-faults`}
        onChange={({ currentTarget }) => {
          const [given] = currentTarget.files ?? [];
          void choose(given).finally(() => {
            // The same file, mended, can be chosen again.
            currentTarget.value = '';
          });
        }}
      />
      <label for={id} class={file === undefined ? 'button primary' : 'button'}>
        {file === undefined ? t.choose : t.chooseOther}
      </label>
      <p class="small import-or-drop">{t.drop}</p>
      <p class="faults" id={`${id}-faults`}>
        {faults}
      </p>
    </div>
  );
}
