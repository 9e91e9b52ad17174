import { describe, expect, test } from 'vitest';
import { readPersonalForm } from '../../../../lambdas/edge/pages/person/parse-personal-form.ts';
import { visitorOf } from '../../../../lambdas/edge/pages/points/seen-notice.ts';

/** 299 letters and an emoji: a cut after 300 units goes through it. */
const longName = `${'x'.repeat(299)}😀`;

describe('who filled in a form', () => {
  test.each([
    ['cut inside a character', longName, `${'x'.repeat(299)}\ufffd`],
    ['half of a character before the cut', 'Mozilla \ud83d', 'Mozilla \ufffd'],
    ['short enough', 'Mozilla/5.0', 'Mozilla/5.0'],
  ])('the name of the browser is well-formed: %s', (_name, header, kept) => {
    expect(visitorOf({ sourceIp: '192.0.2.1', headers: { 'user-agent': header } })).toEqual({
      ip: '192.0.2.1',
      userAgent: kept,
    });
  });

  test('a browser without a name has none', () => {
    expect(visitorOf({ sourceIp: '192.0.2.1', headers: {} })).toEqual({ ip: '192.0.2.1' });
  });
});

test('a number of a personal page is well-formed after the cut', () => {
  const form = new URLSearchParams({ number: `${'1'.repeat(39)}😀` });
  expect(readPersonalForm(form, () => 'id', 0).number).toBe(`${'1'.repeat(39)}\ufffd`);
});
