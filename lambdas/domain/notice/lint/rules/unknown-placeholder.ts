import { pieceRule } from '../rule.ts';

const place = /\{[^{}]{0,60}\}/g;

/**
 * `{purposes}` and `{number}` are filled in, once each, and only in the agreement of a notice. Anything else in braces would be
 * read as it stands, and a second list of purposes would say the same twice. Source: ours.
 */
export const unknownPlaceholder = pieceRule('unknown-placeholder', 'all', ({ role, text }) => {
  const known = role === 'agreement' ? ['{purposes}', '{number}'] : [];
  const places = (text.replace(/\{\{[^{}]*\}\}|\$\{[^{}]*\}/g, '').match(place) ?? []).filter((each) => each !== '');
  const unknown = places.find((each) => !known.includes(each));
  const twice = places.find((each, at) => places.indexOf(each) !== at);
  if (unknown === undefined && twice === undefined) return undefined;
  return unknown === undefined
    ? { severity: 'error', detail: `${twice} stands there twice.`, fix: `Leave one ${twice}.` }
    : {
        severity: 'error',
        detail: `Nothing is ever filled in for ${unknown} here.`,
        fix: 'Use {purposes} and {number} in the agreement, and plain words everywhere else.',
      };
});
