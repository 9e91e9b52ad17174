import type { PlantedFault } from './planted-fault.ts';

/** Faults in the document of the API, in what is made from it, and in answers that it does not have. */
export const openapiFaults: readonly PlantedFault[] = [
  {
    name: 'a key is shown with the keys that made it',
    file: 'lambdas/edge/api/keys/key-view.ts',
    find: '    scopes,\n    apps: apps',
    replace: '    ...({ parents } as object),\n    scopes,\n    apps: apps',
    tests: ['test/handlers/admin-keys', 'test/handlers/key-lines'],
  },
  {
    name: 'the document says nothing of what the gateway answers',
    file: 'lambdas/edge/openapi/problem-answers.ts',
    find: '...(fromGateway && {',
    replace: '...(fromGateway && status > 500 && {',
    tests: ['test/edge/openapi/document'],
  },
  {
    name: 'an answer may never get another field',
    file: 'lambdas/edge/openapi/json-schema.ts',
    find: "if (name === 'additionalProperties' && each === false && io === 'output') return [];",
    replace: '',
    tests: ['test/edge/openapi/document'],
  },
  {
    name: 'an operation is documented under another scope',
    file: 'lambdas/edge/openapi/build-document.ts',
    find: 'security: scope === ',
    replace: "security: scope === 'keys:write' || scope === ",
    tests: ['test/edge/openapi/document'],
  },
  {
    name: 'whoever has any copy of the document keeps it',
    file: 'lambdas/edge/docs/docs-routes.ts',
    find: "const isKnown = known.includes(etag) || known.includes('*');",
    replace: 'const isKnown = known.length > 0;',
    tests: ['test/handlers/docs'],
  },
  {
    name: 'the section of a problem has another name',
    file: 'lambdas/edge/docs/problems-page.ts',
    find: '<section class="operation" id="',
    replace: '<section class="operation" id="problem-',
    tests: ['test/handlers/docs'],
  },
  {
    name: 'the client makes a second key of a call that may have been done',
    file: 'client/src/patient-fetch.ts',
    find: "return method === 'GET' || method === 'HEAD' ||",
    replace: "return method !== 'PATCH' ||",
    tests: ['test/client/client'],
  },
  {
    name: 'the client sends a retry without its body',
    file: 'client/src/patient-fetch.ts',
    find: 'await fetch(isLast ? request : request.clone());',
    replace: 'await fetch(attempt === 0 ? request.clone() : new Request(request.url, { method: request.method }));',
    tests: ['test/client/client'],
  },
  {
    name: 'the client ends a list at a page without rows',
    file: 'client/src/each-of.ts',
    find: 'if (nextCursor === null) return;',
    replace: 'if (nextCursor === null || data.length === 0) return;',
    tests: ['test/client/client'],
  },
  {
    name: 'the client takes a refusal for data',
    file: 'client/src/data-of.ts',
    find: 'if (!response.ok) throw',
    replace: 'if (response.status >= 500) throw',
    tests: ['test/client/client'],
  },
];
