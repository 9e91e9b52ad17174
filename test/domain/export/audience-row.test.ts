import { expect, test } from 'vitest';
import type { EligibleRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import { audienceRow, jsonLine } from '../../../lambdas/domain/export/audience-row.ts';

const at = Date.UTC(2026, 9, 1);
const hour = 60 * 60 * 1000;
const person: EligibleRow = {
  subjectId: 'u0000000001',
  userId: 'usr_homeu0000000001',
  phone: '525512345678',
  bsuid: 'MX.1349',
  grant: { at: at / 1000, level: 3, ref: 'u0000000001.4', source: 'sms-keyword', notice: 'a@b@7' },
};

test('a person with everything that is known', () => {
  const now = at + 30 * hour;
  expect(audienceRow(person, 'offers', { holdsUntil: at + 100 * hour }, { lastInboundAt: now - hour }, now)).toEqual({
    userId: 'usr_homeu0000000001',
    phone: '525512345678',
    bsuid: 'MX.1349',
    purpose: 'offers',
    optedInAt: '2026-10-01T00:00:00.000Z',
    source: 'sms-keyword',
    noticeId: 'a@b',
    noticeVersion: '7',
    expiresAt: '2026-10-05T04:00:00.000Z',
    windowOpenUntil: '2026-10-03T05:00:00.000Z',
    statementId: 'stm_u0000000001.4',
  });
});

test('a line that is kept under an earlier key is written as it is dialled today', () => {
  const row = audienceRow({ ...person, phone: '22990011234' }, 'offers', { holdsUntil: null }, {}, at);
  expect(row.phone).toBe('2290190011234');
});

test('what is not known is left out, not null', () => {
  const { bsuid: _bsuid, ...rest } = person;
  const { notice: _notice, ...grant } = person.grant;
  const row = audienceRow({ ...rest, grant }, 'offers', { holdsUntil: null }, {}, at);
  expect(Object.keys(row)).toEqual(['userId', 'phone', 'purpose', 'optedInAt', 'source', 'statementId']);
  expect(jsonLine(row)).toBe(`${JSON.stringify(row)}\n`);
});

test('the window is open until the last millisecond of its 24 hours, whatever is kept of it', () => {
  const last = at;
  const open = (now: number) =>
    audienceRow(person, 'offers', { holdsUntil: null }, { lastInboundAt: last }, now).windowOpenUntil;
  expect(open(last + 24 * hour - 1)).toBe('2026-10-02T00:00:00.000Z');
  expect(open(last + 24 * hour)).toBeUndefined();
});
