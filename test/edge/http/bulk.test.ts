import { describe, expect, it } from 'vitest';
import { settled } from '../../../lambdas/edge/http/bulk.ts';

describe('settled', () => {
  it('gives the result or the error', async () => {
    expect(await settled(() => 1)).toBe(1);
    expect(await settled(async () => 2)).toBe(2);
    const error = new Error('no');
    expect(
      await settled(() => {
        throw error;
      }),
    ).toBe(error);
    expect(await settled(() => Promise.reject(error))).toBe(error);
    expect(await settled(() => Promise.reject('text'))).toBeInstanceOf(Error);
  });
});
