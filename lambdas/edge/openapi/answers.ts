import type { ApiHeader, ApiResponse, Reference } from '../docs/api-document.ts';
import type { Operation } from '../http/operation.ts';
import type { SchemaWriter } from './json-schema.ts';
import { answerHeaders, headerReference } from './problem-answers.ts';

/** The good answers of an operation, by their statuses. */
export function answersOf({ answers }: Operation, schemas: SchemaWriter): { readonly [status: string]: ApiResponse } {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, body, contentType, headers = {}, example }]) => [
      status,
      {
        description,
        headers: {
          'X-Request-Id': headerReference('X-Request-Id'),
          ...Object.fromEntries(Object.entries(headers).map(([name, says]) => [name, headerOf(name, says)])),
        },
        content: {
          ...(body !== undefined && {
            'application/json': {
              schema: schemas.answer(body),
              ...(example !== undefined && { examples: { answer: { value: example } } }),
            },
          }),
          ...(contentType !== undefined && { [contentType.split(';')[0] ?? '']: { schema: fileOf(contentType) } }),
        },
      } satisfies ApiResponse,
    ]),
  );
}

function headerOf(name: string, says: string): ApiHeader | Reference {
  const known = Object.keys(answerHeaders).find((each) => each.toLowerCase() === name.toLowerCase());
  return known === undefined ? { description: says, schema: { type: 'string' } } : headerReference(known);
}

/** A body that is no JSON: text, or bytes as they are, which have no schema. */
function fileOf(contentType: string) {
  return /^text\/|svg/.test(contentType) ? ({ type: 'string' } as const) : {};
}
