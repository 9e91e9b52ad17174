import { matchKeyword } from '../../../keywords/match-keyword.ts';
import { pieceRule } from '../rule.ts';

const leftover =
  /\[[^\][]{1,60}\](?!\()|\{\{[^{}]{0,60}\}\}|\$\{[^{}]{0,60}\}|%[a-z_]{2,30}%|<<[^<>]{1,60}>>|_{3,}|\blorem ipsum\b|\b(?:TODO|TBD|FIXME|XXX+)\b|\b(?:your|my) (?:business|company|brand) name\b/;
const variable = /\{\{[^{}]{0,60}\}\}/g;

/**
 * A place that somebody forgot to fill in: `[business]`, `{{1}}`, `lorem ipsum`, `TODO`. In the body of a template `{{1}}` is a
 * variable and fine; in its footer and buttons Meta takes none. A keyword in brackets (`[STOP]`) is
 * left alone. Source: ours; Meta, "Template components".
 */
export const leftoverPlaceholder = pieceRule('leftover-placeholder', 'all', ({ role, text }) => {
  const found = leftover.exec(role === 'body' ? text.replace(variable, '') : text);
  return found === null || matchKeyword(found[0]).answer === 'clear'
    ? undefined
    : {
        severity: 'error',
        detail: `“${found[0]}” was left to be filled in.`,
        fix: 'Write what belongs there.',
      };
});
