import { StoreRefusedError } from '../../../domain/errors.ts';

/**
 * What DynamoDB answers to something that it will never take (Developer guide, "Error handling: error messages and codes"): text that
 * is no Unicode, an item above 400 KB, a key above 1,024 or 2,048 bytes, an empty key. The SDK does not repeat these either.
 */
const permanent: ReadonlySet<string> = new Set([
  'SerializationException',
  'ValidationException',
  'ItemCollectionSizeLimitExceededException',
  'RequestEntityTooLargeException',
]);
/** The same as reasons of a cancelled transaction. */
const permanentReasons: ReadonlySet<string> = new Set(['ValidationError', 'ItemCollectionSizeLimitExceeded']);

/**
 * The refusal that an error of the client is, or undefined when the same request may pass another time. A transaction in which a
 * condition failed as well is for its writer to understand first.
 */
export function asRefusal(error: unknown): StoreRefusedError | undefined {
  if (!(error instanceof Error)) return undefined;
  const reasons = (error as { readonly CancellationReasons?: readonly Reason[] }).CancellationReasons ?? [];
  if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return undefined;
  return permanent.has(error.name) ? refusal(error) : refusalByReasons(error, reasons);
}

/** The same for a cancelled transaction, by the codes of its reasons. Look first whether the act was recorded already. */
export function refusalByReasons(error: unknown, reasons: readonly Reason[]): StoreRefusedError | undefined {
  const isRefused = reasons.some(({ Code }) => Code !== undefined && permanentReasons.has(Code));
  return isRefused && error instanceof Error ? refusal(error) : undefined;
}

interface Reason {
  readonly Code?: string;
}

function refusal(error: Error): StoreRefusedError {
  const detail = 'This is too large to be stored, or has text that cannot be stored. Nothing was stored.';
  const refused = new StoreRefusedError(detail, { cause: error });
  // What the log shows of an error is its name. It must not be that of the client, by which passing errors are known.
  refused.name = `StoreRefused.${error.name}`;
  return refused;
}
