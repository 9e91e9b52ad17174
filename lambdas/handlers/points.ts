import { coldStart } from '../edge/cold-start.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';

export const points = () => httpEndpoint({});

export const handler = coldStart(() => ({}), points);
