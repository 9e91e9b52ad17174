import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { convertToAttr, convertToNative } from '@aws-sdk/util-dynamodb';

/**
 * As the document client is opened. An object whose own key is `constructor` (a purpose may be stored under that name) looks like an
 * instance of a class.
 */
export const marshallOptions = Object.freeze({ removeUndefinedValues: true, convertClassInstanceToMap: true });

/** An item, or a part of one, as DynamoDB has it. */
export type Attributes = Record<string, AttributeValue>;

/**
 * An item as DynamoDB takes it: what the document client of the SDK makes of it, value by value, for requests that are worth to go
 * without that client. What our items are made of (texts, numbers, truths, lists, plain objects) is turned here; for all else, and for
 * whatever is refused, the SDK's own conversion is asked. Members and elements that are undefined are left out.
 */
export function toAttributes(item: object): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined && typeof value !== 'function') attributes[name] = toAttribute(value);
  }
  return attributes;
}

function toAttribute(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return isExact(value) ? { N: String(value) } : convertToAttr(value, marshallOptions);
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (Array.isArray(value)) return { L: value.filter(isStored).map(toAttribute) };
      return isPlain(value) ? { M: toAttributes(value) } : convertToAttr(value, marshallOptions);
    default:
      return convertToAttr(value as never, marshallOptions);
  }
}

/** An item as it was read: what the document client makes of it. */
export function fromAttributes(attributes: Attributes): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const name of Object.keys(attributes)) {
    const attribute = attributes[name];
    if (attribute !== undefined) item[name] = fromAttribute(attribute);
  }
  return item;
}

function fromAttribute(attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) {
    const number = Number(attribute.N);
    return isExact(number) ? number : convertToNative(attribute);
  }
  if (attribute.M !== undefined) return fromAttributes(attribute.M);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  return convertToNative(attribute);
}

const isExact = (number: number): boolean => Math.abs(number) <= Number.MAX_SAFE_INTEGER;

const isStored = (value: unknown): boolean => value !== undefined && typeof value !== 'function';

function isPlain(value: object | null): value is object {
  if (value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
