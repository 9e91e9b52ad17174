/** A fault that somebody could write, and the tests that must then fail. */
export interface PlantedFault {
  readonly name: string;
  readonly file: string;
  /** Exactly one occurrence. */
  readonly find: string;
  readonly replace: string;
  /** Test files or folders to run. */
  readonly tests: readonly string[];
}
