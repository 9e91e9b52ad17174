import type { PlantedFault } from './planted-fault.ts';

/** Faults in imports. */
export const importFaults: readonly PlantedFault[] = [
  {
    name: 'an import ends without one of its parts',
    file: 'lambdas/use-cases/imports/run-import.ts',
    find: 'if (done.size !== parts)',
    replace: 'if (done.size > parts)',
    tests: ['test/handlers/imports.test'],
  },
  {
    name: 'a row is applied twice under another id',
    file: 'lambdas/use-cases/imports/evidence-of.ts',
    find: 'eventId: eventIdOf(known, row),',
    replace: "eventId: eventIdOf(known, row) + '|' + Math.random(),",
    tests: ['test/handlers/imports.test'],
  },
  {
    name: 'a duplicate costs a no',
    file: 'lambdas/domain/import/read-row.ts',
    find: 'repeat !== undefined && (isNo || isLater)',
    replace: 'repeat !== undefined && !isNo && isLater',
    tests: ['test/handlers/imports.test'],
  },
  {
    name: 'a file that was changed after its dry run is applied',
    file: 'lambdas/use-cases/imports/manage-imports.ts',
    find: 'head === undefined || head.etag !== known.file?.etag',
    replace: 'head === undefined',
    tests: ['test/handlers/imports-files'],
  },
  {
    name: 'a refused file grants',
    file: 'lambdas/use-cases/imports/manage-imports.ts',
    find: "mustBeIn(known, 'apply', 'previewed', 'can be applied after a dry run');",
    replace: "if (known.state !== 'refused') mustBeIn(known, 'apply', 'previewed', 'can be applied after a dry run');",
    tests: ['test/handlers/imports-files'],
  },
  {
    name: 'an undo annuls a no',
    file: 'lambdas/use-cases/imports/apply-part.ts',
    find: "row.isNo === true || typeof purposes === 'string' ? {} :",
    replace: "typeof purposes === 'string' ? {} :",
    tests: ['test/handlers/imports.test'],
  },
  {
    name: 'noes of a file are undone',
    file: 'lambdas/use-cases/imports/manage-imports.ts',
    find: "if (known.kind !== 'opt-ins') {",
    replace: "if (known.kind === 'suppressions') {",
    tests: ['test/handlers/imports-files'],
  },
  {
    name: 'what is being applied is refused for a file that was changed',
    file: 'lambdas/adapters/dynamodb/imports/import-store.ts',
    find: "{ state: 'refused', refusal, updatedAt: at }, { state, run, tries }",
    replace: "{ state: 'refused', refusal, updatedAt: at }, { run }",
    tests: ['test/handlers/imports-files'],
  },
  {
    name: 'a no of the hour that comes twice is of the first time',
    file: 'lambdas/domain/import/read-date.ts',
    find: 'to: last(wall.at + wall.lasts - second)',
    replace: 'to: first(wall.at + wall.lasts - second)',
    tests: ['test/domain/import/read-date'],
  },
  {
    name: 'a quote that nobody closed swallows rows',
    file: 'lambdas/adapters/csv/read-table.ts',
    find: 'if (cells.some(isBroken)) {',
    replace: 'if (false as boolean) {',
    tests: ['test/adapters/csv/read-table'],
  },
  {
    name: 'a no is lost to its other identifier',
    file: 'lambdas/domain/import/read-row.ts',
    find: 'return isNo && Object.keys(named).length > 0 ? { ...named, why } : why;',
    replace: 'return why;',
    tests: ['test/domain/import/read-row'],
  },
  {
    name: 'a day of a yes counts to its end',
    file: 'lambdas/domain/import/read-row.ts',
    find: ': when.from;',
    replace: ': when.to;',
    tests: ['test/domain/import/read-row'],
  },
];
