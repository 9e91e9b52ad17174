import type { Route } from '../../contract/routes.ts';
import type { ProblemCode } from '../http/error-response.ts';
import type { Operation } from '../http/operation.ts';

/** The status of each code, as `problemOf` answers it. */
export const statusOf: { readonly [Code in ProblemCode]: number } = {
  'unreadable-input': 400,
  unauthenticated: 401,
  'missing-scope': 403,
  'beyond-own-key': 403,
  'foreign-origin': 403,
  'not-by-proxy': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'identity-conflict': 409,
  'event-id-reused': 409,
  'already-exists': 409,
  'template-not-usable': 409,
  'meta-not-set-up': 409,
  'no-sign-in': 409,
  'last-owner': 409,
  'import-state': 409,
  'another-dry-run': 409,
  moved: 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  'store-refused': 422,
  'notice-lint': 422,
  'too-many-forms': 429,
  'too-many-bad-keys': 429,
  'too-many-calls': 429,
  'internal-error': 500,
  'meta-refused': 502,
  'try-again': 503,
};

/** The problems that a route can answer: those of its kind, and its own. A list says 400 to a cursor that is not its own. */
export function problemsOf({ scope, path }: Route, { query, body, item, problems }: Operation): Set<ProblemCode> {
  const hasBody = body !== undefined || item !== undefined;
  return new Set<ProblemCode>([
    ...(scope === 'public' ? [] : (['unauthenticated', 'too-many-bad-keys', 'too-many-calls'] as const)),
    ...(scope === 'public' || scope === 'any' ? [] : (['missing-scope'] as const)),
    ...(path.includes('{') ? (['not-found'] as const) : []),
    ...(query !== undefined ? (['unreadable-input'] as const) : []),
    ...(hasBody ? (['unreadable-input', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(hasBody || query !== undefined ? (['invalid-input'] as const) : []),
    'try-again',
    'internal-error',
    ...problems,
  ]);
}
