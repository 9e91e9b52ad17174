import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import { countriesOf } from '../../../lambdas/domain/countries/countries-of.ts';
import {
  type EligibilityFacts,
  type EligibilityRequest,
  unknownPerson,
} from '../../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import { type EligibleRow, factsOfRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import type { TemplateUse } from '../../../lambdas/domain/templates/template-use.ts';
import { factsOf } from '../../../lambdas/use-cases/eligibility/facts-of.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const hour = 3_600_000;
const said = { at: Math.floor((now - 2 * hour) / 1000), ref: 'u.1', source: 'whatsapp-message' as const };
const registers: Registers = { offers: { G3: said }, orders: { G3: said }, codes: { G3: said } };
const purposes: App['purposes'] = [
  { purposeId: 'offers', name: 'Offers', category: 'marketing' },
  { purposeId: 'orders', name: 'Orders', category: 'utility' },
  { purposeId: 'codes', name: 'Codes', category: 'authentication' },
];
const open = { lastInboundAt: now - hour };
const numbers = {
  US: '14155550132',
  CA: '14165550132',
  JM: '18765550132',
  DO: '18095550132',
  MX: '525512345678',
  PR: '17875550132',
  CU: '5352123456',
  IR: '989121234567',
  KP: '8501921234567',
  SY: '963944567890',
  TR: '905321234567',
};
type Country = keyof typeof numbers;

const person = (who: Country | { bsuid: string }): Subject => ({
  subjectId: 'u',
  userId: 'usr_u',
  ...(typeof who === 'string' ? { phone: numbers[who] } : who),
  registers,
  suppressions: [],
  platformStop: {},
  firstKnownAt: 0,
});
type App1 = Pick<App, 'purposes' | 'countryRules'>;
const settings = (...countryRules: readonly (readonly [string, 'nothing' | 'marketing' | 'everything'])[]): App1 => ({
  purposes,
  countryRules: countryRules.map(([country, denies]) => ({ country, denies, note: 'Ana', since: now - hour })),
});

function ask(
  who: Country | { bsuid: string },
  request: Partial<EligibilityRequest> = {},
  { facts = {}, app = { purposes }, time = now }: { facts?: Partial<EligibilityFacts>; app?: App1; time?: number } = {},
) {
  const known = { ...factsOf({ subject: person(who), window: {} }), ...facts };
  return eligibility(known, app, { purpose: 'offers', message: 'template', ...request }, time);
}
const codes = ({ decision, reasons }: ReturnType<typeof ask>) => [decision, ...reasons.map(({ code }) => code)];
const denied = ['deny', 'country-not-served'];

describe('a template of marketing', () => {
  test.each(['US', 'PR', 'CU', 'IR', 'KP', 'SY'] as const)('to %s: no', (country) => {
    expect(codes(ask(country))).toEqual(denied);
  });
  test.each(['CA', 'JM', 'DO', 'MX', 'TR'] as const)('to %s: yes', (country) => {
    expect(codes(ask(country))).toEqual(['allow', 'opted-in']);
  });
  test('says which rule, since when, and what would change it', () => {
    const decision = ask('US');
    expect(decision.reasons).toMatchObject([
      {
        code: 'country-not-served',
        detail: 'WhatsApp has not delivered marketing templates to numbers of the United States since 2025-04-01.',
        since: Date.parse('2025-04-01'),
        rule: 'country.us-marketing',
      },
    ]);
    expect(decision.wouldChange).toEqual([
      'WhatsApp delivers this in that country again, or the settings of the app say that it does (`countryRules`).',
    ]);
    expect(decision.holdsUntil).toBeNull();
  });
  test('in an open window as well: it is a template', () => {
    expect(codes(ask('US', {}, { facts: { window: open } }))).toEqual(denied);
  });
  test('to who is known by a BSUID of the United States only: no', () => {
    expect(codes(ask({ bsuid: 'US.13491208655302741918' }))).toEqual(denied);
    expect(codes(ask({ bsuid: 'CA.13491208655302741918' }))).toEqual(['allow', 'opted-in']);
  });
  test('a row is denied as the person is', () => {
    const row: EligibleRow = { subjectId: 'u', userId: 'usr_u', grant: { ...said, level: 3 } };
    for (const who of [{ phone: numbers.US }, { bsuid: 'US.1' }, { phone: numbers.CA }, { phone: numbers.SY }]) {
      const byRow = eligibility(
        factsOfRow({ ...row, ...who }, 'offers'),
        { purposes },
        { purpose: 'offers', message: 'template' },
        now,
      );
      const subject = { ...person('MX'), phone: undefined, ...who } as Subject;
      const byPerson = eligibility(
        factsOf({ subject, window: {} }),
        { purposes },
        { purpose: 'offers', message: 'template' },
        now,
      );
      expect(codes(byRow)).toEqual(codes(byPerson));
    }
  });
  test('before the rule began: yes, until it begins', () => {
    const time = Date.parse('2025-03-31T23:59:59.999Z');
    const early: Registers = { offers: { G3: { ...said, at: Math.floor(time / 1000) - 60 } } };
    const decision = ask('US', {}, { facts: { registers: early }, time });
    expect([...codes(decision), decision.holdsUntil]).toEqual(['allow', 'opted-in', Date.parse('2025-04-01')]);
  });
  test('that was opted in to before the rule began: no, because it is asked now', () => {
    const early: Registers = { offers: { G3: { ...said, at: Date.parse('2024-01-01') / 1000 } } };
    expect(codes(ask('US', {}, { facts: { registers: early } }))).toEqual(denied);
  });
  test('while a rule that has an end holds: no, until it ends', () => {
    const time = Date.parse('2024-05-01');
    const early: Registers = { offers: { G3: { ...said, at: time / 1000 - 60 } } };
    const decision = ask('TR', {}, { facts: { registers: early }, time });
    expect([...codes(decision), decision.holdsUntil]).toEqual([...denied, Date.parse('2024-05-15')]);
  });
});

