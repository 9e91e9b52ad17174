import { describe, expect, test } from 'vitest';
import { type Template, unknownTemplate } from '../../../lambdas/domain/templates/template.ts';
import { categoryAt } from '../../../lambdas/domain/templates/template-category.ts';
import { saysTheSame, type TemplateFacts, withFacts } from '../../../lambdas/domain/templates/template-facts.ts';
import { templateUse } from '../../../lambdas/domain/templates/template-use.ts';

const name = { wabaId: '102290129340398', name: 'order_update', language: 'en_US' };
const second = 1000;
const day = 86_400 * second;
const t0 = Date.parse('2026-11-01T00:00:00Z');

type Said = readonly [at: number, facts: TemplateFacts];
const told = (...said: readonly Said[]): Template =>
  said.reduce((template: Template, [at, facts]) => withFacts(template, facts, at), unknownTemplate(name));
const approved: Said = [t0, { status: 'approved', category: 'utility' }];

describe('of each attribute the latest said holds', () => {
  test('an older event changes nothing that a later one said', () => {
    const template = told([t0 + second, { status: 'paused' }], [t0, { status: 'approved' }]);
    expect(template.status).toEqual({ is: 'paused', since: t0 + second, at: t0 + second });
  });

  test('an older status does not keep an older category back', () => {
    const template = told([t0 + second, { status: 'paused' }], [t0, { category: 'marketing' }]);
    expect([template.status?.is, categoryAt(template, t0).is]).toEqual(['paused', 'marketing']);
  });

  test('in the same second what may be sent loses against what may not', () => {
    expect(told([t0, { status: 'approved' }], [t0, { status: 'paused' }]).status?.is).toBe('paused');
    expect(told([t0, { status: 'paused' }], [t0 + 999, { status: 'approved' }]).status?.is).toBe('paused');
  });

  test('in the same second marketing wins', () => {
    for (const [one, other] of [['utility', 'marketing'] as const, ['marketing', 'utility'] as const])
      expect(categoryAt(told([t0, { category: one }], [t0, { category: other }]), t0).is).toBe('marketing');
  });

  test('what stays the same is so since it was first said', () => {
    const template = told(approved, [t0 + day, { status: 'approved' }]);
    expect(template.status).toEqual({ is: 'approved', since: t0, at: t0 + day });
  });

  test('the reason goes with the status', () => {
    const rejected = told([t0, { status: 'rejected', reason: 'SCAM' }]);
    expect(rejected.reason).toBe('SCAM');
    expect(withFacts(rejected, { status: 'approved' }, t0 + day).reason).toBeUndefined();
    expect(withFacts(rejected, { status: 'paused', reason: 'FIRST_PAUSE' }, t0 - day).reason).toBe('SCAM');
  });

  test('whatever the order, the same is known', () => {
    const said: readonly Said[] = [
      approved,
      [t0 + 1 * second, { category: 'marketing', previousCategory: 'utility' }],
      [t0 + 1 * second, { status: 'paused', mentions: 'utility' }],
      [t0 + 2 * second, { category: 'utility', previousCategory: 'marketing' }],
      [t0 + 3 * second, { quality: 'red' }],
      [t0 + 3 * second, { quality: 'yellow' }],
      [t0 + 4 * second, { mentions: 'utility', coming: { category: 'marketing', from: t0 + day } }],
    ];
    const expected = told(...said);
    for (const order of ordersOf(said)) expect(saysTheSame(told(...order), expected)).toBe(true);
    expect([expected.status?.is, categoryAt(expected, t0 + 5 * second).is, expected.quality?.is]).toEqual([
      'paused',
      'utility',
      'red',
    ]);
    expect(categoryAt(expected, t0 + day).is).toBe('marketing');
  });
});

