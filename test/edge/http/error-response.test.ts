import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { BeyondOwnKeyError } from '../../../lambdas/domain/api-key/api-key.ts';
import { TooManyCallsError } from '../../../lambdas/domain/api-key/key-rate.ts';
import { MetaNotSetUpError, MetaRefusedError } from '../../../lambdas/domain/collection/meta-link-errors.ts';
import { TooManyFormsError } from '../../../lambdas/domain/collection/too-many-forms-error.ts';
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
} from '../../../lambdas/domain/errors.ts';
import { AnotherDryRunError, ImportStateError } from '../../../lambdas/domain/import/import-state-error.ts';
import { NoticeRefusedError } from '../../../lambdas/domain/notice/notice-refused-error.ts';
import { LastOwnerError, NoSignInError } from '../../../lambdas/domain/operators/operator.ts';
import { TemplateNotUsableError } from '../../../lambdas/domain/templates/template-use.ts';
import { statusOf } from '../../../lambdas/edge/declarations/problems.ts';
import { headersOf, problemOf, table } from '../../../lambdas/edge/http/error-response.ts';
import {
  BodyTooLargeError,
  ForeignOriginError,
  MethodNotAllowedError,
  MovedError,
  NotByProxyError,
  TooManyBadKeysError,
  UnauthenticatedError,
  UnsupportedMediaTypeError,
} from '../../../lambdas/edge/http/refusals.ts';

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

/** One of each error of the table, with the status and the code that callers rely on. */
const examples = [
  [new UnreadableInputError('x'), 400, 'unreadable-input'],
  [new UnauthenticatedError('x'), 401, 'unauthenticated'],
  [new MissingScopeError('x'), 403, 'missing-scope'],
  [new BeyondOwnKeyError('x'), 403, 'beyond-own-key'],
  [new ForeignOriginError('x'), 403, 'foreign-origin'],
  [new NotByProxyError('x'), 403, 'not-by-proxy'],
  [new NotFoundError('x'), 404, 'not-found'],
  [new MethodNotAllowedError(['GET', 'HEAD']), 405, 'method-not-allowed'],
  [new IdentityConflictError(['usr_a', 'usr_b']), 409, 'identity-conflict'],
  [new EventIdReusedError('x'), 409, 'event-id-reused'],
  [new AlreadyExistsError('x'), 409, 'already-exists'],
  [new MetaNotSetUpError(), 409, 'meta-not-set-up'],
  [new NoSignInError('x'), 409, 'no-sign-in'],
  [new LastOwnerError('x'), 409, 'last-owner'],
  [new ImportStateError('x'), 409, 'import-state'],
  [new AnotherDryRunError(2, 1), 409, 'another-dry-run'],
  [new BodyTooLargeError('x'), 413, 'body-too-large'],
  [new UnsupportedMediaTypeError('x'), 415, 'unsupported-media-type'],
  [new InvalidInputError([fault]), 422, 'invalid-input'],
  [new NoticeRefusedError([finding]), 422, 'notice-lint'],
  [new StoreRefusedError('x'), 422, 'store-refused'],
  [new TooManyBadKeysError(9), 429, 'too-many-bad-keys'],
  [new TooManyCallsError(1000), 429, 'too-many-calls'],
  [new MovedError('x', 'https://in.example/o/x/poster'), 410, 'moved'],
  [new TooManyFormsError(9), 429, 'too-many-forms'],
  [new TemplateNotUsableError({ name: 'a', language: 'en' }, 'paused'), 409, 'template-not-usable'],
  [new MetaRefusedError(190), 502, 'meta-refused'],
  [new TryAgainError('x'), 503, 'try-again'],
] as const;

describe('the table of errors', () => {
  it.each(table.map((row) => [row[0].name, row] as const))('has an example of %s here', (_, [errorClass, status]) => {
    expect(examples.find(([error]) => error.constructor === errorClass)?.[1]).toBe(status);
  });

  it('has no row that another one hides', () => {
    for (const [error] of examples) {
      expect(table.filter(([errorClass]) => error instanceof errorClass).map(([{ name }]) => name)).toEqual([
        error.constructor.name,
      ]);
    }
  });
});

test.each(readdirSync('docs').filter((name) => name.endsWith('.md')))(
  'docs/%s names every code of an error with its status',
  (name) => {
    const statusOf = new Map<string, number>(examples.map(([, status, code]) => [code, status]));
    const named = [...readFileSync(`docs/${name}`, 'utf8').matchAll(/\b([45]\d\d) (?:\[|`)([a-z-]+)/g)];
    const wrong = named.filter(([, status, code = '']) => (statusOf.get(code) ?? Number(status)) !== Number(status));
    expect(wrong.map(([all]) => all)).toEqual([]);
  },
);

describe('problemOf', () => {
  it.each([
    ...examples,
    [Object.assign(new Error('x'), { name: 'ThrottlingException' }), 503, 'try-again'],
    [new Error('x'), 500, 'internal-error'],
    ['thrown text', 500, 'internal-error'],
  ] as const)('gives %o its status and code', (error, status, code) => {
    const problem = problemOf(error, 'request-1');
    expect(problem).toMatchObject({ status, code, type: `/docs/problems#${code}`, requestId: 'request-1' });
    expect(problem.title).not.toBe('');
    expect(pages).toMatch(new RegExp(`^## ${code}\\n${status}\\b`, 'm'));
    expect(statusOf[code]).toBe(status);
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
    expect(headersOf(new TryAgainError('busy'))).toEqual({ 'retry-after': '1' });
    expect(headersOf(Object.assign(new Error('x'), { name: 'ThrottlingException' }))).toEqual({ 'retry-after': '2' });
    expect(headersOf(new TooManyFormsError(432))).toEqual({ 'retry-after': '432' });
    expect(headersOf(new TooManyCallsError(1000))).toEqual({ 'retry-after': '1' });
    expect(headersOf(new Error('x'))).toEqual({});
  });
});
