import { describe, expect, test } from 'vitest';
import type { TemplateCategory } from '../../../lambdas/domain/app/app.ts';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import { unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import type { TemplateUse } from '../../../lambdas/domain/templates/template-use.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const categories = ['marketing', 'utility', 'authentication'] as const;
const yesNo = [true, false] as const;
const since = now - 60_000;

/** Every template for every purpose, to everybody who opted in or not and stopped marketing in WhatsApp or not. */
const cases = categories.flatMap((ofTemplate) =>
  categories.flatMap((ofPurpose) =>
    yesNo.flatMap((optedIn) => yesNo.map((stopped) => ({ ofTemplate, ofPurpose, optedIn, stopped }))),
  ),
);

function decide(ofTemplate: TemplateCategory, ofPurpose: TemplateCategory, optedIn: boolean, stopped: boolean) {
  const purposes = [{ purposeId: 'served', name: 'Served', category: ofPurpose }];
  const at = Math.floor(since / 1000);
  const registers: Registers = optedIn
    ? { served: { G3: { at, ref: 'u.1', source: 'whatsapp-message' as const } } }
    : {};
  const facts = {
    ...unknownPerson,
    registers,
    platformStop: stopped ? { stoppedAt: since } : {},
  };
  const template: TemplateUse = { purpose: 'served', category: ofTemplate, categorySince: since };
  const decision = eligibility(facts, { purposes }, { purpose: 'served', message: 'template', template }, now);
  return [decision.decision, ...decision.reasons.map(({ code }) => code)];
}

describe('a template goes out only by consent to what it is and to what it serves', () => {
  test.each(cases)(
    'a $ofTemplate template for a $ofPurpose purpose, opted in: $optedIn, stopped: $stopped',
    (given) => {
      const { ofTemplate, ofPurpose, optedIn, stopped } = given;
      const against = [
        ...(optedIn ? [] : ['never-asked']),
        ...(ofTemplate === 'marketing' && ofPurpose !== 'marketing' ? ['template-is-marketing'] : []),
        ...(stopped && (ofTemplate === 'marketing' || ofPurpose === 'marketing') ? ['platform-stop'] : []),
      ];
      expect(decide(ofTemplate, ofPurpose, optedIn, stopped)).toEqual(
        against.length === 0 ? ['allow', 'opted-in'] : ['deny', ...against],
      );
    },
  );
});

test('an unclear stop holds for a marketing template whatever it serves', () => {
  const purposes = [{ purposeId: 'served', name: 'Served', category: 'utility' as const }];
  const registers = {
    served: { G3: { at: Math.floor(since / 1000), ref: 'u.1', source: 'whatsapp-message' as const } },
  };
  const suppressions = [{ reason: 'ambiguous-stop' as const, scope: 'marketing' as const, since, ref: 'u.2' }];
  const ask = (category: TemplateCategory) =>
    eligibility(
      { ...unknownPerson, registers, suppressions },
      { purposes },
      { purpose: 'served', message: 'template', template: { purpose: 'served', category, categorySince: since } },
      now,
    ).reasons.map(({ code }) => code);
  expect(ask('utility')).toEqual(['opted-in']);
  expect(ask('marketing')).toEqual(['template-is-marketing', 'suppressed-ambiguous-stop']);
});

test('consent to a purpose that was marketing once does not make a marketing template of it', () => {
  const purposes = [{ purposeId: 'served', name: 'Served', category: 'utility' as const, wasMarketing: true as const }];
  const registers = {
    served: { G3: { at: Math.floor(since / 1000), ref: 'u.1', source: 'whatsapp-message' as const } },
  };
  const template: TemplateUse = { purpose: 'served', category: 'marketing', categorySince: since };
  const decision = eligibility(
    { ...unknownPerson, registers },
    { purposes },
    { purpose: 'served', message: 'template', template },
    now,
  );
  expect(decision.reasons.map(({ code }) => code)).toEqual(['template-is-marketing']);
});

test('a template without a purpose goes to nobody, whatever purpose the question names', () => {
  const purposes = [{ purposeId: 'served', name: 'Served', category: 'utility' as const }];
  const registers = {
    served: { G3: { at: Math.floor(since / 1000), ref: 'u.1', source: 'whatsapp-message' as const } },
  };
  const template: TemplateUse = { purpose: undefined, category: 'utility', categorySince: since };
  const decision = eligibility(
    { ...unknownPerson, registers },
    { purposes },
    { purpose: 'served', message: 'template', template },
    now,
  );
  expect(decision.reasons.map(({ code }) => code)).toEqual(['template-without-purpose']);
});
