import { readFileSync } from 'node:fs';
import type { ApiDocument, ApiParameter } from '../../lambdas/edge/docs/api-document.ts';

/** Values of path parameters that lead to something. */
export type KnownValues = { readonly [parameter: string]: readonly string[] };

/** What Meta wants with the first signup of an account, which any change of an app may make: nothing of ours, so it is always sent. */
const withTerms = 'NewSignup';

/** The document with the parameters of paths named by what is there, so that not every call ends in 404. */
export function fuzzedDocument(baseUrl: string, known: KnownValues): ApiDocument {
  const document = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as ApiDocument;
  const named = (parameter: ApiParameter): ApiParameter => {
    const values = parameter.in === 'path' ? known[parameter.name] : undefined;
    return values === undefined ? parameter : { ...parameter, schema: { type: 'string', enum: values } };
  };
  const { parameters, schemas } = document.components;
  const signup = schemas[withTerms] as { readonly required?: readonly string[] };
  return {
    ...document,
    servers: [{ url: baseUrl, description: 'Local mode' }],
    components: {
      ...document.components,
      schemas: { ...schemas, [withTerms]: { ...signup, required: [...(signup.required ?? []), 'acceptTerms'] } },
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, named(each)])),
    },
  };
}
