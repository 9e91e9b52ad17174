import { createWriteStream, existsSync, openSync, renameSync, statSync, type WriteStream } from 'node:fs';

/** A file that lines are added to, and that does not grow for ever. */
export interface BoundedLog {
  write(lines: Buffer | string): void;
  close(): Promise<void>;
}

/** A log of `maxBytes` and whatever was written at once: then it becomes `path.1`, in place of an earlier one, and a new file begins. */
export function boundedLog(path: string, maxBytes: number): BoundedLog {
  let size = existsSync(path) ? statSync(path).size : 0;
  let stream: WriteStream | undefined;
  let closing: Promise<void> = Promise.resolve();
  const end = (): void => {
    const last = stream;
    stream = undefined;
    if (last !== undefined) closing = closing.then(() => new Promise((resolve) => last.end(() => resolve())));
  };
  return {
    write(lines) {
      if (size >= maxBytes) {
        end();
        if (existsSync(path)) renameSync(path, `${path}.1`);
        size = 0;
      }
      // Opened at once: what a stream still holds goes to its own file, whatever that is called by then.
      stream ??= createWriteStream(path, { fd: openSync(path, 'a') });
      size += Buffer.byteLength(lines);
      stream.write(lines);
    },
    close: () => {
      end();
      return closing;
    },
  };
}
