import { expect, it } from 'vitest';
import * as z from 'zod';
import type { HttpRequest } from '../../../lambdas/edge/http/http-request.ts';
import type { Operations, RoutesOf, View } from '../../../lambdas/edge/http/operation.ts';

const wanted = z.strictObject({ limit: z.string().transform(Number) });
const other = z.strictObject({ name: z.string() });
const shown = z.object({ keyId: z.string(), apps: z.array(z.string()).optional() });

const declared = {
  'GET /v1/keys': {
    summary: 'List',
    description: 'Lists.',
    query: wanted,
    answers: { 200: { description: 'It.', body: shown, headers: { 'X-Count': 'How many.' } } },
    problems: [],
  },
  'DELETE /v1/keys/{keyId}': {
    summary: 'Delete',
    description: 'Deletes.',
    answers: { 204: { description: 'It is gone.' } },
    problems: [],
  },
} as const satisfies Operations;

type Routes = RoutesOf<typeof declared>;
const view = { keyId: 'key_1' };

// What does not compile is the test: each line below an expected error would pass if the types were weaker.

it('lets an act read what is declared, and answer what is declared', () => {
  const apps: readonly string[] = [];
  const routes: Routes = {
    'GET /v1/keys': {
      query: wanted,
      act: ({ query }) => ({
        status: 200,
        body: { ...view, apps: query().limit.toFixed() === '' ? apps : undefined },
        headers: { 'x-count': '1' },
      }),
    },
    'DELETE /v1/keys/{keyId}': ({ path }) => ({ status: path.keyId === '' ? 204 : 204 }),
  };
  expect(Object.keys(routes)).toEqual(Object.keys(declared));
});

it('lets no act answer or read anything else', () => {
  const act = () => ({ status: 200, body: view }) as const;
  const wrong: readonly Partial<Routes>[] = [
    // @ts-expect-error another schema than the declared one
    { 'GET /v1/keys': { query: other, act } },
    // @ts-expect-error the declared schema is not read
    { 'GET /v1/keys': { act } },
    // @ts-expect-error nothing is declared to be read, so an act is all
    { 'DELETE /v1/keys/{keyId}': { query: wanted, act: () => ({ status: 204 }) } },
    // @ts-expect-error another status
    { 'GET /v1/keys': { query: wanted, act: () => ({ status: 201, body: view }) } },
    // @ts-expect-error no body
    { 'GET /v1/keys': { query: wanted, act: () => ({ status: 200 }) } },
    // @ts-expect-error a body without what it must have
    { 'GET /v1/keys': { query: wanted, act: () => ({ status: 200, body: {} }) } },
    // @ts-expect-error a field of another kind
    { 'GET /v1/keys': { query: wanted, act: () => ({ status: 200, body: { ...view, apps: 'all' } }) } },
    // @ts-expect-error a body where none is declared
    { 'DELETE /v1/keys/{keyId}': () => ({ status: 204, body: view }) },
    // @ts-expect-error a header that is not declared
    { 'GET /v1/keys': { query: wanted, act: () => ({ status: 200, body: view, headers: { 'x-other': '1' } }) } },
    // @ts-expect-error a path parameter that the route does not have
    { 'DELETE /v1/keys/{keyId}': ({ path }) => ({ status: path.appId === '' ? 204 : 204 }) },
  ];
  expect(wrong).toHaveLength(10);
});

it('lets no view show a field that its schema does not have', () => {
  // @ts-expect-error a secret
  const told: View<typeof shown> = { keyId: 'key_1', secret: 'olk_' };
  // @ts-expect-error declared for a route that there is not
  const strange: Operations = { 'GET /v1/nothing': declared['DELETE /v1/keys/{keyId}'] };
  // @ts-expect-error a request of a route without an app has none
  const appOf = ({ path }: HttpRequest<'keyId'>) => path.appId;
  expect([told, strange, appOf]).toHaveLength(3);
});
