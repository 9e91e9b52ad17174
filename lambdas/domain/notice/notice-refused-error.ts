import { DomainError, type Fault } from '../errors.ts';
import type { LintFinding } from './notice.ts';

/** The linter found errors in a notice that was to be published. Carries all of them, each with what would mend it. */
export class NoticeRefusedError extends DomainError {
  readonly code = 'notice-lint';
  readonly faults: readonly Fault[];

  /** @param findings what the linter found; warnings are left out, because they refuse nothing */
  constructor(findings: readonly LintFinding[]) {
    super('The linter found errors in the words of the notice; nothing was published.');
    this.faults = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer, rule, detail, fix }) => ({ pointer, code: rule, detail: `${detail} ${fix}` }));
  }
}
