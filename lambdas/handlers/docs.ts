import apiDocument from '../../docs/openapi.json' with { type: 'json' };
import type { ApiDocument } from '../edge/docs/api-document.ts';
import { docsRoutes } from '../edge/docs/docs-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';

/** The document of the API and the pages that people read; asks nothing else. */
export const docs = (deps: { readonly document: ApiDocument }) => httpEndpoint(docsRoutes(deps.document));

export const handler = coldStart(() => ({ document: apiDocument as unknown as ApiDocument }), docs);
