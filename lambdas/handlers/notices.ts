import { coldStart } from '../edge/cold-start.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';

export const notices = () => httpEndpoint({});

export const handler = coldStart(() => ({}), notices);
