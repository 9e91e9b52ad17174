import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument, ApiOperation, ApiResponse, ApiSchema } from '../../../lambdas/edge/docs/api-document.ts';

/** An answer as a caller sees it; `body` is parsed where it is JSON. */
export interface AnswerToCheck {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

export interface DocumentedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: ApiOperation;
}

/** The document as it is checked in. */
export const apiDocument = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as ApiDocument;

export const documentedOperations: readonly DocumentedOperation[] = Object.entries(apiDocument.paths).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** The operation that answers a request; a HEAD is its GET. Undefined = the document does not speak of it. */
export function operationOf(method: string, target: string): DocumentedOperation | undefined {
  const given = (target.split('?')[0] ?? '').split('/');
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  const fits = documentedOperations.filter((each) => {
    const parts = each.path.split('/');
    return (
      each.method === wanted &&
      parts.length === given.length &&
      parts.every((part, at) => (part.startsWith('{') ? given[at] !== '' : part === given[at]))
    );
  });
  return fits.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/** What of an answer is not as the document has it: status, type, a field too much, a value that may not be. Empty = nothing. */
export function undocumented(method: string, target: string, answer: AnswerToCheck): readonly string[] {
  const found = operationOf(method, target);
  if (found === undefined) return [];
  const { path, operation } = found;
  const name = `${method} ${path} ${answer.status}`;
  const declared = operation.responses[answer.status];
  if (declared === undefined) return [`${name}: the document has no such status`];
  const response = '$ref' in declared ? responseNamed(declared.$ref) : declared;
  if (method === 'HEAD' || answer.status === 304) return [];
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const types = Object.keys(response.content ?? {});
  const isEmpty = answer.body === undefined || answer.body === '';
  if (types.length === 0) return isEmpty ? [] : [`${name}: the document has no body there`];
  if (!types.includes(type)) return [`${name}: the document has no ${type} there`];
  if (!type.includes('json')) return [];
  const place =
    '$ref' in declared ? declared.$ref : pointer('paths', path, found.method, 'responses', `${answer.status}`);
  const check = compiled(`${place}${pointer('content', type, 'schema').slice(1)}`);
  if (check(answer.body)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}: ${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`,
  );
}

/** @throws with all that is not as the document has it */
export function expectDocumented(method: string, target: string, answer: AnswerToCheck): void {
  const faults = undocumented(method, target, answer);
  if (faults.length > 0) {
    throw new Error(
      `This answer is not in docs/openapi.json:\n  ${faults.join('\n  ')}\n${JSON.stringify(answer.body)}`,
    );
  }
}

function responseNamed(reference: string): ApiResponse {
  const found = apiDocument.components.responses[reference.replace('#/components/responses/', '')];
  if (found === undefined) throw new Error(`There is no ${reference} in the document.`);
  return found;
}

/** A JSON pointer as a fragment of a URI. */
export const pointer = (...steps: readonly string[]): string =>
  `#${steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

const checks = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

function compiled(place: string): ValidateFunction {
  ajv ??= newAjv();
  const check = checks.get(place) ?? ajv.getSchema(`openapi${place}`);
  if (check === undefined) throw new Error(`There is no ${place} in the document.`);
  checks.set(place, check as ValidateFunction);
  return check as ValidateFunction;
}

function newAjv(): Ajv2020 {
  const made = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(made);
  made.addSchema({ ...(closed(apiDocument, false) as object), $id: 'openapi' });
  return made;
}

/**
 * The document with every object closed: to the world an answer may get fields later, to a test a field that is not in the document is a
 * fault. Parts of an `allOf` stay open, the whole of it is closed.
 */
function closed(value: unknown, isPart: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => closed(each, isPart));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, closed(each, name === 'allOf')] as const);
  const all = Object.fromEntries(entries) as ApiSchema & { readonly [name: string]: unknown };
  if (isPart || typeof all.properties !== 'object' || all.additionalProperties !== undefined) return all;
  if (typeof all.type !== 'string' && all.allOf === undefined) return all;
  return all.allOf === undefined ? { ...all, additionalProperties: false } : { ...all, unevaluatedProperties: false };
}
