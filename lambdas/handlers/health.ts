import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';

/** Says that the API answers; asks nothing else. */
export const health = () => httpEndpoint({ 'GET /health': () => ({ status: 200, body: { status: 'ok' } }) });

export const handler = coldStart(() => ({}), health);
