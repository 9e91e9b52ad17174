import { DomainError } from '../errors.ts';

/** A step of an export that cannot go on, for a reason that the reader of the list of exports understands. */
export class ExportRefusedError extends DomainError {
  readonly code = 'export-refused';
  /** Lambda reports failures by this name; by it the failed step knows that the message may be shown. */
  override readonly name = 'ExportRefusedError';
}
