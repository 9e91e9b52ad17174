import { MalformedItemError } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import type { PlaceItem } from './place-item.ts';
import type { WindowItem } from './window-item.ts';

type Kind = 'string' | 'number' | 'boolean' | 'map' | 'list';
/** What each attribute of an item is, also of those that may be missing. The compiler asks for every one. */
type Kinds<Item> = { readonly [Name in Exclude<keyof Item, keyof Key>]-?: Kind };
/** The same to be gone through. */
type KindList<Item> = readonly (readonly [name: Exclude<keyof Item, keyof Key>, Kind])[];

const listOf = <Item>(kinds: Kinds<Item>) => Object.entries(kinds) as unknown as KindList<Item>;

const placeKinds = listOf<PlaceItem>({
  ...{ upk: 'string', usk: 'string', v: 'number', u: 'string', home: 'string', n: 'number', hash: 'string' },
  ...{
    c: 'map',
    z: 'number',
    uc: 'map',
    kp: 'number',
    an: 'map',
    ad: 'map',
    sup: 'list',
    ps: 'map',
    ho: 'map',
    sr: 'string',
    sb: 'map',
  },
  ...{ ph: 'string', b: 'string', pb: 'string', w: 'list', ab: 'list', f: 'number', fq: 'boolean' },
  ...{ cr: 'number', pr: 'list' },
  ...{ bp: 'string', hs: 'number', fo: 'list', rp: 'list', kd: 'boolean', hp: 'boolean', ow: 'list', st: 'boolean' },
});
/** Every version wrote these of a home: without one of them a no may be lost. */
const homeNeeds = ['n', 'hash', 'c', 'cr'] as const;
/** What the entries of its lists cannot do without. */
const entryNeeds = Object.entries<Readonly<Record<string, Kind>>>({
  fo: { subjectId: 'string', home: 'string', until: 'number' },
  rp: { with: 'map' },
  ow: { to: 'map', over: 'string' },
  sup: { reason: 'string', scope: 'string', since: 'number', ref: 'string' },
}).map(([list, needs]) => [list, Object.entries(needs)] as const);

const windowKinds = listOf<WindowItem>({
  ...{ upk: 'string', usk: 'string', u: 'string', b: 'string', last: 'number', ep: 'number', f: 'number' },
  ...{ o: 'number', q: 'boolean', ttl: 'number' },
});

/**
 * The item of a place as it was read. What it holds besides is not looked at, so a later version may add to it.
 *
 * @throws MalformedItemError with the key and the name of the attribute, never its value
 */
export function parsePlaceItem(found: object): PlaceItem {
  const item = found as PlaceItem;
  check(item, placeKinds, ['v']);
  if (item.u !== undefined && item.home === undefined) check(item, placeKinds, homeNeeds);
  if (item.home !== undefined) check(item, placeKinds, ['u']);
  if (item.pr !== undefined && !(item.pr.length === 2 && item.pr.every(Number.isFinite)))
    throw malformed(item, 'pr', 'no pair of times');
  for (const [name, needs] of entryNeeds) {
    const entries = (item as unknown as Readonly<Record<string, readonly unknown[] | undefined>>)[name] ?? [];
    for (const entry of entries)
      if (!needs.every(([part, kind]) => kindOf(partOf(entry, part)) === kind))
        throw malformed(item, name, 'a list with something else in it');
  }
  return item;
}

/** The item of a window as it was read. @throws MalformedItemError as above */
export function parseWindowItem(found: object): WindowItem {
  const item = found as WindowItem;
  check(item, windowKinds, []);
  return item;
}

function check<Item extends Key>(
  item: Item,
  kinds: KindList<Item>,
  needed: readonly Exclude<keyof Item, keyof Key>[],
): void {
  for (const [name, kind] of kinds) {
    const found = kindOf(item[name]);
    if (found !== kind && !(found === 'undefined' && !needed.includes(name)))
      throw malformed(item, String(name), `${found}, not ${kind}`);
  }
}

function malformed({ pk, sk }: Key, name: string, what: string): MalformedItemError {
  return new MalformedItemError(`${name} of ${String(pk)} ${String(sk)} is ${what}.`);
}

function partOf(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>)[name] : undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'map' : typeof value;
}
