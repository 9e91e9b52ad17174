import { bodyOf } from '../../adapters/callbacks/body-of.ts';

/** What is sent of an event, by the format of the endpoint. */
export const bodies = bodyOf(() => undefined);
