import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accentFaults,
  contrastIn,
  grounds,
  nearestAccent,
  paletteOf,
  plainAccent,
  schemes,
} from '../../../lambdas/domain/brand/accent.ts';
import { contrast, fromOklab, mixed, parseColour, toOklab } from '../../../lambdas/domain/brand/colour.ts';
import { styles } from '../../../lambdas/edge/pages/parts/styles.ts';

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#777777')).toBe(1);
    // The grey that is known for passing by a hair, and the one beside it.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#ff0000')).toBeCloseTo(4.0, 2);
  });

  it('takes no colour of another form', () => {
    for (const text of ['red', '#fff', '#12345', '#12345g', '#1234567', 'url(x)', '']) {
      expect(() => parseColour(text), text).toThrow();
    }
  });
});

describe('a colour', () => {
  it('comes back from Oklab as it was', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        expect(fromOklab(toOklab(hex))).toBe(hex);
      }),
    );
  });

  it('is mixed by parts', () => {
    expect(mixed('#000000', 0.08, '#ffffff')).toBe('#ebebeb');
    expect(mixed('#ff0000', 1, '#ffffff')).toBe('#ff0000');
  });
});

describe('the nearest accent', () => {
  it('always passes where it is wanted, and is the colour itself when that passes', () => {
    const wanted = fc.constantFrom(['light'] as const, ['dark'] as const, schemes);
    fc.assert(
      fc.property(colour, wanted, (hex, where) => {
        const near = nearestAccent(hex, where);
        for (const scheme of where) expect(contrastIn(scheme, near).passes, `${hex} ${near} ${scheme}`).toBe(true);
        if (where.every((scheme) => contrastIn(scheme, hex).passes)) expect(near).toBe(hex);
      }),
    );
  });

  it('keeps the hue: a yellow becomes a dark yellow, a navy a lighter blue', () => {
    expect(nearestAccent('#ffd700', ['light'])).toBe('#a78c08');
    expect(nearestAccent('#0b1f4d', schemes)).toBe('#526ca1');
    expect(nearestAccent('#000000', ['dark'])).toBe('#6c6c6c');
  });
});

describe('a palette', () => {
  it('can be read: words on the button at rest and pressed, the button and the tick on card and tint', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...schemes), (hex, scheme) => {
        const { accent, on, press, tint } = paletteOf(nearestAccent(hex, [scheme]), scheme);
        for (const button of [accent, press]) {
          expect(contrast(on, button)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(button, grounds[scheme])).toBeGreaterThanOrEqual(3);
        }
        expect(contrast(accent, tint)).toBeGreaterThanOrEqual(3);
        expect(contrast(scheme === 'light' ? '#16202e' : '#e9eef4', tint)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('of a business that named no colour is the one of the style sheet, whose cards are the grounds', () => {
    for (const scheme of schemes) {
      const palette = Object.entries(paletteOf(plainAccent[scheme], scheme));
      const [rule = ''] = styles
        .split('\n')
        .filter((line) => line.startsWith(scheme === 'light' ? ':root{' : '@media (prefers'));
      for (const [name, value] of palette) expect(rule).toContain(`--${name}:${value};`);
      expect(rule).toContain(`--card:${scheme === 'light' ? '#fff' : grounds.dark};`);
    }
  });
});

describe('faults of an accent', () => {
  const detailOf = (brand: object) =>
    accentFaults(brand, '/brand').map(({ pointer, code, detail }) => [pointer, code, detail]);

  it('none: what passes in both schemes, or in each with a colour of its own', () => {
    expect(accentFaults({}, '/brand')).toEqual([]);
    expect(accentFaults({ accent: '#e8590c' }, '/brand')).toEqual([]);
    expect(accentFaults({ accent: '#000000', accentDark: '#ffffff' }, '/brand')).toEqual([]);
  });

  it('says by how much a colour fails and which one is nearest', () => {
    expect(detailOf({ accent: '#ffd700' })).toEqual([
      [
        '/brand/accent',
        'low-contrast',
        'In the light scheme #ffd700 has a contrast of 1.36:1 to what is behind it; buttons and ticks need 3:1. The nearest that passes in light and dark is #a78c08.',
      ],
    ]);
  });

  it('offers a colour for the dark to whoever fails only there', () => {
    expect(detailOf({ accent: '#0b57d0' })).toEqual([
      [
        '/brand/accent',
        'low-contrast',
        'In the dark scheme #0b57d0 has a contrast of 2.50:1 to what is behind it; buttons and ticks need 3:1. The nearest that passes in light and dark is #1e66e1. Or keep it and add accentDark, for example #1e66e1.',
      ],
    ]);
  });

  it('measures the colour for the dark in the dark alone, and the other in the light alone', () => {
    expect(detailOf({ accent: '#ffffff', accentDark: '#000000' }).map(([pointer]) => pointer)).toEqual([
      '/brand/accent',
      '/brand/accentDark',
    ]);
  });

  it('names a nearest that would be taken', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        for (const { detail } of accentFaults({ accent }, '')) {
          const [, both = '', dark] =
            /nearest that passes in light and dark is (#\w{6})\.(?:.*example (#\w{6}))?/.exec(detail) ?? [];
          expect(accentFaults({ accent: both }, '')).toEqual([]);
          if (dark !== undefined) expect(accentFaults({ accent, accentDark: dark }, '')).toEqual([]);
        }
      }),
    );
  });
});
