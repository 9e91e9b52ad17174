import { DomainError } from '../errors.ts';

/** There is no access token for Meta, so links at Meta can be neither made nor read. */
export class MetaNotSetUpError extends DomainError {
  readonly code = 'meta-not-set-up';
  constructor() {
    super('There is no access token for Meta. Put one into the access secret of this stage.');
  }
}

/** Meta refused what it was asked. Its own words are left out: they may repeat what was sent. */
export class MetaRefusedError extends DomainError {
  readonly code = 'meta-refused';
  /** Meta's own error code ("Error codes"), else the HTTP status. */
  readonly metaCode: number;
  constructor(metaCode: number) {
    super(`Meta refused this with its error code ${metaCode}. What is stored here was not changed.`);
    this.metaCode = metaCode;
  }
}
