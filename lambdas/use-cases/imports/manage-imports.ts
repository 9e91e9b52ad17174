import type { App } from '../../domain/app/app.ts';
import { found } from '../../domain/found.ts';
import type { Attestation, Import, ImportKind, ImportMode, ImportState } from '../../domain/import/import.ts';
import { importIdAt, isImportId } from '../../domain/import/import-id.ts';
import { AnotherDryRunError, ImportStateError } from '../../domain/import/import-state-error.ts';
import type { ImportMapping } from '../../domain/import/mapping.ts';
import type { Clock } from '../ledger/ports.ts';
import type { BeginChange, ImportFiles, ImportRun, ImportStarter, ImportStore } from './ports.ts';

interface Deps {
  readonly imports: ImportStore;
  readonly importFiles: ImportFiles;
  readonly importStarter: ImportStarter;
  readonly now: Clock;
}

/** What the caller says of a file that is to come. */
export interface ImportOrder {
  readonly appId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly size: number;
  readonly keyId: string;
}

/** Begins an import: it is listed, and its file may come. */
export async function createImport(
  { imports, now, newId }: Pick<Deps, 'imports' | 'now'> & { readonly newId: () => string },
  order: ImportOrder,
): Promise<Import> {
  const createdAt = now();
  const importId = importIdAt(createdAt, newId());
  const created: Import = {
    ...order,
    importId,
    state: 'awaiting-file',
    createdAt,
    updatedAt: createdAt,
    run: 0,
    tries: 0,
  };
  await imports.create(created);
  return created;
}

/** @throws NotFoundError */
export async function findImport(imports: ImportStore, appId: string, importId: string): Promise<Import> {
  return found(isImportId(importId) ? await imports.find(appId, importId) : undefined, 'import');
}

/** Whether nothing of it was applied yet, so that its file and its mapping may still change. */
export function isOpen({ state, mode }: Pick<Import, 'state' | 'mode'>): boolean {
  if (state === 'failed') return mode === 'preview';
  return state === 'awaiting-file' || state === 'reading' || state === 'previewed' || state === 'refused';
}

/**
 * Takes the file from a call. What was tried before goes by its own version of it.
 *
 * @throws NotFoundError, ImportStateError
 */
export async function takeFile(deps: Deps, appId: string, importId: string, bytes: Uint8Array): Promise<Import> {
  const known = await findImport(deps.imports, appId, importId);
  if (!isOpen(known)) throw notNow(known, 'takes no other file');
  await deps.importFiles.put(known, bytes);
  return known;
}

/**
 * Begins a dry run. It may be repeated, with another mapping or another file, until the import is applied; the latest one stands.
 *
 * @throws NotFoundError, ImportStateError
 */
export async function tryImport(deps: Deps, app: App, importId: string, mapping: ImportMapping): Promise<Import> {
  const known = await findImport(deps.imports, app.appId, importId);
  if (!isOpen(known)) throw notNow(known, 'cannot be tried again');
  return begin(deps, known, { mode: 'preview', mapping });
}

/**
 * Applies what the dry run saw, or continues where an earlier call of this stopped; who answers for it stays who did first. While it is
 * on its way a repeat is told so, and starts nothing.
 *
 * @param given `dryRun`: the one that was looked at
 * @throws NotFoundError, AnotherDryRunError, ImportStateError, also when the file is not the one of the dry run any more
 */
export async function applyImport(
  deps: Deps,
  appId: string,
  importId: string,
  given: Omit<Attestation, 'at' | 'report' | 'dryRun'> & { readonly dryRun: number },
): Promise<Import> {
  const known = await findImport(deps.imports, appId, importId);
  mustBeIn(known, 'apply', 'previewed', 'can be applied after a dry run');
  if (given.dryRun !== known.run) throw new AnotherDryRunError(known.run, given.dryRun);
  const { attestation } = known;
  if (known.state !== 'previewed' && attestation !== undefined) {
    if (attestation.operator !== given.operator || attestation.documentRef !== given.documentRef) {
      throw new ImportStateError(
        'Somebody else answers for this import, or by another document: it continues under that.',
      );
    }
    if (await isOnItsWay(deps, known, 'apply')) return known;
    return begin(deps, known, { mode: 'apply', attestation });
  }
  const head = await deps.importFiles.head(known);
  if (head === undefined || head.etag !== known.file?.etag) {
    const detail = 'The file was changed after the dry run: nothing was applied. Try it again.';
    await deps.imports.refuse(known, { code: 'file-changed', detail }, deps.now());
    throw new ImportStateError(detail);
  }
  return begin(deps, known, { mode: 'apply', attestation: { ...given, report: known.report?.sha256, at: deps.now() } });
}

