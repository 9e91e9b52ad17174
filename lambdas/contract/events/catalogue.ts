import * as z from 'zod';
import { appEvents } from './app-events.ts';
import { time } from './members.ts';
import { userEvents } from './user-events.ts';

/** The version of every event of this catalogue. A type is never taken away, and its data only gains optional members. */
export const catalogueVersion = 1;

/**
 * What the world is told, one entry a type: docs/events.md and the JSON Schemas beside it are made of it, and what is published is held
 * to it by tests. Not in the bundles of functions that do not show it.
 */
export const catalogue = { ...userEvents, ...appEvents } as const;
export type CataloguedType = keyof typeof catalogue;
export const cataloguedTypes = Object.keys(catalogue) as readonly CataloguedType[];

const aboutNobody: ReadonlySet<string> = new Set(Object.keys(appEvents));

/** The schema of the whole event, envelope and all. Receivers must take members that they do not know. */
export function eventSchema(type: CataloguedType) {
  const { title, description, data } = catalogue[type];
  const ofUser = {
    userId: z.string().optional().meta({ description: 'Whom it is about; resolves for ever.' }),
    sequence: z
      .int()
      .optional()
      .meta({
        description:
          'The place in the user’s ledger. Ignore a yes that is not higher than the highest that you have taken; take a no, unless you ' +
          'took a yes that is higher.',
      }),
  };
  return z
    .object({
      id: z
        .string()
        .regex(/^evt_[\w-]{22}$/)
        .meta({ description: 'The same at every try and replay.' }),
      type: z.literal(type),
      version: z.literal(catalogueVersion),
      timestamp: time.meta({ description: 'When it was recorded.' }),
      appId: z.string(),
      ...(aboutNobody.has(type) ? {} : ofUser),
      data,
    })
    .meta({ title, description });
}

/** The same as a JSON Schema, draft 2020-12. */
export function jsonSchemaOf(type: CataloguedType): object {
  return z.toJSONSchema(eventSchema(type), {
    io: 'input',
    override: ({ jsonSchema }) => {
      // What `format` and `integer` say already.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

/** A whole event to look at. */
export function sampleOf(type: CataloguedType): object {
  const ofUser = { userId: 'usr_0123456789abcdefghijklAbCdEfGhIjK', sequence: 7 };
  return {
    id: 'evt_2rV7mQx0Y4cK9sLwT1ZbNd',
    type,
    version: catalogueVersion,
    timestamp: '2026-11-20T12:00:00.412Z',
    appId: 'acme',
    ...(aboutNobody.has(type) ? {} : ofUser),
    data: catalogue[type].sample,
  };
}
