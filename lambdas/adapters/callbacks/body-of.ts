import type { OutboundEvent } from '../../domain/events/event.ts';
import type { BodyOf } from '../../use-cases/callbacks/ports.ts';

/**
 * What is sent of an event, by the format of the endpoint.
 *
 * @param gupshup the event in Gupshup's words, where they have some for it
 */
export function bodyOf(gupshup: (event: OutboundEvent) => string | undefined): BodyOf {
  return (format, event) => (format === 'gupshup-v2' ? gupshup(event) : JSON.stringify(event));
}
