import { metrics } from '../../../contract/metrics.ts';
import type { CallbackEndpoint } from '../../../domain/callbacks/endpoint.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';

/** Says that nobody tries an event again by itself. */
export function toldDead({ eventId, endpointId }: { readonly eventId: string; readonly endpointId: string }): void {
  countMetric(metrics.deliveryDead, 1, systemClock());
  logger.warn('event never taken', { eventId, endpointId });
}

/** Says that nothing is sent to an endpoint any more. */
export function toldSwitchedOff({ appId, endpointId }: CallbackEndpoint): void {
  countMetric(metrics.callbackSwitchedOff, 1, systemClock());
  logger.warn('callback address switched off', { appId, endpointId });
}
