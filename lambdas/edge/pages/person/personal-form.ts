import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import { type Html, html } from '../parts/html.ts';
import { ownPath, type PageLink } from '../parts/page-link.ts';
import type { SeenNotice } from '../points/seen-notice.ts';

/** What every page behind a personal link has: its address, and what its forms carry back. */
export interface LinkPage {
  /** The sealed link. */
  readonly sealed: string;
  /** BCP 47 of what is shown. */
  readonly locale: string;
  readonly brand: ShownBrand;
  /** Absent where no notice is shown. */
  readonly seen?: SeenNotice;
  /** Names this showing of the page: a form that is sent twice is one act. */
  readonly act: string;
  /** Epoch milliseconds. */
  readonly shownAt: number;
}

/** Where the page of a link is. */
export function linkPath(sealed: string): string {
  return `/me/${sealed}`;
}

/** The same in a language, with what the person did a moment ago. */
export function linkPathIn(sealed: string, locale: string, done?: string): string {
  return `${linkPath(sealed)}?${new URLSearchParams({ lang: locale, ...(done !== undefined && { done }) })}`;
}

/** Where the forms of the page go. */
export function formAddress({ sealed, locale }: LinkPage): PageLink {
  return ownPath(linkPathIn(sealed, locale));
}

/** What was shown, for the evidence. Who is meant never stands in a field: only the link says it. */
export function hiddenFields({ act, shownAt, seen }: LinkPage): readonly Html[] {
  const fields = {
    act,
    'shown-at': String(shownAt),
    ...(seen !== undefined && {
      version: String(seen.notice.version),
      locale: seen.text.locale,
      hash: seen.notice.hashes[seen.text.locale] ?? '',
    }),
  };
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}
