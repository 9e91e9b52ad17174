import { catalogue, cataloguedTypes, jsonSchemaOf, sampleOf } from '../../../contract/events/catalogue.ts';
import { catalogueVersion, type OutboundEvent } from '../../../domain/events/event.ts';
import type { EventType } from '../../../domain/events/event-types.ts';
import type { EventTypeView } from '../../../edge/api/callbacks/event-type-routes.ts';

/** A made-up event of a type, whole. */
export const sampleEvent = (type: EventType): OutboundEvent => sampleOf(type) as OutboundEvent;

/** The catalogue as the API shows it. */
export const eventCatalogue = (): readonly EventTypeView[] =>
  cataloguedTypes.map((type) => ({
    type,
    version: catalogueVersion,
    title: catalogue[type].title,
    description: catalogue[type].description,
    sample: { ...sampleOf(type) },
    schema: { ...jsonSchemaOf(type) },
  }));
