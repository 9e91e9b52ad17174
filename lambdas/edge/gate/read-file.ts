import { notAMessage } from '../../domain/gate/gate-errors.ts';

/** A file as it goes on to Meta. */
export interface GivenFile {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** All that Meta takes with a file ("Upload media"). In any other field Graph could read another token, method or node. */
const fields: ReadonlySet<string> = new Set(['messaging_product', 'type', 'file']);

/**
 * A file that is to be uploaded, written anew from what was read, so that Meta reads the same fields.
 *
 * @throws GateRefusedError for another form, or one with other fields
 */
export async function readFile(bytes: Uint8Array, contentType: string | undefined): Promise<GivenFile> {
  if (contentType === undefined || !/^multipart\/form-data;/i.test(contentType)) {
    throw notAMessage('A file comes as multipart/form-data.');
  }
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const names = form === undefined ? [] : [...form.keys()];
  if (form === undefined || names.length === 0) throw notAMessage('The file cannot be read: this is no whole form.');
  if (names.some((name) => !fields.has(name)) || new Set(names).size < names.length)
    throw notAMessage('A file has messaging_product, type and file, each once, and no other field.');
  const written = new Response(form);
  const type = written.headers.get('content-type') ?? '';
  return { contentType: type, body: new Uint8Array(await written.arrayBuffer()) };
}
