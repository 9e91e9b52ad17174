import type { Key } from './keys.ts';

type KindOf<Value> = Value extends string
  ? 'string'
  : Value extends number
    ? 'number'
    : Value extends boolean
      ? 'boolean'
      : Value extends readonly unknown[]
        ? 'list'
        : 'map';
type RequiredNames<Item> = { [Name in keyof Item]-?: undefined extends Item[Name] ? never : Name }[keyof Item];

/** The attributes without which an item is not what it should be, with what each is. The compiler asks for every one. */
export type Shape<Item> = {
  readonly [Name in Exclude<RequiredNames<Item>, keyof Key>]: KindOf<Item[Name]> | readonly KindOf<Item[Name]>[];
};

/** An item lacks an attribute, or has it as something else: a fault of ours or a hand in the table, never of a caller. */
export class MalformedItemError extends Error {
  override readonly name = 'MalformedItemError';
}

/**
 * An item as what its shape says it is, key and all. What an item holds besides is not looked at, so a later version may add to it.
 *
 * @throws MalformedItemError with the key and the name of the attribute, never its value
 */
export function itemAs<Item extends object>(item: object, shape: Shape<Item>): Item & Key {
  const attributes = item as { readonly [name: string]: unknown };
  for (const [name, kind] of Object.entries(shape)) {
    const found = kindOf(attributes[name]);
    if ([kind].flat().includes(found)) continue;
    const where = `${String(attributes.pk)} ${String(attributes.sk)}`;
    throw new MalformedItemError(`${name} of ${where} is ${found}, not ${[kind].flat().join(' or ')}.`);
  }
  return item as Item & Key;
}

/** What an item says, without where it lies and when it may be deleted. */
export function withoutKey<Item extends object>(item: Item & Key & { readonly ttl?: number }): Item {
  const { pk: _pk, sk: _sk, ttl: _ttl, ...rest } = item;
  return rest as unknown as Item;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'map' : typeof value;
}
