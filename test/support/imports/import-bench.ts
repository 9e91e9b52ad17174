import { gunzipSync } from 'node:zlib';
import { csvTables } from '../../../lambdas/adapters/csv/read-table.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { readLedgers } from '../../../lambdas/adapters/dynamodb/entries/ledger-reader.ts';
import { importStore } from '../../../lambdas/adapters/dynamodb/imports/import-store.ts';
import { fileLinks } from '../../../lambdas/adapters/s3/file-links.ts';
import { importFiles, runningHash } from '../../../lambdas/adapters/s3/import-files.ts';
import { importFilesLiveForDays } from '../../../lambdas/contract/deployment.ts';
import type { ImportInput, ImportPartEvent, ImportPlanAnswer } from '../../../lambdas/contract/import-steps.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { importStep } from '../../../lambdas/edge/imports/import-step.ts';
import { numbersOf } from '../../../lambdas/edge/imports/numbers-of.ts';
import { imports as importsHandler } from '../../../lambdas/handlers/imports.ts';
import type { RunDeps } from '../../../lambdas/use-cases/imports/run-import.ts';
import { testCursors } from '../api/cursors.ts';
import { type Call, send } from '../api/http-event.ts';
import type { TestBucket } from '../exports/export-bucket.ts';
import { acme, type LedgerBench } from '../ledger/ledger-bench.ts';

/** An app for imports: a marketing and a utility purpose, in Mexico's time. */
export const importingApp = (appId: string): App => {
  const { whatsapp: _number, smsName: _name, ...rest } = acme;
  return { ...rest, appId, smsNumbers: [], timeZone: 'America/Mexico_City' };
};

/** What a file holds, as lines. */
export const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** The usual mapping of the tests. */
export const byDate = {
  columns: { phone: 'Phone', date: { column: 'Date', format: 'YYYY-MM-DD', timeZone: 'UTC' } },
  purposes: ['offers'],
  source: 'paper',
} as const;

/** Who answers for a file that was tried once. */
export const answers = { operator: 'Ada', documentRef: 'BOX-17', dryRun: 1, confirms: true } as const;

/** The API and the steps of imports on the real stores; executions run when the test says so. */
export async function importBench(
  bench: LedgerBench,
  bucket: TestBucket,
  appId: string,
  change: Partial<RunDeps> = {},
) {
  const { table } = bench;
  const apps = appStore(table, bench.now);
  await apps.create(importingApp(appId));
  const started: ImportInput[] = [];
  const ended = new Set<string>();
  const nameOf = ({ importId, mode, attempt }: ImportInput) => `${importId}-${mode}-${attempt}`;
  const { client } = bucket;
  const files = importFiles(client, bucket.bucket);
  const stores = { apps, imports: importStore(table), importFiles: files, notices: noticeStore(table), now: bench.now };
  const deps: RunDeps = {
    ...stores,
    tables: csvTables,
    numbersOf,
    newHash: runningHash,
    rowsInPart: 20,
    people: bench.people,
    history: (app, ids) => readLedgers(table, app, ids),
    ledger: bench.ledger,
    ...change,
  };
  let ids = 0;
  const endpoint = importsHandler({
    ...stores,
    links: fileLinks(client, bucket.bucket),
    cursors: testCursors,
    filesLiveForDays: importFilesLiveForDays,
    importStarter: {
      // As Step Functions: what is on its way is not started again, and what has ended neither.
      start: async (run) => {
        const name = nameOf(run);
        if (ended.has(name)) return false;
        if (!started.some((each) => nameOf(each) === name)) started.push(run);
        return true;
      },
    },
    newId: () => `${appId.replaceAll('-', '')}x${++ids}`,
  });
  const call = (method: string, path: string, more?: Call) => send(endpoint, method, `/v1/apps/${appId}${path}`, more);

  /** Runs an execution as the state machine does: every step once, and what fails is noted. */
  async function execute(
    input: ImportInput,
    broken: (event: ImportPartEvent) => void = () => undefined,
    other: Partial<RunDeps> = {},
  ) {
    const used = { ...deps, ...other };
    ended.add(nameOf(input));
    try {
      const plan = (await importStep(used, { step: 'plan', input })) as ImportPlanAnswer;
      if (!plan.go) return;
      for (const part of plan.parts) {
        broken(part);
        await importStep(used, part);
      }
      await importStep(used, { step: 'finish', input });
    } catch (error) {
      const failed = { Error: (error as Error).name, Cause: '' };
      await importStep(used, { step: 'failed', input, error: failed });
    }
  }

  const run = async (broken?: (event: ImportPartEvent) => void) => {
    for (const input of started.splice(0)) await execute(input, broken);
  };

  /** A new import with its file in the bucket; its id. */
  async function upload(text: string | Buffer, kind = 'opt-ins'): Promise<string> {
    const bytes = Buffer.from(text as string);
    const made = await call('POST', '/imports', { body: { kind, fileName: 'list.csv', size: bytes.length } });
    const { url, headers, method: put } = made.body.upload;
    const sent = await fetch(url, { method: put, headers, body: bytes });
    if (sent.status !== 200) throw new Error(`The upload was answered ${sent.status}: ${await sent.text()}`);
    return made.body.importId;
  }

  const read = async (importId: string) => (await call('GET', `/imports/${importId}`)).body;

  /** Tries a file; the import as it is then. */
  async function dryRun(importId: string, mapping: object = byDate) {
    const asked = await call('POST', `/imports/${importId}/dry-run`, { body: mapping });
    if (asked.status !== 202) return asked.body;
    await run();
    return read(importId);
  }

  return {
    deps,
    call,
    started,
    execute,
    run,
    /** Ends the execution that was started without a word, as one that takes too long or is stopped. */
    abort() {
      for (const input of started.splice(0)) ended.add(nameOf(input));
    },
    upload,
    read,
    dryRun,
    client,
    async apply(importId: string) {
      const { dryRun } = await read(importId);
      await call('POST', `/imports/${importId}/apply`, { body: { ...answers, dryRun } });
      await run();
      return read(importId);
    },
    async undo(importId: string) {
      await call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'The wrong list.' } });
      await run();
      return read(importId);
    },
    /** The lines of a report, without its header. */
    async report(importId: string, which: 'report' | 'applied' = 'report'): Promise<readonly string[]> {
      const { links } = await read(importId);
      const bytes = Buffer.from(await (await fetch(links[which])).arrayBuffer());
      return gunzipSync(bytes).toString().trimEnd().split('\r\n').slice(1);
    },
    /** What stands of somebody, by purpose. */
    async standing(phone: string) {
      const known = await bench.people.find(appId, { phone }, bench.now());
      return known?.subject.registers;
    },
  };
}
