import { plainList } from '../../http/list-query.ts';
import type { RoutesOf, View } from '../../http/operation.ts';
import type { eventTypeAnswer } from './answers.ts';
import type { eventTypeOperations } from './operations.ts';

/** One type of event, as the build makes it of the catalogue. */
export type EventTypeView = View<typeof eventTypeAnswer>;

export interface EventTypeDeps {
  readonly eventTypes: readonly EventTypeView[];
}

/** The catalogue of events. */
export function eventTypeRoutes({ eventTypes }: EventTypeDeps): RoutesOf<typeof eventTypeOperations> {
  return {
    'GET /v1/event-types': {
      query: plainList,
      act: ({ query }) => {
        query();
        return { status: 200, body: { data: eventTypes, nextCursor: null } };
      },
    },
  };
}
