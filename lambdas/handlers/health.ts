import { healthRoutes } from '../edge/api/health/health-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';

/** Says that the API answers. */
export const health = () => httpEndpoint(healthRoutes());

export const handler = coldStart(() => ({}), health);
