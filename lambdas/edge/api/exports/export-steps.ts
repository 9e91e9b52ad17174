import type { FailedEvent } from '../../../contract/export-steps.ts';

/**
 * Why an execution failed, as a sentence for the list of exports. Only refusals of ours are quoted; the text of any other error
 * stays in the history of the execution, because nobody knows what it says.
 */
export function causeOf({ Error: caught, Cause = '' }: FailedEvent['failed']['error']): string {
  const { errorType, errorMessage } = lambdaError(Cause);
  if (errorType === 'ExportRefusedError' && typeof errorMessage === 'string') return errorMessage;
  return `A step failed (${typeof errorType === 'string' ? errorType : caught}).`;
}

/** What Lambda says of a failed call: `{ errorType, errorMessage, trace }` as JSON. */
function lambdaError(cause: string): { readonly errorType?: unknown; readonly errorMessage?: unknown } {
  try {
    const parsed: unknown = JSON.parse(cause);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
