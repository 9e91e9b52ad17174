import { DomainError } from '../errors.ts';

/** One source posted more forms than people do, or more come to one point than can be taken. */
export class TooManyFormsError extends DomainError {
  readonly code = 'too-many-forms';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, whence: 'from this address' | 'to this page' = 'from this address') {
    super(`Too many forms came ${whence}. Nothing was stored by this one.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
