import { directionOf } from '../../../domain/notice/direction.ts';
import { type Html, html } from './html.ts';

/** What is said above everything. */
export interface Alert {
  readonly words: string;
  /** BCP 47, where it is not the language of the page. */
  readonly locale?: string;
}

/** What is wrong with a form, with a link to each field. */
export function alertBox({ words, locale }: Alert, faults: { readonly [field: string]: string } = {}): Html {
  const items = Object.entries(faults).map(([field, fault]) => html`<li><a href="#${field}">${fault}</a></li>`);
  const language = locale === undefined ? undefined : html` lang="${locale}" dir="${directionOf(locale)}"`;
  return html`<div class="alert" role="alert"${language}>${words}${items.length === 0 ? undefined : html`<ul>${items}</ul>`}</div>`;
}
