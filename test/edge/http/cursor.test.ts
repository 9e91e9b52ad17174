import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cursors } from '../../../lambdas/edge/http/cursor.ts';
import { positions } from '../../../lambdas/edge/http/positions.ts';

const key = 'test-key-of-the-cursors-0123456789abcdef';
const { seal, open } = cursors(async () => key);
const list = ['users', 'acme', 'opted-in', undefined];
const position = { shard: 3, after: 'ü' };
const form = z.strictObject({ shard: z.int(), after: z.string() });
const cursor = await seal(list, position);
const refusal = { code: 'unreadable-input', pointer: 'cursor' };

describe('a cursor', () => {
  it('opens for the list that gave it', async () => {
    expect(await open(list, cursor, form)).toEqual(position);
    expect(await open(list, undefined, form)).toBeUndefined();
  });

  it('is made of letters that need no escaping in a URL, and of a length that tells nothing', async () => {
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    const ids = ['a1', 'a-secret-merger-with-beta', 'x'.repeat(31)];
    expect(new Set((await Promise.all(ids.map((id) => seal(['apps'], id)))).map(({ length }) => length)).size).toBe(1);
  });

  it('shows nothing of where the list stands', async () => {
    const text = Buffer.from(await seal(['apps'], 'acme-secret-merger'), 'base64url').toString('latin1');
    expect(text).not.toContain('secret');
    expect(await seal(list, position)).not.toBe(cursor);
  });

  it.each([
    [['users', 'beta', 'opted-in', undefined]],
    [['users', 'acme', 'opted-out', undefined]],
    [['users', 'acme', 'opted-in']],
    [[]],
  ])('does not open for %j', async (other) => {
    await expect(open(other, cursor, form)).rejects.toMatchObject(refusal);
  });

  it('does not open with any letter changed, added or lost', async () => {
    for (let at = 0; at < cursor.length; at += 1) {
      const letter = cursor[at] === 'A' ? 'B' : 'A';
      for (const wrong of [
        cursor.slice(0, at) + letter + cursor.slice(at + 1),
        cursor.slice(0, at) + cursor.slice(at + 1),
        `${cursor.slice(0, at)}A${cursor.slice(at)}`,
      ]) {
        if (wrong !== cursor) await expect(open(list, wrong, form)).rejects.toMatchObject(refusal);
      }
    }
    for (const wrong of ['', '.', '..', 'null', 'A', 'x'.repeat(2000)]) {
      await expect(open(list, wrong, form)).rejects.toMatchObject(refusal);
    }
  });

  it('cannot be made without the key', async () => {
    const text = JSON.stringify({ shard: -20 });
    const check = createHash('sha256')
      .update(JSON.stringify([list, text]))
      .digest('base64url')
      .slice(0, 22);
    const forged = `${Buffer.from(text).toString('base64url')}.${check}`;
    await expect(open(list, forged, positions.users)).rejects.toMatchObject(refusal);
    const other = await cursors(async () => `${key}0`).seal(list, position);
    await expect(open(list, other, form)).rejects.toMatchObject(refusal);
  });

  it('asks again for a key that could not be read', async () => {
    let asked = 0;
    const late = cursors(async () => {
      asked += 1;
      if (asked === 1) throw new Error('throttled');
      return key;
    });
    await expect(late.seal(list, position)).rejects.toThrow('throttled');
    expect(await late.open(list, await late.seal(list, position), form)).toEqual(position);
    expect(asked).toBe(2);
  });
});

describe('a position', () => {
  const order = 'AAAAAAAAAAAAAAAAAAAAAA 07#bbbbbbbbbbb';
  it.each([[{ shard: 0 }], [{ shard: 15, after: order }]])('of the users is %j', async (good) => {
    expect(await open(list, await seal(list, good), positions.users)).toEqual(good);
  });

  it.each([
    [{ shard: -1 }],
    [{ shard: 16 }],
    [{ shard: 0.5 }],
    [{ shard: Number.NEGATIVE_INFINITY }],
    [{ shard: '0' }],
    [{ shard: 0, after: '' }],
    [{ shard: 0, after: '{"pk":"other#x"}' }],
    [{ shard: 0, after: `${order} ` }],
    [{ shard: 0, after: 7 }],
    [{ shard: 0, more: 1 }],
    [[]],
    [null],
    ['text'],
  ])('of the users is never %j, even under the key', async (wrong) => {
    await expect(open(list, await seal(list, wrong), positions.users)).rejects.toMatchObject(refusal);
  });

  it.each([
    ['withdrawals', { shard: 0, after: '2026' }],
    ['statements', { chain: 'short' }],
    ['statements', { shown: { at: -1, sequence: 1, ref: 'x' } }],
    ['apps', 'Acme'],
    ['keys', 'key_x'],
    ['points', 'pt_x'],
    ['notices', ''],
    ['exports', 'sch_1'],
    ['schedules', 'exp_1'],
    ['metaLinks', ''],
  ] as const)('of %s is never %j', async (name, wrong) => {
    await expect(open([name], await seal([name], wrong), positions[name] as z.ZodType)).rejects.toMatchObject(refusal);
  });
});
