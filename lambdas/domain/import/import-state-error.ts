import { DomainError } from '../errors.ts';

/** The state of an import does not allow what is asked; `detail` says what does. */
export class ImportStateError extends DomainError {
  readonly code = 'import-state';
}

/** Whoever applies looked at another dry run than the last one, so at other rows than would be recorded. */
export class AnotherDryRunError extends DomainError {
  readonly code = 'another-dry-run';
  /** The last one. */
  readonly dryRun: number;
  constructor(dryRun: number, lookedAt: number) {
    super(`The last dry run is ${dryRun}, and this is of ${lookedAt}. Nothing was applied: look at it first.`);
    this.dryRun = dryRun;
  }
}
