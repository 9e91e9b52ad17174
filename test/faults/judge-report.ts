/** What vitest's JSON reporter writes, as far as it is read here. */
export interface TestReport {
  readonly numTotalTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

export interface Verdict {
  /** Full names of the tests that failed because they saw something wrong. */
  readonly failed: readonly string[];
  /** Full names of the tests that failed because their time was over: on a busy machine every test can. */
  readonly timedOut: readonly string[];
}

const ranOutOfTime = /\b(?:Test|Hook) timed out in \d+ ?ms/;

const isLate = ({ failureMessages }: { readonly failureMessages?: readonly string[] | null }): boolean =>
  (failureMessages ?? []).some((message) => ranOutOfTime.test(message));

/** The files of a report that failed in nothing but tests that ran out of time; none if anything else failed. */
export function lateFiles({ testResults }: TestReport): readonly string[] {
  const failed = testResults.filter(({ status }) => status === 'failed');
  const onlyLate = failed.every(({ assertionResults }) => {
    const failures = assertionResults.filter(({ status }) => status === 'failed');
    return failures.length > 0 && failures.every(isLate);
  });
  return onlyLate ? failed.map(({ name }) => name) : [];
}

/** Which tests say that something is wrong. A file that only does not load says nothing, and neither does a timeout. */
export function judgeReport(report: TestReport): Verdict {
  const failures = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  return {
    failed: failures.filter((each) => !isLate(each)).map(({ fullName }) => fullName),
    timedOut: failures.filter(isLate).map(({ fullName }) => fullName),
  };
}
