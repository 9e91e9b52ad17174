import { describe, expect, it } from 'vitest';
import { keptVerdicts } from '../../../dev/http/kept-verdicts.ts';

describe('what the authorizer said', () => {
  it('holds for its time, and not at its end', () => {
    let time = 0;
    const verdicts = keptVerdicts<string>(() => time);
    verdicts.keep('key', 'yes', 60_000);
    time = 59_999;
    expect(verdicts.find('key')).toBe('yes');
    time = 60_000;
    expect([verdicts.find('key'), verdicts.count()]).toEqual([undefined, 0]);
  });

  it('is kept of a thousand callers: the one before them is asked about again', () => {
    const verdicts = keptVerdicts<number>(() => 0);
    for (let caller = 0; caller <= 1000; caller += 1) verdicts.keep(`key ${caller}`, caller, 60_000);
    expect([verdicts.count(), verdicts.find('key 0'), verdicts.find('key 1')]).toEqual([1000, undefined, 1]);
  });
});
