import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

interface BatchInput {
  readonly RequestItems: Record<string, { readonly Keys: readonly Record<string, unknown>[] }>;
}
interface BatchOutput {
  readonly Responses?: Record<string, readonly Record<string, unknown>[]>;
}

/**
 * The same table, on which a batch of keys is answered only in part, as DynamoDB does when a partition is throttled: the items are the
 * real ones, the others come back as unprocessed keys. Pauses are noted, not waited for.
 *
 * @param answered how many keys of each request are answered
 */
export function answeringInPart(
  table: DocumentTable,
  answered: (asked: number, request: number) => number,
): { readonly table: DocumentTable; readonly pauses: number[]; readonly asked: number[] } {
  const [pauses, asked]: [number[], number[]] = [[], []];
  let requests = 0;
  table.documents.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'BatchGetItemCommand') return next(args);
      const { RequestItems } = args.input as unknown as BatchInput;
      const keys = RequestItems[table.tableName]?.Keys ?? [];
      asked.push(keys.length);
      requests += 1;
      const result = await next(args);
      const left = keys.slice(answered(keys.length, requests));
      const isLeft = (item: Record<string, unknown>) =>
        left.some(({ pk, sk }) => text(pk) === text(item.pk) && text(sk) === text(item.sk));
      const output = result.output as BatchOutput;
      const found = output.Responses?.[table.tableName] ?? [];
      return {
        ...result,
        output: {
          ...output,
          Responses: { [table.tableName]: found.filter((item) => !isLeft(item)) },
          UnprocessedKeys: left.length === 0 ? {} : { [table.tableName]: { Keys: left } },
        },
      } as typeof result;
    },
    { step: 'initialize', name: 'answersInPart', priority: 'high', override: true },
  );
  const pause = (times: number) => {
    pauses.push(times);
    return Promise.resolve();
  };
  return { table: { ...table, pause }, pauses, asked };
}

/** Keys and items may be marshalled already. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : String((value as { readonly S?: string } | undefined)?.S);
}
