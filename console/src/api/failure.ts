import { type Fault, ProblemError } from '../../../client/src/index.ts';

/** What went wrong, as far as somebody before the screen needs to know. */
export type FailureKind =
  | 'offline'
  | 'signed-out'
  | 'not-allowed'
  | 'not-found'
  | 'changed-meanwhile'
  | 'busy'
  | 'unavailable'
  | 'invalid'
  | 'broken';

export interface Failure {
  readonly kind: FailureKind;
  /** The API's own sentence, in English. */
  readonly detail?: string;
  readonly code?: string;
  readonly faults: readonly Fault[];
  readonly retryAfterSeconds?: number;
  /** What support asks for. */
  readonly requestId?: string;
}

/** The one place that reads what a call can end with. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ProblemError)) return { kind: error instanceof TypeError ? 'offline' : 'broken', faults: [] };
  const { status, code, message, faults, retryAfterSeconds, requestId } = error;
  return {
    kind: kindOf(status, code),
    detail: message,
    faults,
    ...(code !== undefined && { code }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(requestId !== undefined && { requestId }),
  };
}

function kindOf(status: number, code: string | undefined): FailureKind {
  // The gateway turns a bad token away without a code of ours; a scope that lacks has one.
  if (status === 401 || (status === 403 && code === undefined)) return 'signed-out';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 409) return 'changed-meanwhile';
  if (status === 429) return 'busy';
  if (status >= 502) return 'unavailable';
  return status < 500 ? 'invalid' : 'broken';
}

/** Whether a read may be asked again by itself. */
export const passes = ({ kind }: Failure): boolean => kind === 'offline' || kind === 'busy' || kind === 'unavailable';

/** How long to wait before the next try, in milliseconds. */
export const waitFor = ({ retryAfterSeconds }: Failure, attempt: number): number =>
  Math.min(30, retryAfterSeconds ?? 2 ** attempt) * 1000;
