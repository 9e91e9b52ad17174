import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../lambdas/domain/brand/clean-svg.ts';
import { hostileSvgs } from '../../support/pages/hostile-svgs.ts';
import { moon } from '../../support/pages/pictures.ts';

const markupOf = (text: string): string => {
  const cleaned = cleanSvg(text);
  return cleaned === undefined || 'fault' in cleaned ? JSON.stringify(cleaned) : cleaned.markup;
};
const drawn = (inner: string): string => markupOf(`<svg viewBox="0 0 9 9">${inner}</svg>`);
const rooted = (inner: string) => whole(inner).replace('"0 0 9 9"', '"0 0 9 9" stroke="#777"');
const whole = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">${inner}</svg>`;

describe('a drawing', () => {
  it('as programs write it is kept, with its styles as attributes', () => {
    expect(markupOf(moon)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" id="moon" viewBox="0 0 64 64" width="64" height="64">' +
        '<circle cx="32" cy="32" r="32" fill="#5B2A86"/>' +
        '<path d="M40 12a20 20 0 1 0 12 30A22 22 0 0 1 40 12z" fill="#F7D354" stroke="none"/></svg>',
    );
  });

  it('keeps gradients, clips and copies of its own', () => {
    const inner =
      '<defs><linearGradient id="g" x1="0%" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="rgb(1, 2, 3)"/></linearGradient>' +
      '<clipPath id="c"><rect width="9" height="9"/></clipPath></defs>' +
      '<g clip-path="url(#c)"><path id="p" d="M0 0h9v9z" fill="url(#g)"/><use x="1" href="#p"/></g>';
    expect(drawn(inner)).toBe(whole(inner));
    expect(drawn('<path id="p" d="M0 0"/><use xlink:href="#p"/>')).toBe(
      whole('<path id="p" d="M0 0"/><use href="#p"/>'),
    );
    expect(drawn(`<rect fill="url('#g')"/>`)).toBe(whole('<rect fill="url(#g)"/>'));
  });

  it('keeps what stands in links and switches, and words as words', () => {
    expect(drawn('<a href="https://x.example"><switch><rect/></switch></a>')).toBe(whole('<g><g><rect/></g></g>'));
    expect(drawn('<text x="1">A &amp; B &lt;b&gt; &#x2603;</text>')).toBe(
      whole('<text x="1">A &#38; B &#60;b&#62; ☃</text>'),
    );
  });

  it('takes its looks from the rule that says most exactly whom it means, and from its own style last', () => {
    const sheet =
      '<style>circle{stroke:#666}#i{fill:#111}.a{fill:#222;opacity:.5}.b{fill:#333}rect{fill:#444;stroke:#555}*{stroke:#777}</style>';
    expect(drawn(`${sheet}<rect id="i" class="b a"/>`)).toBe(
      rooted('<rect id="i" stroke="#555" fill="#111" opacity=".5"/>'),
    );
    expect(drawn(`${sheet}<rect class="a b"/>`)).toBe(rooted('<rect stroke="#555" fill="#333" opacity=".5"/>'));
    expect(drawn(`${sheet}<circle class="b" style="fill: #777 !important"/>`)).toBe(
      rooted('<circle stroke="#666" fill="#777"/>'),
    );
    expect(
      drawn(
        '<style>g rect{fill:#111}.a:hover{fill:#222}@media print{.a{fill:#333}}/* .a{fill:#444}</style><rect class="a"/>',
      ),
    ).toBe(whole('<rect/>'));
  });

  it.each([
    ['viewBox="0 0 2000 500"', 1024, 256, '0 0 2000 500'],
    ['viewBox="0,0,20,10" width="100%"', 20, 10, '0 0 20 10'],
    ['viewBox="0 0 20 10" width="200"', 200, 100, '0 0 20 10'],
    ['viewBox="0 0 20 10" height="1in"', 192, 96, '0 0 20 10'],
    ['width="30px" height="40pt"', 30, 53, '0 0 30 53.33'],
    ['viewBox="0 0 0.001 0.002"', 1, 1, '0 0 0.001 0.002'],
  ])('with %s has its size', (given, width, height, viewBox) => {
    const cleaned = cleanSvg(`<svg ${given}><rect/></svg>`);
    expect(cleaned).toMatchObject({ width, height });
    expect(cleaned).toHaveProperty('markup', expect.stringContaining(`viewBox="${viewBox}"`));
  });

  it.each([
    ['', 'It says no size. Give it a viewBox, or width and height in pixels.'],
    ['viewBox="0 0 9"', 'It says no size. Give it a viewBox, or width and height in pixels.'],
    ['viewBox="0 0 -9 9" width="1e9"', 'It says no size. Give it a viewBox, or width and height in pixels.'],
  ])('with %j has none', (given, fault) => {
    expect(cleanSvg(`<svg ${given}><rect/></svg>`)).toEqual({ fault });
  });

  it.each([
    [
      '<svg viewBox="0 0 1 1"/>',
      'Nothing that draws is left in it. Save it as plain shapes, without scripts and pictures.',
    ],
    [
      '<svg viewBox="0 0 1 1"><image href="data:image/png;base64,AA"/></svg>',
      'Nothing that draws is left in it. Save it as plain shapes, without scripts and pictures.',
    ],
    ['<svg viewBox="0 0 1 1"><rect></svg>', 'The element svg ends where it is not open.'],
    ['<svg viewBox="0 0 1 1"><rect/>', 'The element svg is not ended.'],
    ['<svg viewBox="0 0 1 1"><rect/>\n<rect x=1/></svg>', 'It is not well-formed XML: look at line 2.'],
    ['<svg viewBox="0 0 1 1"><rect x="1" x="2"/></svg>', 'An element has x twice.'],
    [
      '<svg viewBox="0 0 1 1"><text>&nbsp;</text></svg>',
      'It uses an entity that XML itself does not have. Write the character.',
    ],
    ['<svg viewBox="0 0 1 1"/><svg/>', 'There is not one element that holds the others.'],
    ['words <svg viewBox="0 0 1 1"/>', 'There is text outside of the drawing.'],
    [`<svg viewBox="0 0 1 1">${'<g>'.repeat(64)}`, 'Elements stand in one another more than 63 levels deep.'],
  ])('%s cannot be used, and why is said', (text, fault) => {
    expect(cleanSvg(text)).toEqual({ fault });
  });

  it('may refer to itself as long as it can be drawn', () => {
    const squares = (count: number) => `<g id="a">${'<rect/>'.repeat(99)}</g>${'<use href="#a"/>'.repeat(count)}`;
    expect(drawn(squares(180))).toContain('<use');
    expect(drawn(squares(220))).toContain('too long to draw');
  });
});

