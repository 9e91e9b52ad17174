import * as z from 'zod';
import { deliveryStates } from '../../../domain/callbacks/delivery.ts';
import { callbackFormats } from '../../../domain/callbacks/endpoint.ts';
import { eventTypes } from '../../../domain/events/event-types.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { paging } from '../../http/list-query.ts';
import { longestGrace } from '../keys/key.ts';

/** Whether we would send there is found out by the act: it takes a name server. */
const url = text(2000);
const eventType = z.enum(eventTypes);
const types = z.union(
  [
    z.literal('all'),
    z
      .array(eventType)
      .min(1)
      .max(50)
      .transform((list) => [...new Set(list)]),
  ],
  { error: 'This must be a list of event types or "all".' },
);
const description = text(200);

/** An endpoint that is to be made. */
export const newCallback = z.strictObject({
  url,
  types,
  format: z.enum(callbackFormats).default('standard'),
  description: description.optional(),
});

/** What is to be changed at an endpoint. Its format stays: whoever wants another makes another endpoint. */
export const callbackChange = z.strictObject({
  url: url.optional(),
  types: types.optional(),
  description: description.nullable().optional(),
  state: z.enum(['on', 'off']).optional(),
});

/** How long the secret before a rotation signs besides, in seconds. */
export const callbackRotation = z.strictObject({
  graceSeconds: z
    .int()
    .min(0)
    .max(longestGrace)
    .default(24 * 60 * 60),
});

/** Which sample is to be sent. */
export const callbackTest = z.strictObject({ type: eventType });

const deliveryId = text(400);

/** What is to be delivered again: these deliveries, or those of a time. */
export const replayRequest = z.union(
  [
    z.strictObject({ deliveryIds: z.array(deliveryId).min(1).max(100) }),
    z.strictObject({ from: instant, to: instant, cursor: z.string().max(2000).optional() }),
  ],
  { error: 'This must be `{ deliveryIds }` with up to 100 of them, or `{ from, to }`.' },
);

/** Which deliveries are wanted. */
export const deliveriesList = z.strictObject({ ...paging, state: z.enum(deliveryStates).optional() });
