import { escapeMarkup } from '../../../domain/markup.ts';
import { PageLink } from './page-link.ts';

/** Markup that is safe to put on a page. Only `html` and `trustedMarkup` make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** What a template takes: text and numbers are escaped, markup passes, lists are joined, `undefined` is nothing. */
export type HtmlValue = Html | PageLink | string | number | undefined | readonly HtmlValue[];

/** A value here would be read as an address, where escaping alone does not help: `javascript:`, another host. */
const beforeAddress = /\s(?:href|src|action|formaction|poster|data|cite|ping|srcset|xlink:href)\s*=\s*["']?$/i;
/** A value here would not be inside quotes, where a blank ends it. */
const beforeUnquoted = /=\s*$/;

/**
 * A page template that escapes everything by default, in text and in quoted attributes alike. Addresses take a `PageLink` only.
 * Whoever writes a template with a value in an unsafe place gets an exception instead of a page.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = squeezed(strings[0] ?? '');
  for (const [index, value] of values.entries()) {
    const before = strings[index] ?? '';
    if (beforeUnquoted.test(before)) throw new Error('A template has a value in an attribute without quotes.');
    if (beforeAddress.test(before) && !(value instanceof PageLink)) {
      throw new Error('A template has a value in an address that is not a PageLink.');
    }
    markup += render(value) + squeezed(strings[index + 1] ?? '');
  }
  return new Html(markup);
}

/** Markup that we wrote or generated ourselves, such as an SVG of ours. Never anything that came from outside. */
export function trustedMarkup(markup: string): Html {
  return new Html(markup);
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (value instanceof PageLink) return escapeMarkup(value.url);
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkup(String(value));
  return value.map(render).join('');
}

/** Our own indentation is not sent to phones. */
function squeezed(template: string): string {
  return template.replace(/\n\s*/g, '\n');
}
