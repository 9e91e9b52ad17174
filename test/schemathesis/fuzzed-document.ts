import { readFileSync } from 'node:fs';
import type { ApiDocument, ApiParameter } from '../../lambdas/edge/docs/api-document.ts';

/** Values of path parameters that lead to something. */
export type KnownValues = { readonly [parameter: string]: readonly string[] };

/** The document with the parameters of paths named by what is there, so that not every call ends in 404. */
export function fuzzedDocument(baseUrl: string, known: KnownValues): ApiDocument {
  const document = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as ApiDocument;
  const named = (parameter: ApiParameter): ApiParameter => {
    const values = parameter.in === 'path' ? known[parameter.name] : undefined;
    return values === undefined ? parameter : { ...parameter, schema: { type: 'string', enum: values } };
  };
  const { parameters } = document.components;
  return {
    ...document,
    servers: [{ url: baseUrl, description: 'Local mode' }],
    components: {
      ...document.components,
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, named(each)])),
    },
  };
}
