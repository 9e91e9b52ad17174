import { useId, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { signupsWords } from './words/signups-words.ts';

export interface SignupPreviewProps {
  readonly message: string;
  readonly confirmation: string;
  readonly promoCode?: string | undefined;
  readonly website?: string | undefined;
  /** Of the words that are the business's own. */
  readonly locale: string;
}

/** Meta's screen with the business's words, and what comes after the tap. Frame and buttons are WhatsApp's, in the language of the page. */
export function SignupPreview({ message, confirmation, promoCode = '', website, locale }: SignupPreviewProps) {
  const t = useWords(signupsWords);
  const { displayName, brand } = useApp();
  const [isIn, setIn] = useState(false);
  const title = useId();
  const own = { lang: locale, dir: 'auto' } as const;
  const answer = confirmation.replaceAll('{{promo_code}}', promoCode);
  const face =
    brand?.logo === undefined ? (
      <span class="phone-face" aria-hidden="true">
        {[...displayName][0]}
      </span>
    ) : (
      <img class="phone-face" src={brand.logo.path} alt="" />
    );
  return (
    <section class="first-chat" aria-label={t.phone}>
      <div class="preview-head">
        <h2>{t.phone}</h2>
      </div>
      <div class="phone still signup-phone">
        <div class="phone-screen" inert={!isIn}>
          <header class="phone-head">
            {face}
            <strong>
              <bdi>{displayName}</bdi>
            </strong>
          </header>
          <div class="phone-lines">
            <ol aria-live="polite">
              {isIn && answer.trim() !== '' && (
                <li class="bubble business">
                  <p {...own}>{answer}</p>
                </li>
              )}
            </ol>
          </div>
        </div>
        {!isIn && (
          <div class="sheet-over">
            <section class="sheet signup-sheet" aria-labelledby={title}>
              {face}
              <h3 id={title}>{fill(t.from, { name: displayName })}</h3>
              <p {...own} class="signup-words">
                {message}
              </p>
              <p class="small">
                <span class="signup-link">{t.policy}</span>
                {website !== undefined && website !== '' && (
                  <>
                    {' · '}
                    <bdi dir="ltr">{hostOf(website)}</bdi>
                  </>
                )}
              </p>
              <Button look="primary" onClick={() => setIn(true)}>
                {t.signUp}
              </Button>
              <span class="signup-not-now">{t.notNow}</span>
            </section>
          </div>
        )}
      </div>
      <p class="small" aria-live="polite">
        {isIn ? t.afterSignUp : t.pressIt}
      </p>
      {isIn && <Button onClick={() => setIn(false)}>{t.again}</Button>}
      <p class="small">{t.drawn}</p>
    </section>
  );
}

const hostOf = (address: string): string => URL.parse(address)?.host ?? address;
