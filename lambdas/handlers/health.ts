import { coldStart } from '../edge/cold-start.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';

/** Says that the API answers; asks nothing else. */
export const health = () => httpEndpoint({ 'GET /health': () => ({ status: 200, body: { status: 'ok' } }) });

export const handler = coldStart(() => ({}), health);
