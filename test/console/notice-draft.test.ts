import { describe, expect, test } from 'vitest';
import { suggestedColours } from '../../console/src/brand/suggested-colours.ts';
import { changesBetween, piecesOf } from '../../console/src/notices/changes.ts';
import {
  at,
  countOf,
  fieldOf,
  type NoticeText,
  noticeValues,
  proposalOf,
  withoutText,
} from '../../console/src/notices/draft.ts';
import { paletteOf } from '../../console/src/preview/colours.ts';
import { accentFaults, contrastIn, paletteOf as palette, plainAccent } from '../../lambdas/domain/brand/accent.ts';

const text = (locale: string, more: Partial<NoticeText> = {}): NoticeText => ({
  locale,
  businessName: 'Luna',
  heading: `Heading ${locale}`,
  agreement: 'I agree to receive {purposes} from Luna on WhatsApp at {number}.',
  purposes: [
    { purposeId: 'news', text: `news ${locale}` },
    { purposeId: 'offers', text: `offers ${locale}` },
  ],
  howToStop: 'Send STOP.',
  privacy: { text: 'Privacy.', url: 'https://luna.shop/privacy' },
  ...more,
});

describe('a notice in a form', () => {
  const texts = [text('en'), text('es', { incentive: '10 %' }), text('ar')];
  const values = noticeValues({ profile: 'strict', texts }, 3);

  test('comes out of it as it went in, in its own order', () => {
    expect(proposalOf(values, 'spring')).toEqual({ noticeId: 'spring', profile: 'strict', laws: [], texts });
  });

  test('leaves out what is empty and optional, and sends what is empty and needed', () => {
    const emptied = {
      ...values,
      [at(0, 'howToStop')]: ' ',
      [at(0, 'heading')]: '',
      [at(0, 'privacy/text')]: '',
      [at(0, 'privacy/url')]: '',
    };
    const [first] = proposalOf(emptied, 'spring').texts;
    expect(first).not.toHaveProperty('howToStop');
    expect(first).not.toHaveProperty('privacy');
    expect(first?.heading).toBe('');
  });

  test.each([
    ['/texts/1/purposes/1/text', '/texts/1/purposes/offers'],
    ['/texts/1/purposes/0', '/texts/1/purposes/news'],
    ['/texts/1/purposes', '/texts/1/purposes'],
    ['/texts/2/privacy/url', '/texts/2/privacy/url'],
  ])('finds the field of %s', (pointer, field) => expect(fieldOf(pointer, values)).toBe(field));

  test.each([0, 1, 2])('loses its text %i, and only that', (n) => {
    const left = { ...values, ...withoutText(values, n) };
    expect(countOf(left)).toBe(2);
    expect(proposalOf(left, 'spring').texts).toEqual(texts.filter((_, index) => index !== n));
  });
});

describe('two versions', () => {
  test('differ by language and part', () => {
    const before = [text('en'), text('es'), text('de')];
    const after = [text('en', { heading: 'New' }), text('es'), text('ar')];
    expect(changesBetween(before, after)).toEqual([
      { locale: 'en', kind: 'changed', parts: ['heading'] },
      { locale: 'ar', kind: 'added', parts: [] },
      { locale: 'de', kind: 'removed', parts: [] },
    ]);
    const renamed = text('en', { purposes: [{ purposeId: 'news', text: 'tips' }] });
    expect(changesBetween([text('en')], [renamed])).toEqual([{ locale: 'en', kind: 'changed', parts: ['purposes'] }]);
  });

  test.each([
    ['Messages from Luna on WhatsApp', 'News from Luna on WhatsApp'],
    ['', 'New'],
    ['Gone', ''],
    ['a b c', 'c b a'],
  ])('%j and %j are both whole in their pieces', (older, newer) => {
    const pieces = piecesOf(older, newer);
    const side = (without: string) => pieces.filter(({ kind }) => kind !== without).map((piece) => piece.text);
    expect(side('new').join('')).toBe(older);
    expect(side('gone').join('')).toBe(newer);
  });

  test('have in common what did not change', () => {
    expect(piecesOf('Messages from Luna', 'News from Luna')).toEqual([
      { text: 'Messages ', kind: 'gone' },
      { text: 'News ', kind: 'new' },
      { text: 'from Luna', kind: 'same' },
    ]);
  });
});

describe('colours', () => {
  test.each([
    { accent: '#ffd700' },
    { accent: '#202020' },
    { accent: '#ffd700', accentDark: '#101010' },
    { accent: '#0b57d0', accentDark: '#000000' },
  ])('the API suggests for %j pass', (brand) => {
    const faults = accentFaults(brand, '/brand');
    expect(faults.length).toBeGreaterThan(0);
    const suggested = suggestedColours(faults);
    for (const { pointer } of faults) {
      const { nearest = '', forDark, ratio, isFaintInDark } = suggested[pointer] ?? {};
      const colour = pointer === '/brand/accentDark' ? brand.accentDark : brand.accent;
      expect(isFaintInDark).toBe(pointer === '/brand/accentDark' || contrastIn('light', colour ?? '').passes);
      expect(contrastIn(pointer === '/brand/accentDark' ? 'dark' : 'light', nearest).passes).toBe(true);
      if (forDark !== undefined) expect(contrastIn('dark', forDark).passes).toBe(true);
      expect(ratio).toMatch(/^\d+\.\d\d:1$/);
    }
  });

  test.each(['#000000', '#ffffff', '#777777', '#767676', '#e8590c', '#0b57d0', '#FFD700'])(
    'of a page with %s are those of the preview',
    (accent) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { on } = palette(accent, scheme);
        expect(paletteOf({ accent }, scheme)).toEqual({ accent, on });
        expect(paletteOf({ accent: '#12' }, scheme).accent).toBe(plainAccent[scheme]);
      }
    },
  );
});
