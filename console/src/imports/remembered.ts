import type { Values } from '../kit/form.tsx';
import type { ImportKind } from './kinds.ts';

/** So many kinds of files are remembered. */
const most = 20;

interface Remembered {
  readonly key: string;
  readonly values: Values;
}

const place = (appId: string): string => `imports:${appId}`;
const keyOf = (kind: ImportKind, header: readonly string[]): string => JSON.stringify([kind, ...header]);

/** What a file says for itself, or what belongs to one day, is filled in anew each time. */
const isOfTheFile = (pointer: string): boolean => pointer === '/date' || pointer === '/reason' || pointer === '/kind';

function all(appId: string): readonly Remembered[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(place(appId)) ?? '[]');
    return Array.isArray(list) ? (list as Remembered[]) : [];
  } catch {
    return [];
  }
}

/** How the columns of a file were filled in, on this device: names of columns and what they are, nobody's data. */
export const remembered = {
  read: (appId: string, kind: ImportKind, header: readonly string[]): Values | undefined =>
    all(appId).find(({ key }) => key === keyOf(kind, header))?.values,

  write(appId: string, kind: ImportKind, header: readonly string[], values: Values): void {
    const key = keyOf(kind, header);
    const own = Object.fromEntries(Object.entries(values).filter(([pointer]) => !isOfTheFile(pointer)));
    const list = [{ key, values: own }, ...all(appId).filter((each) => each.key !== key)].slice(0, most);
    try {
      localStorage.setItem(place(appId), JSON.stringify(list));
    } catch {
      // A browser that keeps nothing: it is filled in again the next time.
    }
  },
};
