import { expect, test } from 'vitest';
import { momentOf, saysNo } from '../../../console/src/imports/file/day.ts';
import { sureOf } from '../../../console/src/imports/file/encoding.ts';

const day = '2026-11-20';
const later = Date.UTC(2026, 11, 1);

test('one date for a file: a no is as late as it may have been, and what gives back as early', () => {
  const dateOf = (kind: Parameters<typeof saysNo>[0], isLift = false) =>
    momentOf(day, saysNo(kind, isLift), 'UTC', later).slice(0, 19);
  const [start, end] = [`${day}T00:00:00`, `${day}T23:59:59`];
  expect([dateOf('opt-ins'), dateOf('opt-outs')]).toEqual([start, end]);
  expect([dateOf('suppressions'), dateOf('suppressions', true)]).toEqual([end, start]);
});

test('no UTF-8 is named, of which only the beginning was seen', () => {
  expect((['utf-8', 'utf-16', 'windows-1252'] as const).map(sureOf)).toEqual([undefined, 'utf-16', 'windows-1252']);
});
