import { describe, expect, it, test } from 'vitest';
import { gupshupItems } from '../../../../lambdas/adapters/deliveries/gupshup-items.ts';
import { userEventV2 } from '../../../../lambdas/adapters/providers/gupshup/user-event.ts';
import { fixtureBytes } from '../../../support/fixtures.ts';

const timestamp = '2020-03-18T14:25:05.908Z';
const event = (type: string, data: object = {}) => ({
  id: 'evt_1',
  version: 1,
  type,
  appId: 'DemoApp',
  timestamp,
  sequence: 3,
  data: { user: { phone: '+919163805873' }, purposes: ['offers'], ...data },
});
const bodyOf = (type: string, data?: object) => JSON.parse(userEventV2(event(type, data)) ?? 'null');
const recorded = (file: string) => JSON.parse(fixtureBytes(`gupshup-docs/${file}.json`).toString());

describe('an event in Gupshup’s form', () => {
  it('is what Gupshup itself posts', () => {
    expect(bodyOf('user.opted_in')).toEqual(recorded('user-event-opted-in'));
    expect(bodyOf('user.opted_out')).toEqual(recorded('user-event-opted-out'));
    const stop = recorded('preference-event-stop');
    stop.timestamp = Date.parse(timestamp);
    stop.payload.payload.user_preferences[0].timestamp = Math.floor(Date.parse(timestamp) / 1000);
    expect(bodyOf('platform.stopped')).toEqual(stop);
    expect(bodyOf('platform.resumed').payload.payload.user_preferences[0].value).toBe('resume');
  });

  it('makes a no of a brake, and nothing of its end', () => {
    expect(bodyOf('user.suppressed')).toMatchObject({ type: 'user-event', payload: { type: 'opted-out' } });
    expect(bodyOf('user.released')).toBeNull();
  });

  it('tells of several noes that come at once the widest alone: a post says one thing', () => {
    const told = bodyOf('user.opted_out', { platformStopped: true, mergedUserId: 'usr_1' });
    expect(told).toEqual(bodyOf('user.opted_out'));
  });

  it('names the person as WhatsApp does', () => {
    const user = { phone: '+525512345678', waId: '5215512345678' };
    expect(bodyOf('user.opted_out', { user }).payload.phone).toBe('5215512345678');
  });

  test.each([
    ['a type without a word there', 'user.pending', {}],
    ['a message', 'message.received', {}],
    ['nobody’s number', 'user.opted_out', { user: { bsuid: 'IN.13491208655302741918' } }],
    ['an app that names nobody', 'user.opted_out', { user: undefined }],
    ['a yes that counts for nothing', 'user.opted_in', { purposes: [] }],
    ['a yes under a brake', 'user.opted_in', { braked: 'marketing' }],
  ])('has no form for %s', (_, type, data) => {
    expect(bodyOf(type, data)).toBeNull();
  });

  it('is read by our own reader as what it says', () => {
    const read = (type: string) =>
      gupshupItems({
        appId: 'acme',
        number: '1',
        body: Buffer.from(userEventV2(event(type)) ?? ''),
        receivedAt: 0,
      }).filter(({ event: kind }) => kind !== 'ignored');
    expect(read('user.opted_out')).toMatchObject([
      { event: 'told', says: 'opted-out', person: { phone: '919163805873' } },
    ]);
    expect(read('platform.stopped')).toMatchObject([{ event: 'preference', value: 'stop' }]);
  });
});
