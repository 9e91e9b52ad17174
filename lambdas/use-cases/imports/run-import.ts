import type { App } from '../../domain/app/app.ts';
import { FileRefusedError } from '../../domain/import/file-refused-error.ts';
import type { AppliedCounts, AppliedOutcome, Import, ImportState } from '../../domain/import/import.ts';
import type { ClassifiedRow } from '../../domain/import/row-class.ts';
import { type FreshApps, findFreshApp } from '../admin/find-app.ts';
import { type ApplyDeps, applyPart, countsOf } from './apply-part.ts';
import type { ImportRun, ImportStore } from './ports.ts';
import { type PreviewDeps, previewPart } from './preview-part.ts';
import { type ReadFileDeps, readFile } from './read-file.ts';
import { undoPart } from './undo-part.ts';

export type RunDeps = ReadFileDeps &
  PreviewDeps &
  ApplyDeps & { readonly imports: ImportStore; readonly apps: Pick<FreshApps, 'findFresh'> };

const onItsWay: { readonly [Mode in ImportRun['mode']]: ImportState } = {
  preview: 'reading',
  apply: 'applying',
  undo: 'undoing',
};

/**
 * First step of an execution: which parts are to be done. A dry run reads the file first.
 *
 * @returns the parts that are not done, or undefined: the file cannot be used (which the import says), or a later call took over
 */
export async function planImport(deps: RunDeps, run: ImportRun): Promise<readonly number[] | undefined> {
  const known = await deps.imports.find(run.appId, run.importId);
  if (known === undefined || !isOfRun(known, run)) return undefined;
  if (run.mode === 'preview' && !(await read(deps, run, known))) return undefined;
  const now = run.mode === 'preview' ? ((await deps.imports.find(run.appId, run.importId)) ?? known) : known;
  const done = await deps.imports.partsDone(run);
  return (await partsOf(deps, run, now)).filter((part) => !done.has(part));
}

/** All parts of an execution: an undo has those of which applying began, and no others begin any more. */
async function partsOf({ imports }: Pick<RunDeps, 'imports'>, run: ImportRun, known: Import): Promise<number[]> {
  const all = Array.from({ length: known.file?.parts ?? 0 }, (_, index) => index + 1);
  // One of before parts were marked: any of them may be recorded in part. Its attestation names no dry run either.
  const isUnmarked = known.attestation?.dryRun === undefined;
  if (run.mode !== 'undo' || known.appliedAt !== undefined || isUnmarked) return all;
  const begun = await imports.partsBegun({ ...run, mode: 'apply' });
  return all.filter((part) => begun.has(part));
}

/** Whether this execution is the one that the import waits for. */
function isOfRun(known: Import, { mode, run, attempt }: ImportRun): boolean {
  return known.state === onItsWay[mode] && known.run === run && known.tries === attempt;
}

async function read(deps: RunDeps, run: ImportRun, known: Import): Promise<boolean> {
  const { mapping } = known;
  if (mapping === undefined) throw new Error(`The import ${run.importId} has no mapping.`);
  const app = await findFreshApp(deps.apps, run.appId);
  try {
    const file = await readFile(deps, run, app, { ...known, mapping }, (rows) => deps.imports.noteReading(run, rows));
    return await deps.imports.noteFile(run, file);
  } catch (error) {
    if (!(error instanceof FileRefusedError)) throw error;
    await deps.imports.refuse(known, error.refusal, deps.now());
    return false;
  }
}

/** Second step, once a part. A repeat does the part again, with the same acts under the same names, and counts it once. */
export async function runPart(deps: RunDeps, run: Omit<ImportRun, 'attempt'>, part: number): Promise<void> {
  // Marked before the import is read, and never once an undo has begun: that stops it here, and finds each mark when it is planned.
  if (run.mode === 'apply') await deps.imports.beginPart(run, part);
  const known = await deps.imports.find(run.appId, run.importId);
  // A dry run that was begun later has parts of its own.
  if (known === undefined || known.run !== run.run || known.mode !== run.mode) return;
  const app: App = await findFreshApp(deps.apps, run.appId);
  const does = { preview: previewPart, apply: applyPart, undo: undoPart }[run.mode];
  const result = await does(deps, app, known, part);
  await deps.imports.notePart(run, part, result);
}

/**
 * Last step: every part is done.
 *
 * @throws Error when one is not
 */
export async function finishImport(deps: RunDeps, run: ImportRun): Promise<void> {
  const { appId, importId } = run;
  // What is noted before the import is read is in its counts.
  const done = await deps.imports.partsDone(run);
  const known = await deps.imports.find(appId, importId);
  if (known === undefined || !isOfRun(known, run)) return;
  const parts = (await partsOf(deps, run, known)).length;
  if (done.size !== parts) throw new Error(`${parts - done.size} parts of ${importId} are not done.`);
  if (run.mode === 'apply') return finishApplying(deps, { ...run, mode: 'apply' }, parts, known.applied);
  if (run.mode === 'undo') {
    return deps.imports.complete({ ...run, mode: 'undo' }, deps.now(), { annulled: known.annulled ?? 0 });
  }
  async function* classes(): AsyncGenerator<readonly ClassifiedRow[], void> {
    for (let part = 1; part <= parts; part += 1) {
      yield await deps.importFiles.readClasses({ appId, importId, run: run.run, part });
    }
  }
  const report = await deps.importFiles.writeReport({ appId, importId, run: run.run }, classes());
  await deps.imports.preview(run, deps.now(), report);
}

/**
 * The counts of an import that was applied are those of its report, row by row. Parts that a former version applied do not name every row:
 * what was noted of them stands then, without a report.
 *
 * @param noted what all parts came to
 */
async function finishApplying(
  deps: RunDeps,
  run: ImportRun & { readonly mode: 'apply' },
  parts: number,
  noted: AppliedCounts | undefined,
): Promise<void> {
  const { appId, importId } = run;
  const total = { recorded: 0, counted: 0, overruled: 0, refused: 0 };
  async function* outcomes(): AsyncGenerator<readonly AppliedOutcome[], void> {
    for (let part = 1; part <= parts; part += 1) {
      const rows = await deps.importFiles.readApplied({ appId, importId, run: run.run, part });
      for (const [name, count] of Object.entries(countsOf(rows))) total[name as keyof typeof total] += count;
      yield rows;
    }
  }
  const appliedReport = await deps.importFiles.writeAppliedReport({ appId, importId, run: run.run }, outcomes());
  if (noted !== undefined && rowsOf(noted) !== rowsOf(total))
    return deps.imports.complete(run, deps.now(), { ...noted });
  await deps.imports.complete(run, deps.now(), total, { applied: total, appliedReport });
}

const rowsOf = ({ recorded, refused }: AppliedCounts): number => recorded + refused;