/**
 * Takes the grants of a batch back, or continues to; of one whose applying has ended without its end those that it gave so far, and what
 * it did not give it never will.
 *
 * @throws NotFoundError, ImportStateError; a no is never undone
 */
export async function undoImport(
  deps: Deps & { readonly filesLiveForDays: number },
  appId: string,
  importId: string,
  given: { readonly operator: string; readonly reason: string },
): Promise<Import> {
  const known = await findImport(deps.imports, appId, importId);
  if (known.kind !== 'opt-ins') {
    throw new ImportStateError(
      'Noes are never undone: who said no, or is not to be contacted, stays so until they say otherwise.',
    );
  }
  if (!(await isCutOff(deps, known))) mustBeIn(known, 'undo', 'applied', 'can be undone once its applying has ended');
  const { filesLiveForDays } = deps;
  // Of one that was cut off the files of its dry run are needed too.
  const since = known.appliedAt === undefined ? known.previewedAt : known.attestation?.at;
  if (deps.now() >= (since ?? known.createdAt) + filesLiveForDays * day) {
    throw new ImportStateError(
      `An import can be undone for ${filesLiveForDays} days: whom it gave to is not known any more. Record an opt-out of each instead.`,
    );
  }
  if (await isOnItsWay(deps, known, 'undo')) return known;
  return begin(deps, known, { mode: 'undo', undo: known.undo ?? { ...given, at: deps.now() } });
}

/** Whether applying has ended without its end: it failed, took too long or was stopped. */
async function isCutOff(deps: Deps, known: Import): Promise<boolean> {
  if (known.mode !== 'apply') return false;
  if (known.state === 'applying') return !(await isOnItsWay(deps, known, 'apply'));
  return known.state === 'failed';
}

/**
 * Whether the execution that the import waits for is running. One that ended without a word (it took too long, or was stopped) is not,
 * and one that was never started is by this.
 */
async function isOnItsWay({ importStarter }: Pick<Deps, 'importStarter'>, known: Import, mode: ImportMode) {
  return known.state === onItsWay[mode] && importStarter.start(executionOf(known, mode));
}

const onItsWay: { readonly [Mode in ImportMode]: ImportState } = {
  preview: 'reading',
  apply: 'applying',
  undo: 'undoing',
};

const executionOf = ({ appId, importId, run, tries }: Import, mode: ImportMode): ImportRun => ({
  appId,
  importId,
  mode,
  run,
  attempt: tries,
});

const day = 24 * 60 * 60 * 1000;

/** Its own step may be begun from the state before it, while it is on its way, and after it failed. */
function mustBeIn(known: Import, mode: ImportMode, from: ImportState, when: string): void {
  const isFailed = known.state === 'failed' && known.mode === mode;
  if (known.state !== from && known.state !== onItsWay[mode] && !isFailed) throw notNow(known, when);
}

function notNow({ state, mode }: Import, rule: string): ImportStateError {
  const failed = state === 'failed' ? ` (${mode})` : '';
  return new ImportStateError(`The import is ${state}${failed}; it ${rule}.`);
}

async function begin(deps: Deps, known: Import, change: BeginChange): Promise<Import> {
  const begun = await deps.imports.begin(known, change, deps.now());
  if (begun === undefined) throw new ImportStateError('Somebody changed the import at this moment. Read it again.');
  const execution = executionOf(begun, change.mode);
  try {
    await deps.importStarter.start(execution);
  } catch (error) {
    await deps.imports.fail(execution, 'It could not be started.', deps.now());
    throw error;
  }
  return begun;
}
