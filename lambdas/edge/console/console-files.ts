import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the console in the codings that it was built in. */
interface ConsoleFile {
  readonly contentType: string;
  /** Weak: it is the same in every coding. */
  readonly etag: string;
  readonly bytes: { readonly [Coding in 'identity' | 'gzip' | 'br']: Uint8Array };
}

/** All files, by their paths below the folder. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
]);

/**
 * Reads the built console, whole: it is small, and what is not in it can then be asked for by no path.
 *
 * @throws Error when the folder is not there or has no index
 */
export function readConsoleFiles(folder: URL): ConsoleFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = new Map(
    names.flatMap((name): [string, ConsoleFile][] => {
      const contentType = contentTypes.get(extname(name));
      if (contentType === undefined) return [];
      const read = (ending: string): Uint8Array => readFileSync(new URL(name + ending, folder));
      const identity = read('');
      const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
      return [[name, { contentType, etag, bytes: { identity, gzip: read('.gz'), br: read('.br') } }]];
    }),
  );
  if (!files.has('index.html')) throw new Error(`There is no console in ${folder.href}.`);
  return files;
}
