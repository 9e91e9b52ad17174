import { describe, expect, it } from 'vitest';
import { type EventPattern, passesFilter } from '../../../dev/stream/event-filter.ts';

const insertWithReply: EventPattern = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { reply: { S: [{ exists: true }] } } },
};
const record = (eventName: string, image: object) => ({ eventName, dynamodb: { NewImage: image } });

describe('an event filter', () => {
  it('lets everything through without patterns', () => {
    expect(passesFilter([], {})).toBe(true);
  });
  it.each([
    [record('INSERT', { reply: { S: 'stop-confirmed' } }), true],
    [record('MODIFY', { reply: { S: 'stop-confirmed' } }), false],
    [record('INSERT', { pk: { S: 'x' } }), false],
    [record('INSERT', { reply: { M: {} } }), false],
    [{ eventName: 'REMOVE' }, false],
  ])('on the replies of the ledger: %j passes: %s', (given, passes) => {
    expect(passesFilter([insertWithReply], given)).toBe(passes);
  });
  it.each([
    [[{ exists: false }], undefined, true],
    [[{ exists: false }], 'x', false],
    [[{ exists: true }], { a: 1 }, false],
    [[{ prefix: 'a#' }], 'a#1', true],
    [[{ suffix: '#1' }], 'a#2', false],
    [[{ 'anything-but': ['x', 'y'] }], 'x', false],
    [[{ 'anything-but': 'x' }], 'z', true],
    [[1, null], null, true],
    [['1'], 1, false],
  ])('%j on %j: %s', (conditions, value, passes) => {
    expect(passesFilter([{ field: conditions }], { field: value })).toBe(passes);
  });
  it('passes when any pattern fits', () => {
    expect(passesFilter([{ a: [1] }, { b: [2] }], { b: 2 })).toBe(true);
  });
  it('says which operator it does not know', () => {
    expect(() => passesFilter([{ a: [{ cidr: '10.0.0.0/8' }] }], { a: '10.0.0.1' })).toThrow('"cidr"');
  });
});
