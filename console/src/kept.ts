import { useSyncExternalStore } from 'preact/compat';

/** A value for the whole page, which components follow. */
export interface Kept<Value> {
  read(): Value;
  write(value: Value): void;
  follow(listener: () => void): () => void;
}

/** @param save is told of every change */
export function kept<Value>(start: Value, save: (value: Value) => void = () => undefined): Kept<Value> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    write(next) {
      value = next;
      save(next);
      for (const each of listeners) each();
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value as it is now; the component is drawn again when it changes. */
export const useKept = <Value>({ follow, read }: Kept<Value>): Value => useSyncExternalStore(follow, read);
