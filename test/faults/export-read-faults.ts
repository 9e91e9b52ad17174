import type { PlantedFault } from './planted-fault.ts';

const ahead = 'lambdas/adapters/dynamodb/table/one-ahead.ts';
const batch = 'lambdas/adapters/dynamodb/table/batch-get.ts';
const rows = 'lambdas/adapters/dynamodb/rows/eligible-rows.ts';
const pages = ['test/adapters/dynamodb/table/one-ahead'];
const batches = ['test/adapters/dynamodb/table/batch-get'];

/** Faults in how an export reads: pages fetched ahead, batches side by side, windows left out. */
export const exportReadFaults: readonly PlantedFault[] = [
  {
    name: 'a page that was fetched ahead is skipped',
    file: ahead,
    find: 'const page = await ahead;',
    replace: 'await ahead;\n      const page = await readNext();',
    tests: pages,
  },
  {
    name: 'a page that was fetched ahead is given twice',
    file: ahead,
    find: '      yield page.value;\n',
    replace: '      yield page.value;\n      yield page.value;\n',
    tests: pages,
  },
  {
    name: 'pages come out of order',
    file: ahead,
    find: '      yield page.value;\n',
    replace:
      '      const after = await ahead;\n      ahead = Promise.resolve(page);\n      if (after.done !== true) yield after.value;\n',
    tests: pages,
  },
  {
    name: 'every page is fetched before the first is worked on',
    file: ahead,
    find: '  let ahead = readNext();\n',
    replace:
      '  const all: IteratorResult<Page>[] = [];\n  for (let each = await readNext(); ; each = await readNext()) {\n    all.push(each);\n    if (each.done === true) break;\n  }\n  for (const { done, value } of all) if (done !== true) yield value;\n  let ahead = readNext();\n',
    tests: pages,
  },
  {
    name: 'the next page is fetched only when it is wanted',
    file: ahead,
    find: '      ahead = readNext();\n      yield page.value;\n',
    replace: '      yield page.value;\n      ahead = readNext();\n',
    tests: pages,
  },
  {
    name: 'whoever gives up leaves the reading open',
    file: ahead,
    find: '    await source.return?.();\n',
    replace: '    await Promise.resolve();\n',
    tests: pages,
  },
  {
    name: 'the batches of a page are read one after the other',
    file: batch,
    find: 'const sideBySide = 10;',
    replace: 'const sideBySide = 1;',
    tests: batches,
  },
  {
    name: 'all batches of a call are sent at once, however many',
    file: batch,
    find: 'const sideBySide = 10;',
    replace: 'const sideBySide = 10_000;',
    tests: batches,
  },
  {
    name: 'of batches side by side the last is left out',
    file: batch,
    find: 'Math.min(keys.length, from + sideBySide * batchSize)',
    replace: 'Math.min(keys.length, from + sideBySide * batchSize) - batchSize',
    tests: batches,
  },
  {
    name: 'an export does not ask for the brake of a row',
    file: 'lambdas/adapters/dynamodb/rows/eligible-row-item.ts',
    find: "'x', 'a', 'd', 'm'] as const",
    replace: "'x', 'a', 'm'] as const",
    tests: ['test/adapters/dynamodb/rows/eligible-row-item'],
  },
  {
    name: 'an export reads the stop of marketing of a row as none',
    file: 'lambdas/adapters/dynamodb/rows/eligible-row-item.ts',
    find: 'm: numberOf(m),',
    replace: 'm: numberOf(undefined),',
    tests: ['test/adapters/dynamodb/rows/eligible-row-item'],
  },
  {
    name: 'windows that nobody wants are read',
    file: rows,
    find: 'wanted ? windowsOfPages(source, appId, shard) : noWindows',
    replace: 'wanted || shard >= 0 ? windowsOfPages(source, appId, shard) : noWindows',
    tests: ['test/use-cases/exports/write-export-shard'],
  },
  {
    name: 'an export forgets that no windows were wanted',
    file: 'lambdas/use-cases/exports/write-export-shard.ts',
    find: 'windows: found.windows !== false',
    replace: 'windows: true',
    tests: ['test/use-cases/exports/write-export-shard'],
  },
  {
    name: 'the manifest does not say that windows were left out',
    file: 'lambdas/domain/export/manifest.ts',
    find: '    windows: request.windows,\n',
    replace: '',
    tests: ['test/use-cases/exports/write-export-shard'],
  },
];
