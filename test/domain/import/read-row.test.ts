import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../../../lambdas/domain/import/import.ts';
import type { ImportMapping } from '../../../lambdas/domain/import/mapping.ts';
import { rowReader } from '../../../lambdas/domain/import/read-row.ts';
import { SeenLines } from '../../../lambdas/domain/import/seen-lines.ts';
import { numbersOf } from '../../../lambdas/edge/imports/numbers-of.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

const base: ImportMapping = {
  columns: {
    phone: 'Phone',
    date: { column: 'Date', format: 'YYYY-MM-DD' },
    bsuid: 'Account',
    purposes: 'For',
    status: undefined,
  },
  purposes: ['offers'],
  source: 'import',
};
const header = ['Phone', 'Date', 'Account', 'For'];
const read = (cells: readonly string[], kind: ImportKind = 'opt-ins', mapping: Partial<ImportMapping> = {}) =>
  rowReader({
    kind,
    mapping: { ...base, ...mapping },
    app: acme,
    header,
    readNumber: numbersOf({ ...base, ...mapping }),
    now: noon,
    cameAt: noon - 1000,
  })(cells, 2);

describe('a row', () => {
  test('a yes is as early as it may have been, a no as late', () => {
    expect(read(['+525512345678', '2026-10-01', '', ''])).toMatchObject({
      at: Date.UTC(2026, 9, 1),
      purposes: ['offers'],
    });
    expect(read(['+525512345678', '2026-10-01', '', ''], 'opt-outs')).toMatchObject({
      isNo: true,
      at: Date.UTC(2026, 9, 1, 23, 59, 59),
    });
    // Today is not over: a no of today is of now.
    expect(read(['+525512345678', '2026-11-20', '', ''], 'opt-outs')).toMatchObject({ at: noon });
    expect(read(['+525512345678', '2026-11-21', '', ''])).toMatchObject({ class: 'future-date' });
  });

  test('names its own purposes; a yes to what nobody knows is no yes, a no holds for what is known', () => {
    expect(read(['+525512345678', '2026-10-01', '', 'news; orders'])).toMatchObject({ purposes: ['news', 'orders'] });
    expect(read(['+525512345678', '2026-10-01', '', 'news, ofers'])).toMatchObject({
      class: 'unusable-row',
      why: 'unknown-purpose',
    });
    expect(read(['+525512345678', '2026-10-01', '', 'news, ofers'], 'opt-outs')).toMatchObject({ purposes: ['news'] });
    expect(read(['+525512345678', '2026-10-01', '', 'all'], 'opt-outs')).toMatchObject({ purposes: 'all' });
    expect(read(['+525512345678', '2026-10-01', '', 'all'])).toMatchObject({ why: 'unknown-purpose' });
  });

  test('its number is read whole or not at all', () => {
    const why = (phone: string, mapping: Partial<ImportMapping> = {}) => {
      const row = read([phone, '2026-10-01', '', ''], 'opt-ins', mapping);
      return row.phone ?? row.why;
    };
    expect(why('525512345678.0')).toBe('changed-by-spreadsheet');
    expect(why('5.21551E+12')).toBe('changed-by-spreadsheet');
    expect(why('+1 415 555 0102/03')).toBe('several-numbers');
    expect(why('5512345678')).toBe('no-country-code');
    expect(why('5512345678', { country: 'MX' })).toBe('525512345678');
    expect(why('5215512345678', { numbers: 'digits' })).toBe('525512345678');
    expect(why('')).toBe('nobody');
    expect(read(['', '2026-10-01', 'MX.13491208655302741918', ''])).toMatchObject({ bsuid: 'MX.13491208655302741918' });
    expect(read(['', '2026-10-01', 'nobody', ''])).toMatchObject({ class: 'unusable-number', why: 'not-a-bsuid' });
  });

  test('a no of somebody named twice stands under the one name that can be read; a yes does not', () => {
    const bsuid = 'MX.13491208655302741918';
    const no = read(['+52 55 1234', '2026-10-01', bsuid, ''], 'opt-outs');
    expect(no).toMatchObject({ isNo: true, bsuid, why: 'too-short', written: { bsuid } });
    expect(no).not.toHaveProperty('class');
    expect(no).not.toHaveProperty('phone');
    expect(read(['+525512345678', '2026-10-01', 'nobody', ''], 'opt-outs')).toMatchObject({
      isNo: true,
      phone: '525512345678',
      why: 'not-a-bsuid',
    });
    expect(read(['+52 55 1234', '2026-10-01', bsuid, ''])).toMatchObject({ class: 'unusable-number' });
    expect(read(['+525512345678', '2026-10-01', 'nobody', ''])).toMatchObject({ class: 'unusable-number' });
    expect(read(['+52 55 1234', '2026-10-01', 'nobody', ''], 'opt-outs')).toMatchObject({ class: 'unusable-number' });
  });

  test('keeps the source that it names, however it is spelt', () => {
    const columns = { phone: 'Phone', source: 'For', date: { column: 'Date', format: 'YYYY-MM-DD' } } as const;
    const sourceOf = (text: string) => read(['+525512345678', '2026-10-01', '', text], 'opt-ins', { columns }).source;
    expect(['web-form', 'Web form', 'WEB_FORM'].map(sourceOf)).toEqual(['web-form', 'web-form', 'web-form']);
    expect(sourceOf('a friend')).toBeUndefined();
  });

  test('that suppresses is not lost to a reason of many lines or words', () => {
    const columns = { phone: 'Phone', reason: 'For' };
    const reasonOf = (text: string) => read(['+525512345678', '', '', text], 'suppressions', { columns }).reason;
    expect(reasonOf('called twice\r\nasked to stop')).toBe('called twice asked to stop');
    expect(reasonOf(`${'x'.repeat(499)}😀`)).toBe(`${'x'.repeat(499)}\ufffd`);
    expect(read(['+525512345678', '', '', ''], 'suppressions', { columns })).toMatchObject({ why: 'no-reason' });
  });

  test('that ends a suppression has a time that can be read, where the file tells times', () => {
    const lift = { lift: true, reason: 'mended' };
    expect(read(['+525512345678', 'soon', '', ''], 'suppressions', lift)).toMatchObject({ why: 'bad-date' });
    expect(read(['+525512345678', '', '', ''], 'suppressions', lift)).toMatchObject({ why: 'no-date' });
    expect(read(['+525512345678', 'soon', '', ''], 'suppressions', { reason: 'x' })).toMatchObject({ at: noon - 1000 });
    const columns = { phone: 'Phone' };
    expect(read(['+525512345678', '', '', ''], 'suppressions', { ...lift, columns })).toMatchObject({
      at: noon - 1000,
    });
  });

  test('without a date it is unusable, unless one is named for the file; a no is then of when the file came', () => {
    expect(read(['+525512345678', '', '', ''])).toMatchObject({ class: 'unusable-row', why: 'no-date' });
    expect(read(['+525512345678', '', '', ''], 'opt-ins', { date: noon - 5000 })).toMatchObject({ at: noon - 5000 });
    expect(read(['+525512345678', '', '', ''], 'opt-outs')).toMatchObject({ at: noon - 1000 });
  });
});

describe('lines of a file', () => {
  test('are known again among two hundred thousand, by line, saying and form', () => {
    const lines = new SeenLines({ isExact: false });
    const count = 200_000;
    for (let index = 0; index < count; index += 1) {
      const first = lines.see({ key: 525_500_000_000 + index, form: 1, saying: index % 3, at: 100 });
      if (first.repeats !== undefined) throw new Error(`${index} was seen before`);
    }
    for (let index = 0; index < count; index += 997) {
      const said = { key: 525_500_000_000 + index, form: 1, saying: index % 3, at: 100 };
      expect(lines.see(said)).toEqual({ repeats: 'duplicate', isLater: false });
      expect(lines.see({ ...said, form: 2, at: 101 })).toEqual({ repeats: 'same-line', isLater: true });
      expect(lines.see({ ...said, at: 101 })).toEqual({ repeats: 'duplicate', isLater: false });
      expect(lines.see({ ...said, saying: 7 })).toEqual({ isLater: true });
    }
  });
});
