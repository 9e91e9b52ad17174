import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { WidgetAnswer, WidgetView } from '../../../browser/widget-view.ts';
import { type RouteKey, routes } from '../../../lambdas/contract/routes.ts';
import { capabilities, components, fieldNotes } from '../../../lambdas/edge/api/operations.ts';
import { pathParameters } from '../../../lambdas/edge/declarations/path-parameters.ts';
import type { Reads } from '../../../lambdas/edge/http/http-request.ts';
import type { Operation, View } from '../../../lambdas/edge/http/operation.ts';
import type { widgetAnswer, widgetViewAnswer } from '../../../lambdas/edge/pages/widget/answers.ts';
import { runningRoutes } from '../../support/api/running-routes.ts';

const declared = Object.values(capabilities).flatMap((operations) => Object.entries(operations)) as readonly (readonly [
  RouteKey,
  Operation,
])[];
const keysOf = (list: readonly { readonly method: string; readonly path: string }[]) =>
  list.map(({ method, path }) => `${method} ${path}`).toSorted();
/** The pages of the documentation are no part of what they document, and the console is none of the API. */
const api = routes.filter(({ method, path }) => method !== 'HEAD' && !/^\/(docs\/|console|openapi\.json$)/.test(path));
const reads = ['query', 'body', 'item', 'idempotencyKey', 'bodyIsOptional'] as const satisfies readonly (keyof Reads)[];

describe('the declarations', () => {
  it('are of every route of the API, one each', () => {
    expect(declared.map(([key]) => key).toSorted()).toEqual(keysOf(api));
  });

  it.each(declared)('%s reads what it declares, by the very same schemas', (key, operation) => {
    const route = runningRoutes[key];
    const read: Reads = typeof route === 'object' ? route : {};
    for (const name of reads) expect(read[name], name).toBe(operation[name]);
  });

  it.each(declared)('%s says what it does, and its examples fit its schemas', (_key, operation) => {
    const { summary, description, body, item, example, answers } = operation;
    expect(summary).toMatch(/^[A-Z][^.]+$/);
    expect(description).toMatch(/\.$/);
    const read = item ?? body;
    expect(example !== undefined).toBe(read !== undefined);
    read?.parse(example);
    for (const answer of Object.values(answers)) {
      expect(answer.description).toMatch(/\.$/);
      expect(answer.example !== undefined).toBe(answer.body !== undefined);
      // A field that the schema does not have would be lost.
      expect(answer.body?.parse(answer.example)).toEqual(answer.example);
    }
  });

  it.each(declared)('%s can be written as JSON Schema', (_key, { query, body, item, lenient, answers }) => {
    for (const schema of [query, body, item, lenient?.query, lenient?.form]) {
      if (schema !== undefined) z.toJSONSchema(schema, { io: 'input' });
    }
    for (const { body: answer } of Object.values(answers)) if (answer !== undefined) z.toJSONSchema(answer);
  });

  it('have notes on schemas that are there, whose examples fit', () => {
    for (const [schema, { examples = [], pattern }] of fieldNotes) {
      expect(schema).toBeInstanceOf(z.ZodType);
      for (const example of examples) schema.parse(example);
      if (pattern !== undefined) for (const example of examples) expect(example).toMatch(new RegExp(pattern));
    }
  });

  it('give every path parameter a form that its example has', () => {
    for (const schema of Object.values(pathParameters)) {
      const { pattern, examples } = schema.meta() as { readonly pattern: string; readonly examples: readonly string[] };
      for (const example of examples) expect(example).toMatch(new RegExp(pattern));
    }
  });

  it('name each component once', () => {
    const schemas = Object.values(components);
    expect(new Set(schemas).size).toBe(schemas.length);
  });

  it('describe what the browser reads in the widget', () => {
    const view = (shown: WidgetView): View<typeof widgetViewAnswer> => shown;
    const answer = (shown: WidgetAnswer): View<typeof widgetAnswer> => shown;
    expect([view, answer]).toHaveLength(2);
  });
});
