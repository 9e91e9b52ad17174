import type { components } from './api.ts';

type Problem = components['schemas']['Problem'];

/** One fault of the input, with an RFC 6901 pointer. */
export type Fault = NonNullable<Problem['errors']>[number];

/** An answer that is no success. `code` is stable, `message` is for people, `requestId` is what support asks for. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** A code of `/docs/problems`; undefined when the gateway answered before the API did. */
  readonly code: Problem['code'] | undefined;
  /** All faults of the input at once. */
  readonly faults: readonly Fault[];
  readonly requestId: string | undefined;
  /** Undefined when the answer does not say so. */
  readonly retryAfterSeconds: number | undefined;
  /** The whole answer, as the API gave it. */
  readonly problem: Problem | undefined;

  constructor(error: unknown, response: Response) {
    const problem = isProblem(error) ? error : undefined;
    super(problem?.detail ?? messageOf(error) ?? `The API answered ${response.status}.`);
    this.problem = problem;
    this.status = response.status;
    this.code = problem?.code;
    this.faults = problem?.errors ?? [];
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id') ?? undefined;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined;
  }
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
}

/** The gateway's own answers are `{ "message": … }`. */
function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  return typeof error.message === 'string' ? error.message : undefined;
}
