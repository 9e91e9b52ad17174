import { describe, expect, it } from 'vitest';
import { marketingOf } from '../../../lambdas/domain/app/app.ts';
import { type AppSettings, changeApp, newApp } from '../../../lambdas/domain/app/app-settings.ts';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';

const settings: AppSettings = {
  appId: 'acme',
  displayName: 'Acme',
  smsName: 'Acme',
  locale: 'en',
  timeZone: 'UTC',
  smsNumbers: [],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' },
    { purposeId: 'orders', name: 'Orders', category: 'utility' },
  ],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  events: { identifiers: true },
};
const app = newApp(settings, 1000);

describe('changeApp', () => {
  it('given a new name keeps the rest, and rises the version', () => {
    expect(changeApp(app, { displayName: 'New' }, 2000)).toEqual({
      ...app,
      displayName: 'New',
      version: 2,
      updatedAt: 2000,
    });
  });

  it('given null takes an optional setting away, given undefined leaves it', () => {
    const changed = changeApp(app, { events: null, smsName: undefined }, 2000);
    expect(changed).not.toHaveProperty('events');
    expect(changed.smsName).toBe('Acme');
  });

  it('given false or an empty list sets just that', () => {
    const enabled = changeApp(app, { automatedMessage: { enabled: true }, doubleOptIn: ['paper'] }, 2000);
    expect(changeApp(enabled, { automatedMessage: { enabled: false }, doubleOptIn: [] }, 3000)).toMatchObject({
      automatedMessage: { enabled: false },
      doubleOptIn: [],
      version: 3,
    });
  });

  it('given a number for SMS again keeps by whom its messages come, unless it says another', () => {
    const number = { phone: '+12125550101', country: 'US' };
    const byTwilio = changeApp(app, { smsNumbers: [{ ...number, provider: 'twilio' }] }, 2000);
    const another = { phone: '+12125550102', country: 'US' };
    const more = changeApp(byTwilio, { smsNumbers: [number, another] }, 3000);
    expect(more.smsNumbers).toEqual([{ ...number, provider: 'twilio' }, another]);
    expect(changeApp(more, { smsNumbers: [{ ...number, provider: 'aws' }] }, 4000).smsNumbers).toEqual([
      { ...number, provider: 'aws' },
    ]);
  });

  it('takes a purpose more and a purpose changed', () => {
    const purposes = [
      ...settings.purposes.map((each) => ({ ...each, validForDays: 30 })),
      { purposeId: 'news', name: 'News', category: 'marketing' as const },
    ];
    expect(changeApp(app, { purposes }, 2000).purposes).toEqual(purposes);
  });

  it('refuses to lose a purpose, and names those that would be lost', () => {
    const lose = () =>
      changeApp(app, { purposes: [{ purposeId: 'deals', name: 'Offers', category: 'marketing' }] }, 2000);
    expect(lose).toThrow(InvalidInputError);
    expect(lose).toThrow('offers, orders');
  });
});

describe('the category marketing', () => {
  const [offers, orders] = settings.purposes;
  const changed = (before: typeof app, category: 'marketing' | 'utility', more: object = {}) =>
    changeApp(before, { purposes: [{ ...(offers ?? never()), category, ...more }, orders ?? never()] }, 2000);

  it('is remembered when it is taken away, through any number of changes', () => {
    const away = changed(app, 'utility');
    expect(away.purposes[0]).toEqual({ ...offers, category: 'utility', wasMarketing: true });
    expect(changed(away, 'utility').purposes[0]).toMatchObject({ wasMarketing: true });
    expect(changeApp(away, { displayName: 'New' }, 3000).purposes[0]).toMatchObject({ wasMarketing: true });
    const back = changed(away, 'marketing');
    expect(back.purposes[0]).toEqual(offers);
    expect(changed(back, 'utility').purposes[0]).toMatchObject({ wasMarketing: true });
  });

  it('is remembered by us alone', () => {
    expect(changed(app, 'marketing', { wasMarketing: true }).purposes[0]).toEqual(offers);
    expect(changed(app, 'utility').purposes[1]).toEqual(orders);
    expect(marketingOf(changed(app, 'utility'))('offers')).toBe(true);
    expect(marketingOf(app)('orders')).toBe(false);
    expect(marketingOf(app)('unknown')).toBe(true);
  });
});

function never(): never {
  throw new Error('The purpose is there.');
}
