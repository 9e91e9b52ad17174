import { describe, expect, it } from 'vitest';
import { readUtm } from '../../../lambdas/domain/collection/utm.ts';

describe('readUtm', () => {
  it('keeps campaign parameters and nothing else', () => {
    const parameters = new URLSearchParams('utm_source=poster&utm_source=other&lang=de&UTM_MEDIUM=x&utm_=y&utm_term=');
    expect(readUtm(parameters)).toEqual({ utm_source: 'poster' });
    expect(readUtm(new URLSearchParams('lang=de'))).toBeUndefined();
  });

  it('keeps five names and a hundred characters of each, in whole characters', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`utm_${name}`, 'x'] as const);
    expect(Object.keys(readUtm(six) ?? {})).toHaveLength(5);
    expect(readUtm([['utm_a', 'x'.repeat(101)]])?.utm_a).toHaveLength(100);
    expect(readUtm([['utm_a', `${'x'.repeat(99)}\u{1F600}`]])?.utm_a?.isWellFormed()).toBe(true);
    expect(readUtm([['utm_a', ' a\r\nb\u0000 ']])).toEqual({ utm_a: 'ab' });
  });
});
