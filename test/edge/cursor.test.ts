import { describe, expect, it } from 'vitest';
import { openCursor, sealCursor } from '../../lambdas/edge/cursor.ts';

const list = ['users', 'acme', 'opted-in', undefined];
const cursor = sealCursor(list, '{"shard":3,"after":"ü"}');

describe('a cursor', () => {
  it('opens for the list that gave it', () => {
    expect(openCursor(list, cursor)).toBe('{"shard":3,"after":"ü"}');
    expect(openCursor(list, undefined)).toBeUndefined();
  });

  it('is made of letters that need no escaping in a URL', () => {
    expect(cursor).toMatch(/^[A-Za-z0-9_.-]+$/);
  });

  it.each([
    [['users', 'beta', 'opted-in', undefined]],
    [['users', 'acme', 'opted-out', undefined]],
    [['users', 'acme', 'opted-in']],
    [[]],
  ])('does not open for %j', (other) => expect(() => openCursor(other, cursor)).toThrow('does not belong'));

  it('does not open with any letter changed, added or lost', () => {
    for (let at = 0; at < cursor.length; at += 1) {
      const letter = cursor[at] === 'A' ? 'B' : 'A';
      for (const wrong of [
        cursor.slice(0, at) + letter + cursor.slice(at + 1),
        cursor.slice(0, at) + cursor.slice(at + 1),
        `${cursor.slice(0, at)}A${cursor.slice(at)}`,
      ]) {
        if (wrong !== cursor) expect(() => openCursor(list, wrong)).toThrow();
      }
    }
    for (const wrong of ['', '.', '..', 'null']) expect(() => openCursor(list, wrong)).toThrow();
  });
});
