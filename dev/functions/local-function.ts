/** A deployed function, as the template has it. */
export interface LocalFunction {
  readonly name: string;
  readonly handlerUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Whether the HTTP API calls it: somebody waits for its answer. */
  readonly answers: boolean;
}
