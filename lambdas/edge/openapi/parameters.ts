import type * as z from 'zod';
import type { ApiOperation, ApiParameter, ApiSchema, Reference } from '../docs/api-document.ts';
import { mostItems } from '../http/bulk.ts';
import type { Operation } from '../http/operation.ts';
import type { SchemaWriter } from './json-schema.ts';

const reference = (name: string): Reference => ({ $ref: `#/components/parameters/${name}` });

/** Query parameters of every list. */
const ofLists = ['limit', 'cursor'];

/** What a call of this path takes beside its body. */
export function parametersOf(
  path: string,
  { query, idempotencyKey }: Operation,
  schemas: SchemaWriter,
): ApiOperation['parameters'] {
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => reference(name));
  const { properties = {}, required = [] } = query === undefined ? {} : schemas.request(query);
  const inQuery = Object.entries(properties).map(([name, schema]) =>
    ofLists.includes(name) ? reference(name) : parameter('query', name, schema, required.includes(name)),
  );
  const all = [...inPath, ...(idempotencyKey === true ? [reference('idempotencyKey')] : []), ...inQuery];
  return all.length === 0 ? undefined : all;
}

/** The parameters that several operations have. */
export function sharedParameters(
  pathParameters: { readonly [name: string]: z.ZodType },
  schemas: SchemaWriter,
): { readonly [name: string]: ApiParameter } {
  const inPath = Object.entries(pathParameters).map(
    ([name, schema]) => [name, parameter('path', name, schemas.request(schema), true)] as const,
  );
  return {
    ...Object.fromEntries(inPath),
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Your own id of the act, in place of `eventId` in the body: a retry with it gets the first answer.',
      schema: { type: 'string', pattern: '^[\\x20-\\x7e]{1,200}$', examples: ['till-4-1179'] },
    },
    limit: {
      name: 'limit',
      in: 'query',
      description: 'How many items a page may have: 1 to 100, 50 when not given.',
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    },
    cursor: {
      name: 'cursor',
      in: 'query',
      description: 'Where to go on: `nextCursor` of the page before. It belongs to its list and filter.',
      schema: { type: 'string', maxLength: 2000 },
    },
  };
}

function parameter(where: 'path' | 'query', name: string, schema: ApiSchema, required: boolean): ApiParameter {
  const { description, ...rest } = schema;
  return { name, in: where, ...(required && { required }), description, schema: rest };
}

/** The body of a call; of a bulk call with what each item is. */
export function bodyOf(
  { body, item, bodyIsOptional, example }: Operation,
  schemas: SchemaWriter,
): ApiOperation['requestBody'] {
  if (item !== undefined) return content(bulkBody(schemas.request(item)), true, example && { items: [example] });
  return body && content(schemas.request(body), bodyIsOptional !== true, example);
}

function content(schema: ApiSchema, required: boolean, example: unknown): NonNullable<ApiOperation['requestBody']> {
  const examples = example === undefined ? {} : { examples: { call: { value: example } } };
  return { required, content: { 'application/json': { schema, ...examples } } };
}

const bulkBody = (item: ApiSchema): ApiSchema => ({
  type: 'object',
  properties: { items: { type: 'array', minItems: 1, maxItems: mostItems, items: item } },
  required: ['items'],
  additionalProperties: false,
});
