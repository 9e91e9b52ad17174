import { bodyOf } from '../../../adapters/callbacks/body-of.ts';
import { userEventV2 } from '../../../adapters/providers/gupshup/user-event.ts';

/** What is sent of an event, by the format of the endpoint. */
export const bodies = bodyOf(userEventV2);