describe('another message', () => {
  const served: readonly Partial<EligibilityRequest>[] = [
    { purpose: 'orders' },
    { purpose: 'codes' },
    { message: 'free-form' },
    { message: 'opt-in-question' },
  ];
  test.each(served)('to the United States, %j: yes', (request) => {
    expect(codes(ask('US', request, { facts: { window: open } }))[0]).toBe('allow');
  });
  test.each(served)('to Cuba, %j: no', (request) => {
    expect(codes(ask('CU', request, { facts: { window: open } }))).toEqual(denied);
  });
  test('a question after a missed call goes as a template: of marketing not to the United States', () => {
    const call = { message: 'opt-in-question', missedCallAt: now - 1000 } as const;
    expect(codes(ask('US', call))).toEqual(denied);
    expect(codes(ask('US', { ...call, purpose: 'orders' }))).toEqual(['allow', 'missed-call']);
    expect(codes(ask('US', call, { facts: { window: open } }))).toEqual(['allow', 'window-open']);
    expect(codes(ask('CA', call))).toEqual(['allow', 'missed-call']);
  });
  test('a stop is confirmed wherever it was said', () => {
    const stop: Registers = { '*': { R3: { ...said, at: Math.floor(now / 1000) } } };
    const confirm = { message: 'stop-confirmation', channel: 'whatsapp' } as const;
    for (const country of ['CU', 'US'] as const)
      expect(codes(ask(country, confirm, { facts: { registers: stop } }))).toEqual(['allow', 'stop-to-confirm']);
  });
  const use = (purpose: string, category: TemplateUse['category']): TemplateUse => {
    return { purpose, category, categorySince: now - hour };
  };
  test('a template is what Meta made of it, or what it serves: the stricter', () => {
    const asked = (purpose: string, category: TemplateUse['category']) =>
      codes(ask('US', { purpose, template: use(purpose, category) }));
    expect(asked('orders', 'utility')).toEqual(['allow', 'opted-in']);
    expect(asked('orders', 'marketing')).toEqual(['deny', 'template-is-marketing', 'country-not-served']);
    expect(asked('offers', 'utility')).toEqual(denied);
  });
});

describe('what the app says of a country', () => {
  test('lets through what the table denies', () => {
    expect(codes(ask('US', {}, { app: settings(['US', 'nothing']) }))).toEqual(['allow', 'opted-in']);
    expect(codes(ask('PR', {}, { app: settings(['US', 'nothing']) }))).toEqual(denied);
    expect(codes(ask('CU', {}, { app: settings(['CU', 'nothing']) }))).toEqual(['allow', 'opted-in']);
  });
  test('denies what the table does not', () => {
    expect(codes(ask('MX', { purpose: 'orders' }, { app: settings(['MX', 'everything']) }))).toEqual(denied);
    expect(codes(ask('MX', { purpose: 'orders' }, { app: settings(['MX', 'marketing']) }))[0]).toBe('allow');
    expect(codes(ask('MX', {}, { app: settings(['MX', 'marketing']) }))).toEqual(denied);
  });
});

describe('a country allows nothing', () => {
  const app = settings(['US', 'nothing'], ['CU', 'nothing'], ['MX', 'nothing']);
  const countries = ['US', 'CU', 'MX'] as const;
  test.each(countries)(
    'in %s, with everything let through, a stop, a stranger and a closed window are still no',
    (country) => {
      const stopped: Registers = { ...registers, '*': { R3: { ...said, at: said.at + 60 } } };
      expect(codes(ask(country, {}, { app, facts: { registers: stopped } }))).toEqual(['deny', 'opted-out']);
      expect(codes(ask(country, {}, { app, facts: { registers: {} } }))).toEqual(['deny', 'never-asked']);
      expect(codes(ask(country, { message: 'free-form' }, { app }))).toEqual(['deny', 'window-closed']);
    },
  );
  test('a no of the person stands first, and the country beside it', () => {
    const stopped: Registers = { ...registers, '*': { R3: { ...said, at: said.at + 60 } } };
    expect(codes(ask('US', {}, { facts: { registers: stopped } }))).toEqual([
      'deny',
      'opted-out',
      'country-not-served',
    ]);
    expect(codes(ask('US', {}, { facts: { platformStop: { stoppedAt: now } } }))).toEqual([
      'deny',
      'platform-stop',
      'country-not-served',
    ]);
  });
  test('nobody is allowed whom the same question denies without a country', () => {
    const states: readonly Registers[] = [{}, registers, { ...registers, '*': { R3: { ...said, at: said.at + 60 } } }];
    const kinds = ['template', 'free-form', 'opt-in-question'] as const;
    for (const country of Object.keys(numbers) as Country[])
      for (const state of states)
        for (const window of [{}, open])
          for (const message of kinds)
            for (const purpose of ['offers', 'orders', 'codes', 'nothing-known']) {
              const facts = { ...unknownPerson, registers: state, window };
              const request = { purpose, message };
              const without = eligibility(facts, { purposes }, request, now);
              const there = { ...facts, countries: countriesOf({ phone: numbers[country] }) };
              const found = eligibility(there, { purposes }, request, now);
              if (without.decision === 'deny') expect(found.decision).toBe('deny');
              if (found.decision === 'allow') expect(found).toEqual(without);
            }
  });
});
