import * as z from 'zod';
import type { ApiSchema } from '../docs/api-document.ts';

/** Turns zod schemas into those of the document, and collects the named ones. */
export interface SchemaWriter {
  /** What a caller may send: unknown fields are faults. */
  request(schema: z.ZodType): ApiSchema;
  /** What a caller gets: open, for within `/v1` answers may get fields. */
  answer(schema: z.ZodType): ApiSchema;
  /** Every named schema that was met, by name. */
  named(): { readonly [name: string]: ApiSchema };
}

type Json = { readonly [name: string]: unknown };

/** @param names schemas that the document names instead of repeating them */
export function schemaWriter(names: { readonly [name: string]: z.ZodType }): SchemaWriter {
  for (const [id, schema] of Object.entries(names)) {
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  }
  const found = new Map<string, ApiSchema>();

  const write = (schema: z.ZodType, io: 'input' | 'output'): ApiSchema => {
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io }) as Json;
    const tidy = (value: unknown): ApiSchema => tidied(value, io) as ApiSchema;
    for (const [name, definition] of Object.entries($defs as Json)) {
      const written = tidy(definition);
      const before = found.get(name);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(written)) {
        throw new Error(`The shape ${name} is another one in requests and in answers; give it two names.`);
      }
      found.set(name, written);
    }
    return tidy(own);
  };
  return {
    request: (schema) => write(schema, 'input'),
    answer: (schema) => write(schema, 'output'),
    named: () => Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** References as OpenAPI has them, without the bounds that every whole number has, and answers open. */
function tidied(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((each) => tidied(each, io));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json).flatMap(([name, each]): [string, unknown][] => {
    if (name === '$ref') return [[name, String(each).replace('#/$defs/', '#/components/schemas/')]];
    if (name === 'id' && typeof each === 'string') return [];
    if (name === 'maximum' && each === Number.MAX_SAFE_INTEGER) return [];
    if (name === 'minimum' && each === Number.MIN_SAFE_INTEGER) return [];
    if (name === 'additionalProperties' && each === false && io === 'output') return [];
    if (name === 'examples' || name === 'enum' || name === 'default') return [[name, each]];
    // Names of fields are no keywords.
    if (name === 'properties') {
      const fields = Object.entries(each as Json).map(([field, schema]) => [field, tidied(schema, io)]);
      return [[name, Object.fromEntries(fields)]];
    }
    return [[name, tidied(each, io)]];
  });
  return Object.fromEntries(entries);
}
