import type { ImportPlanAnswer, ImportStepEvent } from '../../contract/import-steps.ts';
import { finishImport, planImport, type RunDeps, runPart } from '../../use-cases/imports/run-import.ts';

/** One step of the state machine of imports: the plan, a part, the end, or the note that a step gave up. */
export async function importStep(deps: RunDeps, event: ImportStepEvent): Promise<ImportPlanAnswer | object> {
  switch (event.step) {
    case 'plan': {
      const { appId, importId, mode, run } = event.input;
      const parts = await planImport(deps, event.input);
      const all = (parts ?? []).map((part) => ({ step: 'part' as const, appId, importId, mode, run, part }));
      return { go: parts !== undefined, parts: all };
    }
    case 'part': {
      const { part, ...run } = event;
      await runPart(deps, run, part);
      return {};
    }
    case 'finish':
      await finishImport(deps, event.input);
      return {};
    case 'failed':
      await deps.imports.fail(event.input, sentenceOf(event.error), deps.now());
      return {};
  }
}

/** The text of an error of another stays in the history of the execution, because nobody knows what it says. */
function sentenceOf({ Error: caught }: { readonly Error: string }): string {
  return `A step gave up (${caught.slice(0, 100)}). The same call again continues where it stopped.`;
}
