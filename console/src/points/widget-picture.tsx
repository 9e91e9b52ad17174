import type { components } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Point } from './points.ts';
import type { WidgetLook } from './widget-tag.ts';
import { widgetWordsOf } from './widget-words.ts';
import { pointsWords } from './words/points-words.ts';

type NoticeText = components['schemas']['NoticeText'];

export interface WidgetPictureProps {
  readonly point: Point;
  readonly text: NoticeText;
  readonly look: WidgetLook;
}

/**
 * The widget as it stands in a page: drawn of the same words, colours and measures. It is a picture: nothing can be ticked, so nobody is
 * opted in by looking at it, and the console needs no frame.
 */
export function WidgetPicture({ point, text, look }: WidgetPictureProps) {
  const t = useWords(pointsWords);
  const app = useApp();
  const words = widgetWordsOf(text.locale);
  const scheme = look.theme === 'dark' ? 'dark' : 'light';
  const isFloating = look.mode === 'button' || look.mode === 'link';
  const label = look.label || words.button;
  return (
    <figure class="widget-figure">
      <div
        class={`shop ${scheme}`}
        role="img"
        aria-label={fill(t.pictureAlt, { heading: text.heading, label })}
        lang={text.locale}
        dir={isRightToLeft(text.locale) ? 'rtl' : 'ltr'}
        style={coloursOf(app, scheme)}
      >
        <span class="shop-bar" />
        <span class="shop-title" />
        <span class="shop-line" />
        {look.mode === 'inline' && <Panel point={point} text={text} />}
        {look.mode === 'line' && <Line point={point} text={text} />}
        {isFloating && (
          <>
            <span class="shop-line short" />
            {look.mode === 'link' && <span class="shop-link">{label}</span>}
            <div class={`shop-sheet ${look.mode === 'button' ? look.position : 'middle'}`}>
              <p class="shop-head">
                <Sign app={app} point={point} name={text.businessName} />
                <span>{text.businessName}</span>
              </p>
              <Panel point={point} text={text} />
            </div>
            {look.mode === 'button' && (
              <span class={`shop-button ${look.position} ${look.icon}`}>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M12 4a8 8 0 1 1-3.7 15.1L4 20l1-4A8 8 0 0 1 12 4z" />
                  <path d="M8.5 12h.01M12 12h.01M15.5 12h.01" />
                </svg>
                {look.icon !== 'icon' && <span>{label}</span>}
              </span>
            )}
          </>
        )}
      </div>
      <figcaption class="small">{t.pictureNote}</figcaption>
    </figure>
  );
}

/** The logo, where the public pages are on this host; else the letter. */
function Sign({ app, point, name }: { readonly app: App; readonly point: Point; readonly name: string }) {
  const { logo } = app.brand ?? {};
  if (logo === undefined || point.url === undefined || new URL(point.url).origin !== location.origin) {
    return <span class="shop-letter">{letterOf(name)}</span>;
  }
  return <img class="shop-logo" src={logo.path} alt="" />;
}

/** What a purpose is called in the words of the notice. */
const offered = ({ purposes }: Point, text: NoticeText): string[] =>
  purposes.map((id) => text.purposes.find(({ purposeId }) => purposeId === id)?.text ?? id);

function Panel({ point, text }: Omit<WidgetPictureProps, 'look'>) {
  const words = widgetWordsOf(text.locale);
  const purposes = offered(point, text);
  return (
    <div class="shop-panel">
      {text.incentive !== undefined && <p class="shop-incentive">{text.incentive}</p>}
      <p class="shop-heading">{text.heading}</p>
      {text.benefits !== undefined && <p>{text.benefits}</p>}
      <p class="shop-choose">{words.choose}</p>
      {purposes.map((purpose) => (
        <p class="shop-choice" key={purpose}>
          <span class="shop-box" />
          <span>{purpose}</span>
        </p>
      ))}
      {point.kind === 'form' && (
        <>
          <p class="shop-choose">{words.number}</p>
          <span class="shop-field" />
        </>
      )}
      <p class="shop-small">{agreementOf(text, purposes)}</p>
      <span class="shop-main">{words.goOn}</span>
      <p class="shop-small">{words.confirm}</p>
    </div>
  );
}

/** One line of a checkout, before anything is ticked. */
function Line({ point, text }: Omit<WidgetPictureProps, 'look'>) {
  const words = widgetWordsOf(text.locale);
  const purposes = offered(point, text);
  return (
    <div class="shop-panel flat">
      <span class="shop-field" />
      {purposes.map((purpose) => (
        <p class="shop-choice" key={purpose}>
          <span class="shop-box" />
          <span>{fill(words.line, { purposes: purpose })}</span>
        </p>
      ))}
      <p class="shop-small">{agreementOf(text, purposes)}</p>
    </div>
  );
}

function agreementOf({ agreement, locale }: NoticeText, purposes: readonly string[]): string {
  return agreement
    .replaceAll('{purposes}', new Intl.ListFormat(locale).format(purposes))
    .replaceAll('{number}', widgetWordsOf(locale).thisNumber);
}

const letterOf = (name: string): string => (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '').toUpperCase();

const isRightToLeft = (locale: string): boolean => /^(ar|he|fa|ur)\b/.test(locale);

/** Of a business without a brand, as lambdas/domain/brand has them. */
const plain = { light: '#16202e', dark: '#e9eef4' };

/** The colours of the brand, and white on them where that can be read, else black. */
function coloursOf({ brand = {} }: App, scheme: 'light' | 'dark') {
  const accent = (scheme === 'dark' ? (brand.accentDark ?? brand.accent) : brand.accent) ?? plain[scheme];
  const [red = 0, green = 0, blue = 0] = (accent.match(/[\da-f]{2}/gi) ?? []).map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return { '--brand': accent, '--on-brand': 1.05 / (luminance + 0.05) >= 4.5 ? '#fff' : '#000' };
}
