import { describe, expect, test } from 'vitest';
import { fewestForLoss, lostAt, stepsOf, sumOf } from '../../../lambdas/domain/collection/funnel.ts';
import { addDays, dayOf, daysBetween } from '../../../lambdas/domain/day.ts';

const page = stepsOf({ kind: 'link', opens: 'check-page' });

describe('the steps of a point', () => {
  test.each([
    ['link', 'check-page', ['shown', 'ticked', 'sentToChat', 'confirmed']],
    ['widget', 'check-page', ['shown', 'ticked', 'sentToChat', 'confirmed']],
    ['form', 'check-page', ['shown', 'ticked', 'sentToChat', 'confirmed']],
    ['landing-page', 'check-page', ['shown', 'ticked', 'sentToChat', 'confirmed']],
    ['personal-link', 'check-page', ['shown', 'ticked', 'confirmed']],
    ['preference-page', 'check-page', []],
    ['link', 'chat', ['sentToChat', 'chats']],
    ['ad', 'chat', ['sentToChat', 'chats']],
    ['whatsapp-chat', 'chat', ['sentToChat', 'chats']],
    ['in-app-signup', 'chat', ['sentToChat', 'confirmed']],
    ['paper', 'check-page', []],
    ['api', 'check-page', []],
  ] as const)('%s, %s', (kind, opens, steps) => {
    expect(stepsOf({ kind, opens })).toEqual(steps);
  });
});

describe('where people are lost', () => {
  const counted = (shown: number, ticked: number, sentToChat: number, confirmed: number) =>
    lostAt(page, sumOf([{ shown, ticked, sentToChat, confirmed }]));
  test('is the step that most do not take who took the one before', () => {
    expect(counted(100, 40, 40, 10)).toBe('ticked');
    expect(counted(100, 90, 90, 10)).toBe('confirmed');
    expect(counted(100, 90, 40, 30)).toBe('sentToChat');
  });
  test('is the first of two that lose as many', () => {
    expect(counted(100, 50, 50, 0)).toBe('ticked');
  });
  test('is not told with fewer than twenty at the first step', () => {
    expect(counted(fewestForLoss - 1, 0, 0, 0)).toBeNull();
    expect(counted(fewestForLoss, 0, 0, 0)).toBe('ticked');
  });
  test('is nowhere when all go on, also where a step has more than the one before', () => {
    expect(counted(30, 30, 30, 30)).toBeNull();
    expect(counted(30, 35, 35, 36)).toBeNull();
  });
  test('is nowhere without steps', () => {
    expect(lostAt([], sumOf([{ shown: 1000 }]))).toBeNull();
  });
});

describe('a day', () => {
  test('is that of the zone, from midnight to midnight, also when clocks are changed', () => {
    const at = (zone: string, time: string) => dayOf(zone, Date.parse(time));
    expect(at('America/Mexico_City', '2026-11-22T05:59:59.999Z')).toBe('2026-11-21');
    expect(at('America/Mexico_City', '2026-11-22T06:00:00Z')).toBe('2026-11-22');
    expect(at('Pacific/Kiritimati', '2026-11-22T10:00:00Z')).toBe('2026-11-23');
    expect(at('Asia/Kathmandu', '2026-11-22T18:14:59Z')).toBe('2026-11-22');
    expect(at('Asia/Kathmandu', '2026-11-22T18:15:00Z')).toBe('2026-11-23');
    expect(at('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29');
    expect(at('Europe/Berlin', '2026-03-29T22:00:00Z')).toBe('2026-03-30');
    expect(at('UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-01');
  });
  test('has neighbours over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(daysBetween('2026-03-02', '2026-03-01')).toEqual([]);
    expect(daysBetween('2026-03-28', '2026-03-30')).toHaveLength(3);
  });
});
