import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** One JSON value in a file, whole after any crash; only the user may read it. */
export interface KeptFile<T> {
  read(): T;
  write(value: T): void;
}

/** A JSON file of the data folder; `initial` while there is no file. */
export function keptFile<T>(path: string, initial: T): KeptFile<T> {
  return {
    read: () => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : initial),
    write: (value) => {
      writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

/** A list that only grows, one JSON value a line; only the user may read it. */
export interface KeptList<T> {
  add(entry: T): void;
  all(): readonly T[];
}

export function keptList<T>(path: string): KeptList<T> {
  return {
    add: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 }),
    all: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as T)
        : [],
  };
}
