import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RouteKey, routes } from '../../../lambdas/contract/routes.ts';
import { appRoutes } from '../../../lambdas/edge/api/apps/app-routes.ts';
import { consentRoutes } from '../../../lambdas/edge/api/consent/consent-routes.ts';
import { eligibilityRoutes } from '../../../lambdas/edge/api/eligibility/eligibility-routes.ts';
import { exportRoutes } from '../../../lambdas/edge/api/exports/export-routes.ts';
import { exportScheduleRoutes } from '../../../lambdas/edge/api/exports/export-schedule-routes.ts';
import { keyRoutes } from '../../../lambdas/edge/api/keys/key-routes.ts';
import { noticeRoutes } from '../../../lambdas/edge/api/notices/notice-routes.ts';
import { capabilities, components, fieldNotes } from '../../../lambdas/edge/api/operations.ts';
import { pathParameters } from '../../../lambdas/edge/api/path-parameters.ts';
import { personalLinkRoutes } from '../../../lambdas/edge/api/personal-links/personal-link-routes.ts';
import { metaLinkRoutes } from '../../../lambdas/edge/api/points/meta-link-routes.ts';
import { pointFileRoutes } from '../../../lambdas/edge/api/points/point-file-routes.ts';
import { pointRoutes } from '../../../lambdas/edge/api/points/point-routes.ts';
import { userRoutes } from '../../../lambdas/edge/api/users/user-routes.ts';
import type { Reads, RouteTable } from '../../../lambdas/edge/http/http-request.ts';
import type { Operation } from '../../../lambdas/edge/http/operation.ts';

const declared = Object.values(capabilities).flatMap((operations) => Object.entries(operations)) as readonly (readonly [
  RouteKey,
  Operation,
])[];

/** The routes as they run; nothing is asked of what they work with until one is called. */
const deps = {} as never;
const running: RouteTable = {
  ...appRoutes(deps),
  ...keyRoutes(deps),
  ...consentRoutes(deps),
  ...eligibilityRoutes(deps),
  ...userRoutes(deps),
  ...exportRoutes(deps),
  ...exportScheduleRoutes(deps),
  ...noticeRoutes(deps),
  ...pointRoutes(deps),
  ...pointFileRoutes(deps),
  ...metaLinkRoutes(deps),
  ...personalLinkRoutes(deps),
};
const reads = ['query', 'body', 'item', 'idempotencyKey', 'bodyIsOptional'] as const satisfies readonly (keyof Reads)[];

describe('the declarations', () => {
  it('are of routes that there are, one each', () => {
    const keys = declared.map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(routes.map(({ method, path }) => `${method} ${path}`)).toContain(key);
    expect(keys.toSorted()).toEqual(Object.keys(running).toSorted());
  });

  it.each(declared)('%s reads what it declares, by the very same schemas', (key, operation) => {
    const route = running[key];
    const read: Reads = typeof route === 'object' ? route : {};
    for (const name of reads) expect(read[name], name).toBe(operation[name]);
  });

  it.each(declared)('%s says what it does, and its examples fit its schemas', (_key, operation) => {
    expect(operation.summary).toMatch(/^[A-Z][^.]+$/);
    expect(operation.description).toMatch(/\.$/);
    expect(operation.body === undefined || operation.example !== undefined).toBe(true);
    if (operation.body !== undefined) operation.body.parse(operation.example);
    for (const { description, body, example } of Object.values(operation.answers)) {
      expect(description).toMatch(/\.$/);
      // A field that the schema does not have would be lost.
      if (body !== undefined) expect(body.parse(example)).toEqual(example);
    }
  });

  it.each(declared)('%s can be written as JSON Schema', (_key, { query, body, item, answers }) => {
    for (const schema of [query, body, item]) if (schema !== undefined) z.toJSONSchema(schema, { io: 'input' });
    for (const { body: answer } of Object.values(answers)) if (answer !== undefined) z.toJSONSchema(answer);
  });

  it('have notes on schemas that are there, whose examples fit', () => {
    for (const [schema, { examples = [] }] of fieldNotes) {
      expect(schema).toBeInstanceOf(z.ZodType);
      for (const example of examples) schema.parse(example);
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
});
