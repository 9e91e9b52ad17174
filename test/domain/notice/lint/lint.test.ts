import { describe, expect, test } from 'vitest';
import { lint } from '../../../../lambdas/domain/notice/lint/lint.ts';
import { localLaws } from '../../../../lambdas/domain/notice/lint/lint-document.ts';
import { lintRules } from '../../../../lambdas/domain/notice/lint/lint-rules.ts';
import { honestNotices } from './honest-notices.ts';
import { plantedFormsAndTemplates } from './planted-forms-and-templates.ts';
import { plantedLawDocuments } from './planted-law-documents.ts';
import { plantedNoticeSentences } from './planted-notice-sentences.ts';
import { plantedNoticeWords } from './planted-notice-words.ts';
import { plant, plantedSentences, pointerOf } from './planted-sentences.ts';
import { form, notice, purposes, soundText, template, without } from './sound-documents.ts';

const plantedDocuments = [
  ...plantedNoticeWords,
  ...plantedNoticeSentences,
  ...plantedLawDocuments,
  ...plantedFormsAndTemplates,
];

const listed = (findings: ReturnType<typeof lint>) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`);

/** Add-ons that a notice in this language alone can pass: India asks for English or an Indian language. */
const lawsFor = (language: string) => localLaws.filter((law) => law !== 'in' || ['en', 'hi'].includes(language));

describe('a fault of wording is found, and nothing else, in each language', () => {
  test.each(
    plantedSentences.flatMap(({ rule, place, sentences }) =>
      Object.entries(sentences).map(([language, sentence]) => ({ rule, place, language, sentence })),
    ),
  )('$rule in $language: $sentence', ({ rule, place, language, sentence }) => {
    const sound = lint(notice(language), { profile: 'strict', laws: lawsFor(language) });
    const texts = [plant(soundText(language), place, sentence)];
    const findings = lint({ kind: 'notice', texts, purposes }, { profile: 'strict', laws: lawsFor(language) });
    expect({ sound, found: listed(findings) }).toEqual({ sound: [], found: [`${rule} ${pointerOf(place)}`] });
  });
});

describe('a fault of a document is found, and nothing else', () => {
  test.each(plantedDocuments.map(([what, ...planted]) => ({ what, planted })))('$what', ({ planted }) => {
    const [document, found, by] = planted;
    expect(listed(lint(document, { profile: 'strict', ...by }))).toEqual(found);
  });
});

test('there are at least 60 planted faults, and every rule is found by one of them', () => {
  const sentences = plantedSentences.flatMap((each) => Object.values(each.sentences));
  expect(sentences.length + plantedDocuments.length).toBeGreaterThanOrEqual(60);
  const found = [
    ...plantedSentences.map(({ rule }) => rule),
    ...plantedDocuments.flatMap(([, , found]) => found.map((one) => one.split(' ')[0])),
  ];
  expect(lintRules.map(({ name }) => name).filter((name) => !found.includes(name))).toEqual([]);
});

describe('a sound document is left alone', () => {
  test.each(['strict', 'meta-minimum'] as const)('form and template under %s, with every law', (profile) => {
    expect([form(), template()].flatMap((document) => lint(document, { profile, laws: localLaws }))).toEqual([]);
  });

  test.each([
    [
      'a way out by button alone',
      { ...template(), footer: 'Acme', buttons: [{ type: 'quick_reply', text: 'Stop promotions' }] },
    ],
    ['a way out in brackets', template({ footer: 'Reply [STOP] to end.' })],
    [
      'utility without a way out',
      { ...template({ category: 'utility', body: 'Your order {{1}} is on its way.' }), footer: 'ACME GMBH, BERLIN' },
    ],
    ['a code', { kind: 'template', locale: 'pt_BR', category: 'authentication', body: '{{1}} é o seu código.' }],
    [
      'a box for the terms, ticked for nobody',
      form({ fields: [...form().fields, { label: 'Remember me', preTicked: true }] }),
    ],
  ] as const)('%s', (_, document) => {
    expect(lint(document, { profile: 'strict', laws: localLaws })).toEqual([]);
  });

  test.each([
    ['a name in capitals', { businessName: 'ACME' }],
    ['a name with an apostrophe', { businessName: 'L’Épicerie d’Été' }],
    ['a name in another script', { businessName: 'أكمي' }],
    ['a name with digits', { businessName: '7-Eleven' }],
  ])('%s', (_, { businessName }) => {
    const texts = ['en', 'fr', 'tr', 'hi'].map((language) =>
      JSON.parse(JSON.stringify(soundText(language)).replaceAll('Acme', businessName)),
    );
    expect(lint({ kind: 'notice', texts, purposes }, { profile: 'strict', laws: localLaws })).toEqual([]);
  });

  test.each(honestNotices.map((document) => [document.texts[0]?.businessName, document] as const))(
    'a notice as %s would write it',
    (_, document) => {
      expect(lint(document, { profile: 'strict' })).toEqual([]);
    },
  );

  test.each([
    ['en', '10 % off your next order'],
    ['en', 'A free coffee with your first order'],
    ['en', 'Join in and get a birthday gift, no purchase necessary'],
    ['es', '10 % de descuento en su próximo pedido'],
    ['es', 'Un café gratis al completar su primera compra'],
    ['pt', '10 % de desconto no próximo pedido'],
    ['fr', '10 % offerts sur votre prochaine commande'],
    ['de', '10 % auf die nächste Bestellung'],
    ['it', '10 % di sconto sul prossimo ordine'],
    ['hi', 'अगले ऑर्डर पर 10 % की छूट'],
    ['ar', 'خصم 10 % على طلبك القادم'],
    ['id', 'Diskon 10 % untuk pesanan berikutnya'],
    ['tr', 'Bir sonraki siparişinizde %10 indirim'],
  ])('an offer in %s: %s', (language, incentive) => {
    expect(lint(notice(language, { incentive }), { profile: 'strict' })).toEqual([]);
  });

  test('one purpose in the words of the agreement is enough for meta-minimum', () => {
    const words = {
      purposes: [{ purposeId: 'offers', text: 'offers and news' }],
      agreement: 'I agree to receive offers and news from Acme on WhatsApp.',
    };
    expect(lint(notice('en', words), { profile: 'meta-minimum' })).toEqual([]);
  });
});

describe('how grave a fault is', () => {
  const grave = (document: Parameters<typeof lint>[0], profile: 'strict' | 'meta-minimum') =>
    lint(document, { profile }).map(({ rule, severity }) => `${rule} ${severity}`);

  test('what the strict profile asks for beyond Meta is an error there and no more than a warning under meta-minimum', () => {
    const { businessName, locale } = soundText();
    const bare = {
      kind: 'notice',
      texts: [
        {
          locale,
          businessName,
          heading: 'Acme',
          agreement: 'I agree to receive {purposes} from Acme.',
          purposes: [{ purposeId: 'offers', text: 'offers' }],
        },
      ],
    } as const;
    expect(grave(bare, 'meta-minimum')).toEqual(['names-whatsapp warning', 'how-to-stop-missing warning']);
    expect(grave(bare, 'strict')).toEqual([
      'agreement-shows-number error',
      'names-whatsapp error',
      'how-to-stop-missing error',
      'frequency-missing error',
      'benefits-missing error',
      'privacy-missing error',
    ]);
  });

  test.each([
    ['consent that nobody gave', notice('en', { heading: 'By continuing you agree' }), 'bundled-consent error'],
    ['a stop word that we do not hear', notice('en', { howToStop: 'Send ENOUGH.' }), 'stop-word-understood error'],
    [
      'a box ticked already',
      form({ fields: [{ purposeId: 'offers', label: 'I want offers', preTicked: true }] }),
      'pre-ticked error',
    ],
  ])('%s is an error under both profiles', (_, document, expected) => {
    expect([grave(document, 'strict'), grave(document, 'meta-minimum')]).toEqual([[expected], [expected]]);
  });

  test('a business called by a stop word is warned, and may publish', () => {
    const document = JSON.parse(JSON.stringify(notice('en')).replaceAll('Acme', 'Full Stop Studio and Stop Now'));
    expect(grave(document, 'strict')).toEqual(['keyword-in-agreement warning']);
  });

  test('a name spelled anew in another script is a warning', () => {
    const arabic = JSON.parse(JSON.stringify(soundText('ar')).replaceAll('Acme', 'أكمي'));
    expect(grave({ kind: 'notice', texts: [soundText(), arabic], purposes }, 'strict')).toEqual([
      'business-name-differs warning',
    ]);
  });
});

test('every finding says where, what and how to mend it', () => {
  const findings = plantedDocuments.flatMap(([, document, , by]) => lint(document, { profile: 'strict', ...by }));
  for (const { pointer, detail, fix } of findings) {
    expect(pointer).toMatch(/^(?:\/[^/~]+)*$/);
    expect(detail).toMatch(/[.?]$/);
    expect(fix).toMatch(/[.”)]$/);
  }
});

describe('a rule is content with its own advice', () => {
  const advice = (rule: string, document: Parameters<typeof lint>[0]) =>
    /“([^”]+)”/.exec(
      lint(document, { profile: 'strict', laws: localLaws }).find((each) => each.rule === rule)?.fix ?? '',
    )?.[1] ?? '';

  test.each([
    ['how-to-stop-missing', without('howToStop'), (howToStop: string) => notice('en', { howToStop })],
    ['eu-withdrawal', without('howToStop'), (howToStop: string) => notice('en', { howToStop })],
    ['frequency-missing', without('frequency'), (frequency: string) => notice('en', { frequency })],
    ['us-not-a-condition', notice('en', { howToStop: 'Send STOP.' }), (benefits: string) => notice('en', { benefits })],
    ['template-way-out', template({ footer: 'Acme' }), (footer: string) => template({ footer })],
    [
      'purpose-vague',
      notice('en', { purposes: [{ purposeId: 'offers', text: 'updates' }] }),
      (text: string) => notice('en', { purposes: [{ purposeId: 'offers', text }] }),
    ],
  ] as const)('%s', (rule, faulty, mended) => {
    const words = advice(rule, faulty);
    expect(words).not.toBe('');
    expect(
      listed(lint(mended(words), { profile: 'strict', laws: localLaws })).filter((found) => found.startsWith(rule)),
    ).toEqual([]);
  });
});
