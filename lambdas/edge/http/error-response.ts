import { BeyondOwnKeyError } from '../../domain/api-key/api-key.ts';
import { TooManyCallsError } from '../../domain/api-key/key-rate.ts';
import { MetaNotSetUpError, MetaRefusedError } from '../../domain/collection/meta-link-errors.ts';
import { TooManyFormsError } from '../../domain/collection/too-many-forms-error.ts';
import {
  AlreadyExistsError,
  DomainError,
  EventIdReusedError,
  type Fault,
  IdentityConflictError,
  InvalidInputError,
  MissingScopeError,
  NotFoundError,
  StoreRefusedError,
  TryAgainError,
  UnreadableInputError,
} from '../../domain/errors.ts';
import { AnotherDryRunError, ImportStateError } from '../../domain/import/import-state-error.ts';
import { NoticeRefusedError } from '../../domain/notice/notice-refused-error.ts';
import { LastOwnerError, NoSignInError } from '../../domain/operators/operator.ts';
import { TemplateNotUsableError } from '../../domain/templates/template-use.ts';
import {
  BodyTooLargeError,
  ForeignOriginError,
  MethodNotAllowedError,
  MovedError,
  NotByProxyError,
  TooManyBadKeysError,
  UnauthenticatedError,
  UnsupportedMediaTypeError,
} from './refusals.ts';

/** RFC 9457, with all the faults of the input at once. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly Fault[];
  /** The people whom the identifiers of one call belong to. */
  readonly userIds?: readonly string[];
  /** The last dry run of the import. */
  readonly dryRun?: number;
  readonly requestId: string;
}

type ErrorClass = abstract new (...args: never[]) => DomainError;

/** The one place where a failure gets its status. */
export const table = [
  [UnreadableInputError, 400, 'The request cannot be read'],
  [UnauthenticatedError, 401, 'There is no valid API key or sign-in'],
  [MissingScopeError, 403, 'The key lacks a scope'],
  [BeyondOwnKeyError, 403, 'The key may not give what it does not have'],
  [ForeignOriginError, 403, 'This page may not show the collection point'],
  [NotByProxyError, 403, 'This is not the way to us'],
  [NotFoundError, 404, 'Nothing is here'],
  [MethodNotAllowedError, 405, 'The path does not take this method'],
  [IdentityConflictError, 409, 'The identifiers belong to different people'],
  [EventIdReusedError, 409, 'The event id was used for something else'],
  [AlreadyExistsError, 409, 'It exists already or was changed meanwhile'],
  [TemplateNotUsableError, 409, 'The template cannot be sent'],
  [MetaNotSetUpError, 409, 'There is no access to Meta'],
  [NoSignInError, 409, 'Nobody signs in here'],
  [LastOwnerError, 409, 'There would be no owner'],
  [ImportStateError, 409, 'The import is not at this point'],
  [AnotherDryRunError, 409, 'It was tried again since'],
  [MovedError, 410, 'It is somewhere else now'],
  [BodyTooLargeError, 413, 'The body is too large'],
  [UnsupportedMediaTypeError, 415, 'The content type of the body is another one'],
  [InvalidInputError, 422, 'The request says something impossible'],
  [StoreRefusedError, 422, 'It cannot be stored'],
  [TooManyFormsError, 429, 'Too many forms came from this address'],
  [TooManyBadKeysError, 429, 'Too many wrong API keys'],
  [TooManyCallsError, 429, 'The key asks too much in a second'],
  [NoticeRefusedError, 422, 'The words of the notice must be mended'],
  [MetaRefusedError, 502, 'Meta refused it'],
  [TryAgainError, 503, 'Please send the same call again'],
] as const satisfies readonly (readonly [ErrorClass, status: number, title: string])[];

/** `code` of every problem that a route can answer. */
export type ProblemCode = InstanceType<(typeof table)[number][0]>['code'] | 'internal-error';

/** The problem that a failure is to the caller. Whatever is not in the table is a 500 that says nothing about itself. */
export function problemOf(failure: unknown, requestId: string): Problem {
  const error = understood(failure);
  const row = table.find(([errorClass]) => error instanceof errorClass);
  if (row === undefined || !(error instanceof DomainError)) {
    return {
      type: '/docs/problems#internal-error',
      title: 'Something went wrong here',
      status: 500,
      detail: 'The call may be sent again; if it keeps failing, tell us the requestId.',
      code: 'internal-error',
      requestId,
    };
  }
  const [, status, title] = row;
  const errors = faultsOf(error);
  return {
    type: `/docs/problems#${error.code}`,
    title,
    status,
    detail: error instanceof InvalidInputError ? countFaults(error.faults.length) : error.message,
    code: error.code,
    ...(errors.length > 0 && { errors }),
    ...(error instanceof IdentityConflictError && { userIds: error.userIds }),
    ...(error instanceof AnotherDryRunError && { dryRun: error.dryRun }),
    requestId,
  };
}

/** What says itself when the call may be sent again. */
const comesAgain = [TryAgainError, TooManyFormsError, TooManyBadKeysError, TooManyCallsError] as const;

/** Headers that go with a failure. */
export function headersOf(failure: unknown): { readonly [name: string]: string } {
  const error = understood(failure);
  if (comesAgain.some((errorClass) => error instanceof errorClass)) {
    return { 'retry-after': String((error as TryAgainError).retryAfterSeconds) };
  }
  if (error instanceof MovedError) return { link: `<${error.url}>; rel="alternate"` };
  if (error instanceof MethodNotAllowedError) return { allow: error.allowed.join(', ') };
  if (error instanceof UnauthenticatedError) return { 'www-authenticate': 'Bearer' };
  return {};
}

/** What AWS services call a throttle; it outlasted the retries of the SDK. */
const throttles = new Set(['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded']);

export function understood(failure: unknown): unknown {
  if (!(failure instanceof Error) || !throttles.has(failure.name)) return failure;
  return new TryAgainError('There are too many calls at the moment. Nothing was stored by this one.', 2);
}

function faultsOf(error: DomainError): readonly Fault[] {
  if (error instanceof InvalidInputError || error instanceof NoticeRefusedError) return error.faults;
  // The whole body: the store does not say which part of it.
  if (error instanceof StoreRefusedError) return [{ pointer: '', code: error.code, detail: error.message }];
  if ((error instanceof AlreadyExistsError || error instanceof UnreadableInputError) && error.pointer !== undefined) {
    return [{ pointer: error.pointer, code: error.code, detail: error.message }];
  }
  return [];
}

function countFaults(count: number): string {
  return count === 1 ? 'The input has one fault; see errors.' : `The input has ${count} faults; see errors.`;
}
