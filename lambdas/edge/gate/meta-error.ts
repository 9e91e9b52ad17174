import type { GateDecision } from '../../domain/gate/gate-decision.ts';
import { GateRefusedError, gateCodes } from '../../domain/gate/gate-errors.ts';
import { headersOf, type Problem, problemOf } from '../http/error-response.ts';
import type { HttpResponse } from '../http/http-request.ts';
import { currentInvocation } from '../runtime/consumed.ts';
import { logger } from '../runtime/logger.ts';

interface MetaError {
  readonly status: number;
  readonly code: number;
  readonly title: string;
  /** For people. */
  readonly details: string;
  readonly isTransient: boolean;
  readonly requestId: string;
  readonly headers?: HttpResponse['headers'];
  /** What was decided, where something was. */
  readonly decided?: GateDecision;
}

export const decisionHeader = 'x-optledger-decision';
export const dryRunHeader = 'x-optledger-dry-run';

/** A refusal in Meta's form (Graph API, "Handle errors"): always JSON, always `error`, always a whole number as its code. */
function metaError({
  status,
  code,
  title,
  details,
  isTransient,
  requestId,
  headers,
  decided,
}: MetaError): HttpResponse {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
    body: {
      error: {
        message: `(#${code}) ${title}: ${details}`,
        type: 'OptLedgerException',
        code,
        error_data: { messaging_product: 'whatsapp', details },
        is_transient: isTransient,
        fbtrace_id: requestId,
        ...(decided !== undefined && { optledger: decisionView(decided) }),
      },
    },
  };
}

/** What a caller is told of a decision. */
export function decisionView({ decisionId, decision, isDryRun, purpose, reasons, wouldChange }: GateDecision) {
  return {
    decisionId,
    decision,
    dryRun: isDryRun,
    ...(purpose !== undefined && { purpose }),
    reasons: reasons.map(({ code, detail }) => ({ code, detail })),
    wouldChange,
  };
}

/** The headers of an answer about a decision. */
export function decisionHeaders({ decisionId, isDryRun }: GateDecision): { readonly [name: string]: string } {
  return { [decisionHeader]: decisionId, ...(isDryRun && { [dryRunHeader]: 'true' }) };
}

/** The refusal of a message that may not go to this person. Repeating it comes to the same. */
export function denial(decided: GateDecision, requestId: string): HttpResponse {
  return metaError({
    status: 400,
    code: gateCodes.denied,
    title: 'Not allowed',
    details: decided.reasons.map(({ detail }) => detail).join(' '),
    isTransient: false,
    requestId,
    headers: decisionHeaders(decided),
    decided,
  });
}

/** What failed, as Meta would say it. Whatever is not a refusal of ours is for nobody to see, and can be tried again: nothing was sent. */
export function asMetaError(error: unknown, requestId: string): HttpResponse {
  if (error instanceof GateRefusedError) {
    const { status, metaCode, message, isTransient, code } = error;
    note(code);
    return metaError({ status, code: metaCode, title: titleOf(metaCode), details: message, isTransient, requestId });
  }
  const problem = problemOf(error, requestId);
  note(problem.code);
  if (problem.status === 500) logger.failure('gate call failed', error);
  return { ...asMetaProblem(problem), headers: { ...asMetaProblem(problem).headers, ...headersOf(error) } };
}

/** A problem of the house as Meta would say it. */
export function asMetaProblem({ status, detail, requestId }: Problem): HttpResponse {
  const [answered, code] = statuses.find(([of]) => of === status)?.slice(1) ?? asFailure;
  const isTransient = code === gateCodes.tryAgain || code === gateCodes.tooMany;
  const details = answered === 503 ? `Nothing was sent. ${detail}` : detail;
  return metaError({ status: answered, code, title: titleOf(code), details, isTransient, requestId });
}

/** Of the house, of the answer, and the code. */
const statuses: readonly (readonly [of: number, status: number, code: number])[] = [
  [400, 400, gateCodes.notAMessage],
  [401, 401, gateCodes.unauthenticated],
  [403, 403, gateCodes.forbidden],
  [404, 404, gateCodes.notFound],
  [413, 400, gateCodes.notAMessage],
  [415, 400, gateCodes.notAMessage],
  [422, 400, gateCodes.notAMessage],
  [429, 429, gateCodes.tooMany],
];
const asFailure = [503, gateCodes.tryAgain] as const;

const titles: Readonly<Record<number, string>> = {
  [gateCodes.unauthenticated]: 'No good API key',
  [gateCodes.forbidden]: 'This key may not send',
  [gateCodes.notFound]: 'Nothing is here',
  [gateCodes.tooMany]: 'Too many calls',
  [gateCodes.tryAgain]: 'Try again',
  [gateCodes.unknownOutcome]: 'Outcome unknown',
  [gateCodes.notSetUp]: 'Not set up',
};
const titleOf = (code: number): string => titles[code] ?? 'Not a message that can be judged';

/** For the log. */
function note(code: string): void {
  const invocation = currentInvocation();
  if (invocation !== undefined) invocation.code = code;
}
