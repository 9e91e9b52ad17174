import { type CataloguedType, cataloguedTypes, jsonSchemaOf } from '../../lambdas/contract/events/catalogue.ts';

/** The file of a type in docs/events. */
export const fileOf = (type: CataloguedType): string => `${type}.json`;

/** Every schema as it lies in docs/events, by its file. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(cataloguedTypes.map((type) => [fileOf(type), `${JSON.stringify(jsonSchemaOf(type), null, 2)}\n`]));
}
