import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

interface Write {
  readonly TransactItems?: readonly { readonly [kind: string]: { readonly Key?: object; readonly Item?: object } }[];
  readonly Key?: object;
  readonly Item?: object;
}

/** What the held items did to writes so far. */
export interface Conflicts {
  /** Refused transactions, and refused writes of one item. */
  transactions: number;
  writes: number;
}

/**
 * A model of DynamoDB's rule for transactions, on the embedded database, which has none: while a transaction is going on, its items refuse
 * every other write (Developer guide, "Transaction conflict handling"). A transaction goes on for as long as `hold` says.
 */
export function holdItems({ documents }: DocumentTable, hold: () => Promise<void>): Conflicts {
  const conflicts: Conflicts = { transactions: 0, writes: 0 };
  const held = new Set<string>();
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const write = args.input as Write;
      const command = String(context.commandName);
      if (!/^(TransactWrite|Put|Update|Delete)/.test(command)) return next(args);
      const parts = write.TransactItems?.flatMap((each) => Object.values(each)) ?? [write];
      const keys = parts.map(({ Key, Item }) => nameOf(Key ?? Item));
      const taken = keys.map((key) => held.has(key));
      if (taken.includes(true)) {
        const isTransaction = write.TransactItems !== undefined;
        conflicts[isTransaction ? 'transactions' : 'writes'] += 1;
        const reasons = {
          CancellationReasons: taken.map((isTaken) => ({ Code: isTaken ? 'TransactionConflict' : 'None' })),
        };
        throw Object.assign(new Error('conflict'), {
          name: isTransaction ? 'TransactionCanceledException' : 'TransactionConflictException',
          ...(isTransaction && reasons),
        });
      }
      if (write.TransactItems === undefined) return next(args);
      for (const key of keys) held.add(key);
      try {
        await hold();
        return await next(args);
      } finally {
        for (const key of keys) held.delete(key);
      }
    },
    { step: 'initialize', name: 'holdsItems', priority: 'high', override: true },
  );
  return conflicts;
}

/** Keys may be marshalled already. */
function nameOf(key: object | undefined): string {
  const { pk, sk } = (key ?? {}) as { readonly pk?: unknown; readonly sk?: unknown };
  return JSON.stringify([pk, sk].map((each) => (typeof each === 'string' ? each : (each as { S?: string })?.S)));
}
