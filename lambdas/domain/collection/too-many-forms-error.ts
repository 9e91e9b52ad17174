import { DomainError } from '../errors.ts';

/** One source posted more forms than people do. */
export class TooManyFormsError extends DomainError {
  readonly code = 'too-many-forms';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('Too many forms came from this address. Nothing was stored by this one.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
