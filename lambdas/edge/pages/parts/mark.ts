import { trustedMarkup } from './html.ts';

/** Done: a tick in a disc. */
export const doneMark = trustedMarkup(
  '<svg class="done" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="currentColor" opacity=".15"/><path fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="m12.5 20.5 5 5 10-10.5"/></svg>',
);
