import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventSource } from '../../../lambdas/contract/deployment.ts';
import { type CataloguedType, cataloguedTypes, sampleOf } from '../../../lambdas/contract/events/catalogue.ts';
import { withdrawalTypes } from '../../../lambdas/domain/events/event-types.ts';

const page = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');
const section = page.slice(page.indexOf('\n## Rules\n'), page.indexOf('\n## When something fails\n'));

/** The patterns of the page, in its order: of a command what stands in its quotes, else a block of JSON. */
const patterns: readonly unknown[] = [
  ...section.matchAll(/--event-pattern '(\{[^']*\})'|```json\n(\{.*?\})\n```/gs),
].map(([, quoted, block]) => JSON.parse(quoted ?? block ?? ''));

/** What EventBridge delivers of an event: the envelope of the bus around it. */
const delivered = (type: CataloguedType, more: object = {}): object => ({
  version: '0',
  source: eventSource,
  'detail-type': type,
  detail: { ...sampleOf(type), ...more },
});

/**
 * Whether EventBridge would match, of what the page uses (EventBridge, "Event pattern syntax"): every field of the pattern is there; a list has the
 * value, or one of it where the event has a list, or a prefix of it.
 */
function matches(pattern: unknown, given: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    return values.some((value) => pattern.some((each: unknown) => matchesValue(each, value)));
  }
  if (typeof pattern !== 'object' || pattern === null) throw new Error('A pattern has lists at its ends.');
  if (typeof given !== 'object' || given === null) return false;
  return Object.entries(pattern).every(([name, inner]) => matches(inner, (given as Record<string, unknown>)[name]));
}

function matchesValue(wanted: unknown, value: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value;
  const { prefix, ...others } = wanted as { readonly prefix?: unknown };
  if (typeof prefix !== 'string' || Object.keys(others).length > 0) throw new Error('Not one of the filters here.');
  return typeof value === 'string' && value.startsWith(prefix);
}

const matched = (pattern: unknown, more: object = {}) =>
  cataloguedTypes.filter((type) => matches(pattern, delivered(type, more)));

describe('the rules that docs/events.md shows', () => {
  test('are three', () => expect(patterns).toHaveLength(3));

  test('everything that takes something away, and nothing else', () => {
    expect(matched(patterns[0]).toSorted()).toEqual([...withdrawalTypes].toSorted());
  });

  test('all events of one app, whatever they are, and none of another', () => {
    expect(matched(patterns[1])).toEqual(cataloguedTypes);
    expect(matched(patterns[1], { appId: 'acme-2' })).toEqual([]);
  });

  test('what ended everything, of any app: a STOP and a brake of all, no stop of marketing', () => {
    expect(matched(patterns[2]).toSorted()).toEqual(['user.opted_out', 'user.suppressed']);
    expect(matched(patterns[2], { appId: 'other' })).toHaveLength(2);
    expect(matched(patterns[2], { data: { scope: 'marketing' } })).toEqual([]);
  });

  test('hold for what comes from this bus alone', () => {
    for (const pattern of patterns)
      expect(matches(pattern, { ...delivered('user.opted_out'), source: 'somebody.else' })).toBe(false);
  });
});
