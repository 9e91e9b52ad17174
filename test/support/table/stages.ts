import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

/**
 * What a look at a table shows before something is done, and after each of its writes. An act may take several transactions (a merger,
 * then the statement), and a restore may find the table between two of them: whole, and nothing in it tells of what was to come.
 */
export async function stagesOf<Stage>(
  { documents }: DocumentTable,
  look: () => Promise<Stage>,
  act: () => Promise<unknown>,
): Promise<readonly [Stage, ...Stage[]]> {
  const stages: [Stage, ...Stage[]] = [await look()];
  let before: Promise<unknown> = Promise.resolve();
  documents.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        if (!/Write|Put|Update|Delete/.test(commandName)) return next(args);
        // One at a time, so that no look falls into a write.
        const written = before.then(async () => {
          const output = await next(args);
          stages.push(await look());
          return output;
        });
        before = written.catch(() => undefined);
        return written;
      },
    { step: 'initialize', name: 'stages', priority: 'high', override: true },
  );
  await act();
  documents.middlewareStack.remove('stages');
  return stages;
}
