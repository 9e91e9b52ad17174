import { expect, test } from 'vitest';
import { exportIdAt, exportIdOfTick } from '../../../lambdas/domain/export/export-id.ts';

test('ids sort by time', () => {
  const times = [0, 1, Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 21) + 1, Date.UTC(2059, 0, 1), Date.UTC(2100, 0, 1)];
  const ids = times.map((time) => exportIdAt(time, 'zz'));
  expect([...ids].sort()).toEqual(ids);
});

test('a tick has one id however it is spelled, and another schedule or time has another', () => {
  const tick = exportIdOfTick('sch_ab12', Date.parse('2026-11-21T02:00:00Z'));
  expect(exportIdOfTick('sch_ab12', Date.parse('2026-11-21T03:00:00.000+01:00'))).toBe(tick);
  expect(exportIdOfTick('sch_ab13', Date.parse('2026-11-21T02:00:00Z'))).not.toBe(tick);
  expect(exportIdOfTick('sch_ab12', Date.parse('2026-11-22T02:00:00Z'))).not.toBe(tick);
  expect(tick).toMatch(/^exp_[0-9a-z]{9}ab12$/);
});
