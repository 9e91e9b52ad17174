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

/** Which tests say that something is wrong. A file that only does not load says nothing, and neither does a timeout. */
export function judgeReport(report: TestReport): Verdict {
  const failures = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const isLate = (each: (typeof failures)[number]) =>
    (each.failureMessages ?? []).some((message) => ranOutOfTime.test(message));
  return {
    failed: failures.filter((each) => !isLate(each)).map(({ fullName }) => fullName),
    timedOut: failures.filter(isLate).map(({ fullName }) => fullName),
  };
}
