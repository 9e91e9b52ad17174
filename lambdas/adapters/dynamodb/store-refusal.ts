import { StoreRefusedError } from '../../domain/errors.ts';

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

/** The refusal that an error of the client is, or undefined when the same request may pass another time. */
export function asRefusal(error: unknown): StoreRefusedError | undefined {
  return error instanceof Error && permanent.has(error.name) ? refusal(error) : undefined;
}

/** The same for a cancelled transaction, by the codes of its reasons. Look first whether the act was recorded already. */
export function refusalByReasons(
  error: unknown,
  reasons: readonly { readonly Code?: string }[],
): StoreRefusedError | undefined {
  const isRefused = reasons.some(({ Code }) => Code !== undefined && permanentReasons.has(Code));
  return isRefused && error instanceof Error ? refusal(error) : undefined;
}

function refusal(error: Error): StoreRefusedError {
  const refused = new StoreRefusedError('The store does not take this.', { cause: error });
  // What the log shows of an error is its name.
  refused.name = error.name;
  return refused;
}
