import { api, dataOf } from '../api/client.ts';
import type { Draft } from './draft.ts';
import type { ChosenFile } from './file/read-file.ts';
import type { Import, Mapping } from './imports.ts';
import type { ImportKind } from './kinds.ts';
import { upload } from './upload.ts';

type Sent = NonNullable<Draft['sent']>;

export interface ToTry {
  readonly appId: string;
  readonly kind: ImportKind;
  readonly file: ChosenFile;
  readonly mapping: Mapping;
  /** What was begun before with this draft. */
  readonly sent: Sent | undefined;
  /** Is told how much of the file has gone, from 0 to 1. */
  readonly told: (share: number) => void;
}

/**
 * Begins an import, sends its file and has it tried. A file that was sent already is not sent again: then only the mapping is another.
 *
 * @param onSent the file has arrived
 */
export async function sendAndTry(
  { appId, kind, file, mapping, sent, told }: ToTry,
  onSent: (sent: Sent) => void,
): Promise<Import> {
  const path = { appId };
  let importId = sent?.content === file.content && sent.kind === kind ? sent.importId : undefined;
  if (importId === undefined) {
    told(0);
    const body = { kind, fileName: file.name.slice(0, 200), size: file.content.size };
    const begun = await dataOf(api.POST('/v1/apps/{appId}/imports', { params: { path }, body }));
    await upload(begun.upload, file.content, told);
    ({ importId } = begun);
    onSent({ importId, kind, content: file.content });
  }
  told(1);
  return dataOf(
    api.POST('/v1/apps/{appId}/imports/{importId}/dry-run', { params: { path: { appId, importId } }, body: mapping }),
  );
}
