import * as z from 'zod';
import { type Route, routes } from '../../contract/routes.ts';
import { capabilities, components, fieldNotes } from '../api/operations.ts';
import { pathParameters } from '../declarations/path-parameters.ts';
import { problemsOf } from '../declarations/problems.ts';
import type { ApiDocument, ApiOperation, ApiResponse } from '../docs/api-document.ts';
import type { Operation, Operations } from '../http/operation.ts';
import { answersOf } from './answers.ts';
import { introduction, parts } from './introduction.ts';
import { schemaWriter } from './json-schema.ts';
import { isDocumented, operationIds } from './operation-ids.ts';
import { bodyOf, parametersOf, sharedParameters } from './parameters.ts';
import { answerHeaders, gatewayMessage, refusals } from './problem-answers.ts';
import { readProblems } from './read-problems.ts';

/** Of the document and of the client that is made from it: rises as `client/README.md` says. */
export const apiVersion = '0.1.0';

/**
 * The document of the API, from the declarations that the functions are checked against.
 *
 * @param problemsPage docs/problems.md
 */
export function buildDocument(problemsPage: string): ApiDocument {
  for (const [schema, note] of fieldNotes) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), ...note });
  const schemas = schemaWriter(components);
  const problems = readProblems(problemsPage);
  const responses = new Map<string, ApiResponse>();
  const paths = new Map<string, Map<string, ApiOperation>>();

  for (const [key, tag, declared] of declaredOperations()) {
    const route = routeOf(key);
    const { method, path, scope } = route;
    const codes = new Set<string>(problemsOf(route, declared));
    const refused = refusals(
      problems.codes.filter(({ code }) => codes.has(code)),
      statusesOfGateway(route, declared),
    );
    for (const [name, response] of Object.entries(refused.named)) responses.set(name, response);
    const methods = paths.get(path) ?? new Map<string, ApiOperation>();
    methods.set(method.toLowerCase(), {
      operationId: operationIds[key],
      tags: [tag],
      summary: declared.summary,
      description: declared.description,
      security: scope === 'public' ? [] : [{ apiKey: scope === 'any' ? [] : [scope] }],
      parameters: parametersOf(path, declared, schemas),
      requestBody: bodyOf(declared, schemas),
      responses: { ...answersOf(declared, schemas), ...refused.responses },
    });
    paths.set(path, methods);
  }

  schemas.answer(components.Problem ?? z.never());
  return plain({
    openapi: '3.1.1',
    info: {
      title: 'OptLedger API',
      version: apiVersion,
      summary: 'WhatsApp opt-ins that a business can collect anywhere, enforce everywhere and prove to anyone.',
      description: introduction,
    },
    servers: [{ url: '/', description: 'The deployment that this document comes from.' }],
    security: [{ apiKey: [] }],
    tags: parts.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries([...paths].map(([path, methods]) => [path, Object.fromEntries(methods)])),
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'olk_…',
          description: 'An API key. Each operation names the one scope that the key needs.',
        },
      },
      parameters: sharedParameters(pathParametersInUse(paths.keys()), schemas),
      headers: answerHeaders,
      responses: Object.fromEntries([...responses].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      schemas: { ...schemas.named(), GatewayMessage: gatewayMessage },
    },
    'x-problems': problems,
  });
}

/** The declared operations in the order of the parts. Throws when one has no name. */
function* declaredOperations(): Generator<readonly [key: keyof typeof operationIds, tag: string, Operation]> {
  const declared: { readonly [capability: string]: Operations } = capabilities;
  for (const { name, of } of parts) {
    const operations = of.flatMap((capability) => Object.entries(declared[capability] ?? {}));
    for (const [key, operation] of operations) {
      if (!isDocumented(key)) throw new Error(`${key} has no operationId.`);
      yield [key, name, operation];
    }
  }
}

function routeOf(key: string): Route {
  const found = routes.find(({ method, path }) => `${method} ${path}` === key);
  if (found === undefined) throw new Error(`${key} is declared and no route.`);
  return found;
}

/** The statuses that the gateway gives by itself: those of keys, of empty names in a path, of large bodies, and of its own failures. */
function statusesOfGateway({ path, scope }: Route, { body, item }: Operation): readonly number[] {
  return [
    ...(scope === 'public' ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    ...(body === undefined && item === undefined ? [] : [413]),
    429,
    431,
    500,
    503,
  ];
}

function pathParametersInUse(paths: Iterable<string>): { readonly [name: string]: z.ZodType } {
  const used = new Set([...paths].flatMap((path) => Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name)));
  return Object.fromEntries(Object.entries(pathParameters).filter(([name]) => used.has(name)));
}

/** As it will be read: without what is undefined. */
const plain = (document: ApiDocument): ApiDocument => JSON.parse(JSON.stringify(document)) as ApiDocument;
