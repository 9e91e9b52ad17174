import { describe, expect, it, test } from 'vitest';
import { endsOfCall, isWithheld, pressed } from '../../../lambdas/domain/telephone/heard-call.ts';

const ours = new Set(['18005551212', '525500000002']);
const read = (written: string) => (/^\+?\d{8,}$/.test(written) ? written.replace('+', '') : undefined);

describe('the ends of a call', () => {
  it('are ours, and the person’s, whoever called whom', () => {
    const called = endsOfCall({ caller: '+14158675309', called: '+18005551212' }, ours, read);
    expect(called).toEqual({ ours: '18005551212', person: '14158675309', inbound: true });
    const byUs = endsOfCall({ caller: '+18005551212', called: '+14158675309' }, ours, read);
    expect(byUs).toEqual({ ours: '18005551212', person: '14158675309', inbound: false });
  });

  it('are nobody’s where neither is ours, or both are', () => {
    expect(endsOfCall({ caller: '+14158675309', called: '+14158675310' }, ours, read)).toBeUndefined();
    expect(endsOfCall({ caller: '+18005551212', called: '+525500000002' }, ours, read)).toBeUndefined();
    expect(endsOfCall({ caller: '', called: '' }, ours, read)).toBeUndefined();
  });

  it('have no person where no number is shown', () => {
    for (const caller of ['', 'anonymous', '+266696687', 'client:x'])
      expect(endsOfCall({ caller, called: '+18005551212' }, ours, read)).toMatchObject({ person: undefined });
  });
});

test.each([
  '',
  ' ',
  '-',
  '+',
  'Anonymous',
  'RESTRICTED',
  'client:anna',
  'sip:a@b',
  '+266696687',
  '266696687',
  '+7378742833',
  '+86282452253',
])('%j shows no number', (written) => {
  expect(isWithheld(written)).toBe(true);
});
test.each(['+14158675309', '08789489697', 'tel:+14158675309', '+52 55 1234 5678'])('%j shows one', (written) => {
  expect(isWithheld(written)).toBe(false);
});

test.each([
  ['"1"', '1'],
  ["'2'", '2'],
  [' 1 ', '1'],
  ['“1”', '1'],
  ['12', '12'],
  ['*#0', '*#0'],
  ['""', ''],
  ['', ''],
  ['one', ''],
  ['1,2', ''],
  ['１', ''],
  ['1'.repeat(21), ''],
])('%j is the key %j', (digits, key) => {
  expect(pressed(digits)).toBe(key);
});
