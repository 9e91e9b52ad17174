import { describe, expect, test } from 'vitest';
import { momentOf } from '../../../console/src/imports/file/day.ts';
import { mappingOf, saysNo } from '../../../console/src/imports/mapping.ts';

const day = '2026-11-20';
const later = Date.UTC(2026, 11, 1);
const values = { '/columns/phone': 'Phone', '/date': day, '/reason': 'mended' };
const dateOf = (kind: 'opt-ins' | 'opt-outs' | 'suppressions', more: Record<string, string> = {}) => {
  const all = { ...values, ...more };
  const moment = (of: string) => momentOf(of, saysNo(kind, all), 'UTC', later);
  return mappingOf(all, kind, { delimiter: ',', encoding: 'utf-8' }, moment);
};

describe('a mapping', () => {
  test('has a no as late as it may have been, and what gives back as early', () => {
    const [start, end] = [`${day}T00:00:00.000Z`, `${day}T23:59:59.000Z`];
    expect(dateOf('opt-ins').date).toBe(start);
    expect(dateOf('opt-outs').date).toBe(end);
    expect(dateOf('suppressions').date).toBe(end);
    expect(dateOf('suppressions', { '/lift': 'lift' })).toMatchObject({ date: start, lift: true });
  });

  test('names no UTF-8, of which only the beginning was seen', () => {
    expect(dateOf('opt-ins')).not.toHaveProperty('encoding');
    const windows = mappingOf(values, 'opt-ins', { delimiter: ',', encoding: 'windows-1252' }, (of) => of);
    expect(windows.encoding).toBe('windows-1252');
  });
});
