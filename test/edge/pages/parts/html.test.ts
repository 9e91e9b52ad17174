import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../../../lambdas/domain/markup.ts';
import { html, trustedMarkup } from '../../../../lambdas/edge/pages/parts/html.ts';
import { ownPath, pageLink } from '../../../../lambdas/edge/pages/parts/page-link.ts';
import { hostileTexts } from '../../../support/pages/hostile-texts.ts';
import { readMarkup } from '../../../support/pages/read-markup.ts';

describe('html', () => {
  it('escapes text and attributes, passes markup, joins lists, and leaves undefined out', () => {
    const inner = html`<b>${'<'}</b>`;
    const page = html`<p title="${`"'&`}">${inner}${[1, '&', undefined, inner]}${undefined}</p>`;
    expect(String(page)).toBe('<p title="&#34;&#39;&#38;"><b>&#60;</b>1&#38;<b>&#60;</b></p>');
    expect(String(html`<p>${trustedMarkup('<i>ours</i>')}</p>`)).toBe('<p><i>ours</i></p>');
  });

  it.each(hostileTexts.map((text) => [JSON.stringify(text), text] as const))('keeps %s what it is', (_, text) => {
    const seen = readMarkup(String(html`<p title="${text}">${text}</p>`));
    expect(seen.map(({ tag }) => tag)).toEqual(['p', '', '/p']);
    expect([...(seen[0]?.attributes.keys() ?? [])]).toEqual(['title']);
    expect(escapeMarkup(text)).not.toMatch(/[<>"'`\0]/);
    expect(escapeMarkup(text).isWellFormed()).toBe(true);
  });

  it('refuses to put a value where escaping does not help', () => {
    for (const attribute of ['href', 'src', 'action', 'formaction', 'HREF']) {
      const strings = Object.assign([`<a ${attribute}="`, '">'], { raw: [] }) as unknown as TemplateStringsArray;
      expect(() => html(strings, 'javascript:alert(1)')).toThrow('PageLink');
      expect(() => html(strings, trustedMarkup('x'))).toThrow('PageLink');
      expect(String(html(strings, ownPath('/o/x')))).toContain('"/o/x"');
    }
    expect(() => html`<p title=${'x y'}>`).toThrow('without quotes');
    expect(() => html`<a href="${undefined}">`).toThrow('PageLink');
  });
});

describe('pageLink', () => {
  it.each(['/o/abc', '/o/abc?lang=de&utm_source=x%20y', 'https://wa.me/5255?text=a', 'https://acme.example/privacy#a'])(
    'takes %s',
    (url) => {
      expect(pageLink(url)?.url).toBe(url);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'http://acme.example',
    'https:acme.example',
    'https:/acme.example',
    ' https://acme.example',
    'https://user@evil.example',
    'https://acme.example:pass@evil.example',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'o/abc',
    '',
    '#',
    'https://',
    'ftp://acme.example',
  ])('does not take %j', (url) => {
    expect(pageLink(url)).toBeUndefined();
  });

  it('throws for a path of ours that is none', () => {
    expect(() => ownPath('//evil.example')).toThrow();
    expect(() => ownPath('https://acme.example')).toThrow();
  });
});
