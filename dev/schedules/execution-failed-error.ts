/** An execution, or a state of it, has failed: `error` and `cause` as Step Functions shows them. */
export class ExecutionFailedError extends Error {
  override readonly name = 'ExecutionFailedError';
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}
