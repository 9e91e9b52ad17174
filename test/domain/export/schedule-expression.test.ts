import { describe, expect, test } from 'vitest';
import { isTimeZone, scheduleExpressionFault } from '../../../lambdas/domain/export/schedule-expression.ts';

const accepted = [
  'cron(0 2 * * ? *)',
  'cron(0/15 8-18 ? * MON-FRI *)',
  'cron(30 6 1,15 * ? *)',
  'cron(0 12 L * ? *)',
  'cron(0 12 LW * ? *)',
  'cron(0 12 15W * ? *)',
  'cron(15 10 ? * 6L 2026-2030)',
  'cron(0 9 ? * 2#1 *)',
  'cron(0 0 ? JAN,JUL SUN *)',
  'cron(*/5 * * * ? *)',
  'cron(0 2 ? * * *)',
  'rate(1 day)',
  'rate(12 hours)',
  'rate(30 minutes)',
  'at(2026-12-01T02:00:00)',
];
const refused = [
  '',
  '0 2 * * ? *',
  'cron()',
  'cron(0 2 * * *)',
  'cron(0 2 * * ? * *)',
  'cron(0 2 * * * *)',
  'cron(0 2 ? * ? *)',
  'cron(60 2 * * ? *)',
  'cron(0 24 * * ? *)',
  'cron(0 2 32 * ? *)',
  'cron(0 2 0 * ? *)',
  'cron(0 2 * 13 ? *)',
  'cron(0 2 ? * 8 *)',
  'cron(0 2 ? * 0 *)',
  'cron(? 2 * * ? *)',
  'cron(0 2 * * ? 1969)',
  'cron(0/0 2 * * ? *)',
  'cron(0/ 2 * * ? *)',
  'cron(1-2-3 2 * * ? *)',
  'cron(a 2 * * ? *)',
  'cron(0  2 * * ? *)',
  'cron(0 2 * FOO ? *)',
  'cron(0 2 L-3x * ? *)',
  'rate(0 days)',
  'rate(1 week)',
  'rate(day)',
  'rate(1.5 hours)',
  'rate(-1 day)',
  'at(2026-12-01)',
  'at(2026-02-30T02:00:00)',
  'at(2026-12-01T02:00:00Z)',
  'at(2026-12-01T25:00:00)',
  'every day',
  'cron(0 2 * * ? *) ',
  'CRON(0 2 * * ? *)',
  'rate(1 day)rate(1 day)',
  'rate(3651 days)',
  'rate(87601 hours)',
  'rate(9999999 minutes)',
  'at(2200-01-01T00:00:00)',
  'at(9999-12-31T23:59:59)',
  'cron(0 22-2 * * ? *)',
  'cron(0 2 ? * FRI-MON *)',
  'cron(0 2 * * ? 2030-2026)',
  'cron(30-10/5 2 * * ? *)',
];

describe('schedule expressions', () => {
  test.each(accepted)('%s is accepted', (expression) => {
    expect(scheduleExpressionFault(expression)).toBeUndefined();
  });

  test.each(refused)('%j is refused with a sentence', (expression) => {
    expect(scheduleExpressionFault(expression)).toMatch(/\.$/);
  });

  test('time zones are those of the IANA database', () => {
    expect(['Europe/Madrid', 'America/Mexico_City', 'UTC'].every(isTimeZone)).toBe(true);
    expect(['Madrid', '', '+02:00', 'Europe/Nowhere'].some(isTimeZone)).toBe(false);
  });
});
