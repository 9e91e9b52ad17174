import { DomainError } from '../errors.ts';
import type { Refusal, RefusalCode } from './import.ts';

/** A file that cannot be used, whoever reads it and however often. */
export class FileRefusedError extends DomainError {
  readonly code: RefusalCode;
  readonly line: number | undefined;
  constructor(code: RefusalCode, detail: string, line?: number) {
    super(detail);
    this.code = code;
    this.line = line;
  }

  get refusal(): Refusal {
    return { code: this.code, detail: this.message, ...(this.line !== undefined && { line: this.line }) };
  }
}
