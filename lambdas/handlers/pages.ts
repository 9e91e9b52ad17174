import { coldStart } from '../edge/cold-start.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';

export const pages = () => httpEndpoint({});

export const handler = coldStart(() => ({}), pages);
