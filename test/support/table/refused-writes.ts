import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

/** How DynamoDB says that it will never take something: by an error of the request, or by the reasons of a cancelled transaction. */
export const refusals = [
  'SerializationException',
  'ValidationException',
  'ItemCollectionSizeLimitExceededException',
  'RequestEntityTooLargeException',
  'ValidationError in a transaction',
] as const;
export type Refusal = (typeof refusals)[number];

/** Makes the real client refuse each write whose input matches, as written; all else reaches the real database. */
export function refuseWrites(
  { documents }: DocumentTable,
  matches: (input: string, command: string) => boolean,
  refusal: Refusal = 'ValidationException',
): void {
  documents.middlewareStack.add(
    (next, context) => (args) => {
      const command = String(context.commandName);
      const isWrite = /Transact|Put|Update|Delete/.test(command);
      if (!isWrite || !matches(JSON.stringify(args.input), command)) return next(args);
      const isReason = refusal === 'ValidationError in a transaction';
      const reasons = { CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }] };
      throw Object.assign(new Error('One or more parameter values were invalid'), {
        name: isReason
          ? command.startsWith('Transact')
            ? 'TransactionCanceledException'
            : 'ValidationException'
          : refusal,
        ...(isReason && reasons),
      });
    },
    { step: 'initialize', name: 'refusedWrites', priority: 'high', override: true },
  );
}

/** Makes the real client fail the first writes that match, as if nobody answered; after that all reach the real database. */
export function failWrites({ documents }: DocumentTable, matches: (input: string) => boolean, times: number): void {
  let left = times;
  documents.middlewareStack.add(
    (next, context) => (args) => {
      const isWrite = /Transact|Put|Update|Delete/.test(String(context.commandName));
      if (!isWrite || left === 0 || !matches(JSON.stringify(args.input))) return next(args);
      left -= 1;
      throw new Error('socket hang up');
    },
    { step: 'initialize', name: 'failedWrites', priority: 'high', override: true },
  );
}
