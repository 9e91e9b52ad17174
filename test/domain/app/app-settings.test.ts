import { describe, expect, it } from 'vitest';
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
  callback: { url: 'https://example.com' },
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
    const changed = changeApp(app, { callback: null, smsName: undefined }, 2000);
    expect(changed).not.toHaveProperty('callback');
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