/** Every tag that may be in what is served, in its exact form. */
const ours =
  /<\/?(?:svg|g|defs|symbol|use|path|rect|circle|ellipse|line|poly(?:line|gon)|(?:linear|radial)Gradient|stop|clipPath|mask|pattern|text|tspan)((?: [\w-]+="[\w #.,%()+-]*")*)\/?>/g;

function expectHarmless(markup: string): void {
  const rest = markup.replace(' xmlns="http://www.w3.org/2000/svg"', '').replace(ours, (_, attributes: string) => {
    for (const [, name = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
      expect(name).not.toMatch(/^(?:on|style$|class$|src$|attributeName$)/i);
      if (name === 'href') expect(value).toMatch(/^#[\w.-]+$/);
      expect(value.replace(/url\(#[\w.-]+\)/g, '')).not.toMatch(/url/i);
    }
    return '';
  });
  expect(rest).not.toMatch(/[<>"']/);
}

describe('a drawing that wants to be more', () => {
  it('comes in a hundred kinds', () => {
    expect(new Set(hostileSvgs).size).toBe(100);
  });

  it.each(hostileSvgs.map((text) => [text]))('only draws, or is refused: %s', (text) => {
    const cleaned = cleanSvg(text);
    if (cleaned === undefined || 'fault' in cleaned) return;
    expectHarmless(cleaned.markup);
    expect(cleaned.markup).not.toMatch(/script|alert|evil|javascript|@import/i);
    // What was harmless in it is still there.
    expect(cleaned.markup).toMatch(/<rect [^>]*width="1/);
  });

  it('is refused where it grows without end', () => {
    const grows = hostileSvgs.slice(-6, -1).map((text) => cleanSvg(text));
    for (const each of grows) expect(each).toHaveProperty('fault');
  });

  it('only draws, whatever it is pieced together of', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        ' ',
        '&',
        ';',
        '#x3c;',
        '<g',
        '<rect',
        '<use',
        '<style>',
        '</style>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
      ],
      ...[
        '</g>',
        '</svg>',
        '<svg viewBox="0 0 1 1">',
        'href',
        'onload',
        'fill',
        'style',
        'url(',
        'url(#a)',
        'javascript:',
        '@import',
        '{',
        '}',
        '\\',
        '\n',
        'x',
      ],
      ...[
        '<rect width="1"/>',
        '&lt;script&gt;',
        '<text>',
        '</text>',
        '<?x',
        '?>',
        'xmlns:a',
        '\u0000',
        '\u202e',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const cleaned = cleanSvg(`<svg viewBox="0 0 1 1"><rect width="1"/>${pieces.join('')}</svg>`);
        if (cleaned !== undefined && 'markup' in cleaned) expectHarmless(cleaned.markup);
      }),
      { numRuns: 3000 },
    );
  });
});
