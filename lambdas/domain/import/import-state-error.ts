import { DomainError } from '../errors.ts';

/** The state of an import does not allow what is asked; `detail` says what does. */
export class ImportStateError extends DomainError {
  readonly code = 'import-state';
}
