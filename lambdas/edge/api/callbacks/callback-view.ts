import type { Delivery } from '../../../domain/callbacks/delivery.ts';
import type { CallbackEndpoint } from '../../../domain/callbacks/endpoint.ts';
import type { SentDelivery } from '../../../use-cases/callbacks/ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { callbackAnswer, deliveryAnswer, sentDeliveryAnswer } from './answers.ts';

export function callbackView(endpoint: CallbackEndpoint): View<typeof callbackAnswer> {
  const { endpointId, url, types, format, description, state, off, lastFailure, failures, isSlow } = endpoint;
  return {
    endpointId,
    url,
    types,
    format,
    description,
    state,
    off: off && { why: off.why, at: formatInstant(off.at) },
    health: failures > 0 ? 'failing' : isSlow === true ? 'slow' : 'good',
    failingSince: formatInstantIfAny(endpoint.failingSince),
    lastFailure: lastFailure && { ...lastFailure, at: formatInstant(lastFailure.at) },
    previousSecretUntil: formatInstantIfAny(endpoint.previousSecretUntil),
    createdAt: formatInstant(endpoint.createdAt),
  };
}

export function deliveryView(delivery: Delivery): View<typeof deliveryAnswer> {
  const { deliveryId, endpointId, eventId, type, userId, sequence, state, attempts, tries } = delivery;
  const { supersededBy, deathReason, size } = delivery;
  return {
    deliveryId,
    endpointId,
    eventId,
    type,
    timestamp: formatInstant(delivery.timestamp),
    userId,
    sequence,
    state,
    owedAt: formatInstant(delivery.owedAt),
    attempts,
    tries: tries.map(({ at, outcome, code, tookMs }) => ({ at: formatInstant(at), outcome, code, tookMs })),
    dueAt: formatInstantIfAny(delivery.dueAt),
    supersededBy,
    deathReason,
    replayedAt: formatInstantIfAny(delivery.replayedAt),
    size,
  };
}

export function sentDeliveryView(delivery: SentDelivery): View<typeof sentDeliveryAnswer> {
  return { ...deliveryView(delivery), body: delivery.body ?? null };
}
