import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * A box to untick, or messages unless somebody objects. Source: GDPR recital 32 and CJEU C-673/17 Planet49 (a box that is ticked
 * already is no consent); CASL, CRTC Information Bulletin 2012-549 (no toggling to opt out); DoubleTick ("active opt-in").
 */
export const consentBySilence = wordRule(
  'consent-by-silence',
  ['heading', 'agreement', 'purpose', 'incentive', 'benefits', 'privacy', 'form-text', 'label', 'other-label'],
  ({ text }, words) => {
    const found = findPhrase(text, words.silence);
    return found === undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}”: doing nothing would be a yes.`,
          fix: 'Leave every box empty, and let a tick mean yes.',
        };
  },
);
