import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BeyondOwnKeyError } from '../../lambdas/domain/api-key/api-key.ts';
import {
  AlreadyExistsError,
  EventIdReusedError,
  IdentityConflictError,
  InvalidInputError,
  MissingScopeError,
  NotFoundError,
  StoreRefusedError,
  TryAgainError,
  UnreadableInputError,
} from '../../lambdas/domain/errors.ts';
import { NoticeRefusedError } from '../../lambdas/domain/notice/notice-refused-error.ts';
import { headersOf, problemOf } from '../../lambdas/edge/error-response.ts';
import { BodyTooLargeError, UnauthenticatedError, UnsupportedMediaTypeError } from '../../lambdas/edge/refusals.ts';

const fault = { pointer: '/saidAt', code: 'no-offset', detail: 'This time needs an offset.' };

const finding = {
  rule: 'names-whatsapp',
  severity: 'error',
  pointer: '/texts/0',
  detail: 'No.',
  fix: 'Mend.',
} as const;

/** Every `type` leads to a heading of this page. */
const pages = readFileSync('docs/problems.md', 'utf8');

describe('problemOf', () => {
  it.each([
    [new UnreadableInputError('x'), 400, 'unreadable-input'],
    [new UnauthenticatedError('x'), 401, 'unauthenticated'],
    [new MissingScopeError('x'), 403, 'missing-scope'],
    [new BeyondOwnKeyError('x'), 403, 'beyond-own-key'],
    [new NotFoundError('x'), 404, 'not-found'],
    [new IdentityConflictError(['usr_a', 'usr_b']), 409, 'identity-conflict'],
    [new EventIdReusedError('x'), 409, 'event-id-reused'],
    [new AlreadyExistsError('x'), 409, 'already-exists'],
    [new BodyTooLargeError('x'), 413, 'body-too-large'],
    [new UnsupportedMediaTypeError('x'), 415, 'unsupported-media-type'],
    [new InvalidInputError([fault]), 422, 'invalid-input'],
    [new NoticeRefusedError([finding]), 422, 'notice-lint'],
    [new StoreRefusedError('x'), 422, 'store-refused'],
    [new TryAgainError('x'), 503, 'try-again'],
    [Object.assign(new Error('x'), { name: 'ThrottlingException' }), 503, 'try-again'],
    [new Error('x'), 500, 'internal-error'],
    ['thrown text', 500, 'internal-error'],
  ])('gives %o its status and code', (error, status, code) => {
    const problem = problemOf(error, 'request-1');
    expect(problem).toMatchObject({ status, code, type: `/docs/problems#${code}`, requestId: 'request-1' });
    expect(problem.title).not.toBe('');
    expect(pages).toContain(`\n## ${code}\n`);
  });

  it('points at the whole body when the store does not take it', () => {
    const errors = [{ pointer: '', code: 'store-refused', detail: 'Too large.' }];
    expect(problemOf(new StoreRefusedError('Too large.'), 'r')).toMatchObject({ errors, detail: 'Too large.' });
  });

  it('carries every fault of the input', () => {
    const faults = [fault, { ...fault, pointer: '/user/phone' }];
    expect(problemOf(new InvalidInputError(faults), 'r')).toMatchObject({
      errors: faults,
      detail: 'The input has 2 faults; see errors.',
    });
  });

  it('carries every error of the linter with what mends it, and no warning', () => {
    const { errors } = problemOf(new NoticeRefusedError([finding, { ...finding, severity: 'warning' }]), 'r');
    expect(errors).toEqual([{ pointer: '/texts/0', code: 'names-whatsapp', detail: 'No. Mend.' }]);
  });

  it('says which field is taken and which people collide', () => {
    expect(problemOf(new AlreadyExistsError('taken', '/appId'), 'r').errors).toEqual([
      { pointer: '/appId', code: 'already-exists', detail: 'taken' },
    ]);
    expect(problemOf(new IdentityConflictError(['usr_a', 'usr_b']), 'r').userIds).toEqual(['usr_a', 'usr_b']);
  });

  it('says nothing of an unknown failure', () => {
    const text = JSON.stringify(problemOf(new Error('Cannot put +525512345678 into table-1'), 'r'));
    expect(text).not.toContain('525512345678');
    expect(text).not.toContain('table-1');
  });

  it('says when to come again', () => {
    expect(headersOf(new TryAgainError('busy', 7))).toEqual({ 'retry-after': '7' });
    expect(headersOf(new Error('x'))).toEqual({});
  });
});
