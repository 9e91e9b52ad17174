import { NotFoundError } from '../../domain/errors.ts';
import { notAMessage } from '../../domain/gate/gate-errors.ts';
import type { MetaAnswer } from '../../use-cases/gate/ports.ts';

/** What may be asked of a list of templates (Meta, "Message templates"). */
const templateQuery = [
  ...['after', 'before', 'category', 'correct_category', 'fields', 'language', 'limit', 'name'],
  ...['name_or_content', 'quality_score', 'since', 'source', 'status', 'until'],
];

/** @throws GateRefusedError for a field of it that would ask for something else than templates */
export function templatesQuery(given: { readonly [name: string]: string | undefined }): {
  readonly [name: string]: string;
} {
  const asked = Object.entries(given).map(([name, value = '']) => {
    if (!templateQuery.includes(name))
      throw notAMessage('Templates are not asked for so: a field of the query is unknown.');
    if (name === 'fields' && !/^[a-z_]+(,[a-z_]+)*$/.test(value))
      throw notAMessage('fields takes names, separated by commas.');
    return [name, value] as const;
  });
  return Object.fromEntries(asked);
}

/** What Meta tells of a file. @throws NotFoundError for anything else that has an id: it is none of the gate's */
export function mediaAnswer({ body }: MetaAnswer): object {
  const file = JSON.parse(Buffer.from(body).toString('utf8')) as { readonly [name: string]: unknown };
  if (typeof file.mime_type !== 'string' || typeof file.url !== 'string')
    throw new NotFoundError('There is no such file.');
  return file;
}