describe('a change that was told in advance', () => {
  test('is not done by what another reading in the same second says of the present', () => {
    const reading: TemplateFacts = { status: 'approved', category: 'utility', coming: { category: 'marketing' } };
    const said: readonly Said[] = [
      [t0, reading],
      [t0 + 600, reading],
    ];
    for (const order of ordersOf(said)) expect(categoryAt(told(...order), t0 + day).is).toBe('marketing');
  });

  test('begins at the earlier of two times that were told in one second', () => {
    const said: readonly Said[] = [
      approved,
      [t0 + second, { coming: { category: 'marketing', from: t0 + day } }],
      [t0 + second + 600, { coming: { category: 'marketing', from: t0 + 9 * day } }],
    ];
    for (const order of ordersOf(said)) expect(categoryAt(told(...order), t0 + day).is).toBe('marketing');
  });

  const notice: Said = [t0 + second, { mentions: 'utility', coming: { category: 'marketing', from: t0 + day } }];

  test('counts from its time on, also if Meta never says that it was done', () => {
    const template = told(approved, notice);
    expect(categoryAt(template, t0 + day - 1).is).toBe('utility');
    expect(categoryAt(template, t0 + day)).toEqual({ is: 'marketing', since: t0 + day });
  });

  test('counts at once when Meta names no time', () => {
    const template = told(approved, [t0 + second, { coming: { category: 'marketing' } }]);
    expect([categoryAt(template, t0).is, categoryAt(template, t0 + second).is]).toEqual(['utility', 'marketing']);
  });

  test('keeps its time when a reading names the same without one', () => {
    const template = told(approved, notice, [
      t0 + 60 * second,
      { category: 'utility', coming: { category: 'marketing' } },
    ]);
    expect([categoryAt(template, t0 + day - 1).is, categoryAt(template, t0 + day).is]).toEqual([
      'utility',
      'marketing',
    ]);
  });

  test('takes the time of a notice that comes after the reading', () => {
    const template = told(
      approved,
      [t0 + 60 * second, { category: 'utility', coming: { category: 'marketing' } }],
      notice,
    );
    expect([categoryAt(template, t0 + day - 1).is, categoryAt(template, t0 + day).is]).toEqual([
      'utility',
      'marketing',
    ]);
  });

  test('is off once a reading says that none is to come', () => {
    const template = told(approved, notice, [t0 + 60 * second, { category: 'utility', coming: { category: 'none' } }]);
    expect(categoryAt(template, t0 + 2 * day).is).toBe('utility');
  });

  test('is not off because an older reading knew nothing of it', () => {
    const template = told(approved, notice, [t0, { category: 'utility', coming: { category: 'none' } }]);
    expect(categoryAt(template, t0 + day).is).toBe('marketing');
  });

  test('is what an event at its time made of it', () => {
    const back = told(approved, notice, [t0 + day, { category: 'utility', previousCategory: 'marketing' }]);
    expect(categoryAt(back, t0 + 2 * day).is).toBe('utility');
  });

  test('stands when an event before its time says something else', () => {
    const template = told(approved, notice, [t0 + 60 * second, { category: 'authentication' }]);
    expect([categoryAt(template, t0 + day - 1).is, categoryAt(template, t0 + day).is]).toEqual([
      'authentication',
      'marketing',
    ]);
  });

  test('stands beyond its time while a reading still has it to come', () => {
    const late: Said = [t0 + 2 * day, { category: 'utility', coming: { category: 'marketing' } }];
    expect(categoryAt(told(approved, notice, late), t0 + 2 * day).is).toBe('marketing');
  });

  test('frees nobody by the clock alone', () => {
    const free: Said = [t0 + second, { coming: { category: 'utility', from: t0 + day } }];
    expect(categoryAt(told([t0, { category: 'marketing' }], free), t0 + 2 * day).is).toBe('marketing');
  });
});

describe('a category that is named by the way', () => {
  test('makes stricter', () => {
    expect(categoryAt(told(approved, [t0 + second, { status: 'approved', mentions: 'marketing' }]), t0 + day)).toEqual({
      is: 'marketing',
      since: t0 + second,
    });
  });

  test('never makes freer', () => {
    const template = told([t0, { category: 'marketing' }], [t0 + second, { status: 'paused', mentions: 'utility' }]);
    expect(categoryAt(template, t0 + day).is).toBe('marketing');
  });

  test('is what counts while nothing else is known', () => {
    expect(categoryAt(told([t0, { status: 'approved', mentions: 'utility' }]), t0).is).toBe('utility');
    expect(categoryAt(told([t0, { mentions: 'marketing' }], [t0 + second, { mentions: 'utility' }]), t0 + day).is).toBe(
      'marketing',
    );
  });

  test('ends with an event that says so, from its time on', () => {
    const template = told(
      approved,
      [t0 + second, { mentions: 'marketing' }],
      [t0 + 2 * second, { category: 'utility' }],
    );
    expect(categoryAt(template, t0 + day).is).toBe('utility');
  });
});

describe('what a template is good for', () => {
  const serving = (template: Template): Template => ({ ...template, purposes: { acme: 'order-updates' } });

  test('an approved one with a purpose is good for it', () => {
    expect(templateUse(serving(told(approved)), 'acme', t0)).toEqual({
      purpose: 'order-updates',
      category: 'utility',
      categorySince: t0,
    });
  });

  test('it serves no purpose in another app', () => {
    expect(templateUse(serving(told(approved)), 'other', t0)).toMatchObject({ purpose: undefined });
    expect(templateUse(serving(told(approved)), 'constructor', t0)).toMatchObject({ purpose: undefined });
  });

  test('it says when it becomes stricter', () => {
    const template = told(approved, [t0 + second, { coming: { category: 'marketing', from: t0 + day } }]);
    expect(templateUse(template, 'acme', t0 + second)).toMatchObject({ category: 'utility', stricterFrom: t0 + day });
    expect(templateUse(template, 'acme', t0 + day)).toMatchObject({ category: 'marketing' });
  });

  test.each([
    ['pending'],
    ['in-appeal'],
    ['rejected'],
    ['paused'],
    ['disabled'],
    ['locked'],
    ['limit-exceeded'],
    ['pending-deletion'],
    ['deleted'],
    ['archived'],
    ['gone'],
    ['unclear'],
  ] as const)('one that is %s is good for nothing', (status) => {
    const template = serving(told(approved, [t0 + second, { status }]));
    expect(templateUse(template, 'acme', t0 + day)).toEqual({ unusable: status });
  });

  test('one that nobody knows, or knows enough of, is good for nothing', () => {
    expect(templateUse(undefined, 'acme', t0)).toEqual({ unusable: 'unknown' });
    expect(templateUse(serving(told([t0, { category: 'utility' }])), 'acme', t0)).toEqual({ unusable: 'unknown' });
    expect(templateUse(serving(told([t0, { status: 'approved' }])), 'acme', t0)).toEqual({
      unusable: 'without-category',
    });
    const unclear = told(approved, [t0 + second, { mentions: 'unclear' }]);
    expect(templateUse(serving(unclear), 'acme', t0 + day)).toEqual({ unusable: 'unclear' });
  });
});

/** Every order of up to seven things is too many: each rotation, and each of them backwards. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  const turned = items.map((_, index) => [...items.slice(index), ...items.slice(0, index)]);
  return turned.flatMap((order) => [order, order.toReversed()]);
}
