import type { Deliveries, Endpoints } from '../../../use-cases/events/ports.ts';

/** A stage without callbacks: nobody wants any event. */
export const nobodyListens: { readonly endpoints: Endpoints; readonly deliveries: Deliveries } = {
  endpoints: { listening: async () => [] },
  deliveries: { owe: async () => undefined },
};
