import { trustedMarkup } from '../pages/parts/html.ts';

/** Shapes in a square of 40: a speech bubble with a tick. Not Meta's logo. */
const markShapes = {
  bubble:
    'M20 9c6.6 0 11.5 4.5 11.5 10.3S26.6 29.6 20 29.6c-1.4 0-2.7-.2-3.9-.6L10.3 31.5l1.5-5.2c-2-1.8-3.3-4.2-3.3-7C8.5 13.5 13.4 9 20 9z',
  tick: 'm15.2 19.4 3.4 3.4 6.3-6.5',
} as const;

/** The mark of OptLedger on a tinted tile: on its own documentation, and nowhere that a business shows to people. */
export const mark = trustedMarkup(
  `<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="11" fill="currentColor" opacity=".12"/><path fill="currentColor" d="${markShapes.bubble}"/><path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="${markShapes.tick}"/></svg>`,
);
