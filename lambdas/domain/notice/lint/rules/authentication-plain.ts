import { matchStopPayload } from '../../../keywords/match-keyword.ts';
import { promisedWords } from '../promised-words.ts';
import { pieceRule } from '../rule.ts';

/**
 * An authentication template holds the code and what Meta prescribes around it: no link, no emoji, no way out of its own. Somebody
 * who stops by it would lose their codes without meaning to. Source: Meta, "Authentication templates" (fixed text; URLs, media and
 * emojis are not supported).
 */
export const authenticationPlain = pieceRule(
  'authentication-plain',
  ['body', 'footer', 'button'],
  ({ text }, { document }) => {
    if (document.kind !== 'template' || document.category !== 'authentication') return undefined;
    const foreign = /https?:\/\/|www\.|\p{Extended_Pictographic}/u.exec(text)?.[0];
    const stop = promisedWords(text).find(({ means }) => means === 'stop')?.word ?? (matchStopPayload(text) && text);
    return foreign === undefined && stop === undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${foreign ?? stop}” does not belong into an authentication template.`,
          fix: 'Leave the code and Meta’s own words.',
        };
  },
);
