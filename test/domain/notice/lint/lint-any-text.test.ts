import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filledAgreement } from '../../../../lambdas/domain/notice/lint/filled-agreement.ts';
import { lint } from '../../../../lambdas/domain/notice/lint/lint.ts';
import { localLaws } from '../../../../lambdas/domain/notice/lint/lint-document.ts';
import { notice, soundText } from './sound-documents.ts';

/** Any text, also with lone surrogates, and texts made of what the rules look for. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '{purposes}',
        '{number}',
        '{',
        '}',
        '[',
        ']',
        '<',
        '“',
        '”',
        'STOP',
        ' ',
        'Acme',
        '{{1}}',
        '\u202E',
        'I agree',
        'ı',
        'İ',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);
const optional = fc.option(text, { nil: undefined });
const noticeText = fc.record(
  {
    locale: fc.oneof(text, fc.constantFrom('en', 'ar', 'tr', 'pt_BR', 'x', 'hi-Latn')),
    businessName: text,
    heading: text,
    agreement: text,
    purposes: fc.array(fc.record({ purposeId: text, text }), { maxLength: 3 }),
    benefits: optional,
    frequency: optional,
    howToStop: optional,
    privacy: fc.option(fc.record({ text, url: text }), { nil: undefined }),
  },
  { requiredKeys: ['locale', 'businessName', 'heading', 'agreement', 'purposes'] },
);

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** JSON has no undefined: members without value are left out. */
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value));

describe(`any text (SEED=${seed})`, { timeout: 30_000 }, () => {
  test('is measured without failing, and the findings are the same a second time', () => {
    fc.assert(
      fc.property(
        fc.array(noticeText, { maxLength: 3 }),
        fc.constantFrom('strict', 'meta-minimum'),
        (texts, profile) => {
          const document = asSent({ kind: 'notice', texts, purposes: [] });
          const first = lint(document, { profile, laws: localLaws });
          expect(lint(document, { profile, laws: localLaws })).toEqual(first);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('forms and templates too', () => {
    const form = fc.record({
      kind: fc.constant('form' as const),
      locale: text,
      text,
      showsWhatsappMark: fc.boolean(),
      numberEditable: fc.boolean(),
      fields: fc.array(fc.record({ label: text, preTicked: fc.boolean(), purposeId: optional }), { maxLength: 3 }),
    });
    const template = fc.record({
      kind: fc.constant('template' as const),
      locale: text,
      category: fc.constantFrom('marketing', 'utility', 'authentication'),
      body: text,
      footer: optional,
      buttons: fc.array(fc.record({ type: text, text }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.oneof(form, template), (document) => {
        expect(() => lint(asSent(document), { profile: 'strict', laws: localLaws })).not.toThrow();
      }),
      { seed, numRuns: 300 },
    );
  });

  test('a sound notice with markup somewhere never passes', () => {
    fc.assert(
      fc.property(fc.constantFrom('heading', 'benefits', 'frequency', 'howToStop'), fc.nat({ max: 20 }), (part, at) => {
        const sound = soundText()[part as 'heading'];
        const document = notice('en', {
          [part]: `${sound.slice(0, at)}<img src=x onerror=alert(1)>${sound.slice(at)}`,
        });
        expect(lint(document, { profile: 'meta-minimum' }).map(({ rule }) => rule)).toContain('markup');
      }),
      { seed, numRuns: 50 },
    );
  });

  /** How often a text is read as a whole is not to be seen from outside; how much is built is. */
  const builtBy = (run: () => unknown): number => {
    let most = 0;
    const normalise = String.prototype.normalize;
    String.prototype.normalize = function (this: string, form?: string) {
      most = Math.max(most, this.length);
      return normalise.call(this, form);
    };
    try {
      run();
    } finally {
      String.prototype.normalize = normalise;
    }
    return most;
  };
  const many = Array.from({ length: 50 }, (_, n) => ({ purposeId: `p${n}`, text: 'x'.repeat(190) }));

  test.each(['{purposes}', '{number}'])(
    'a sentence with %s again and again is a fault, and is not filled in',
    (place) => {
      const agreement = place.repeat(8);
      expect(filledAgreement({ ...soundText(), purposes: many, agreement })).toBe(agreement);
      const document = asSent({ kind: 'notice', texts: [{ ...soundText(), purposes: many, agreement }], purposes: [] });
      expect(lint(document, { profile: 'meta-minimum' }).map(({ rule }) => rule)).toContain('unknown-placeholder');
      expect(builtBy(() => lint(document, { profile: 'strict', laws: localLaws }))).toBeLessThan(12_000);
    },
  );

  test('signs that stand for whole phrases are refused before a rule reads them', () => {
    const swollen = '\uFDFA'.repeat(900);
    const document = notice('en', { heading: swollen, benefits: swollen });
    expect(lint(document, { profile: 'strict', laws: localLaws })).toMatchObject([
      { rule: 'hidden-characters', severity: 'error', pointer: '/texts/0/heading' },
      { rule: 'hidden-characters', severity: 'error', pointer: '/texts/0/benefits' },
    ]);
    const honest = notice('ar', { heading: 'محمد \uFDFA' });
    expect(
      lint(honest, { profile: 'strict' })
        .map(({ detail }) => detail)
        .join(' '),
    ).not.toContain('many letters');
  });
});
