import { useState } from 'preact/hooks';
import type { components } from '../api/client.ts';
import type { App } from '../app-context.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { paletteOf, type Scheme } from './colours.ts';
import { pageWords } from './page-words.ts';
import { previewWords } from './words/preview-words.ts';

export type NoticeText = components['schemas']['NoticeText'];

/** A brand as it is, or as it is being typed; the logo as an address that a picture can have. */
export interface PreviewBrand {
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  readonly accent?: string | undefined;
  readonly accentDark?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly supportLine?: string | undefined;
}

/** The brand of an app as it is stored. Logos are served by this origin, too. */
export function storedBrand({ brand = {} }: App): PreviewBrand {
  const { logo, ...others } = brand;
  return { ...others, ...(logo !== undefined && { logo: { ...logo, src: logo.path } }) };
}

const schemes = ['light', 'dark'] as const;

/** The page that people see, on a phone of 390 pixels: drawn of the same words, colours and logo. Nothing in it can be pressed. */
export function PagePreview({ text, brand }: { readonly text: NoticeText; readonly brand: PreviewBrand }) {
  const t = useWords(previewWords);
  const [scheme, setScheme] = useState<Scheme>('light');
  return (
    <section class="preview" aria-label={t.title}>
      <div class="preview-head">
        <h2>{t.title}</h2>
        <fieldset class="segments" aria-label={t.look}>
          {schemes.map((each) => (
            <button type="button" key={each} aria-pressed={each === scheme} onClick={() => setScheme(each)}>
              {t.schemes[each]}
            </button>
          ))}
        </fieldset>
      </div>
      <Phone text={text} brand={brand} scheme={scheme} />
      <p class="small">{t.note}</p>
    </section>
  );
}

/** Words in a language, and from the side that it begins on. */
export function wordsAttributes(locale: string): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  try {
    const script = new Intl.Locale(locale).maximize().script ?? '';
    return { lang: locale, dir: /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/.test(script) ? 'rtl' : 'ltr' };
  } catch {
    return { lang: 'en', dir: 'ltr' };
  }
}

function Phone({ text, brand, scheme }: Parameters<typeof PagePreview>[0] & { readonly scheme: Scheme }) {
  const own = pageWords[text.locale.toLowerCase().split('-')[0] ?? ''] ?? pageWords.en;
  const { accent, on } = paletteOf(brand, scheme);
  const attributes = wordsAttributes(text.locale);
  if (own === undefined) return null;
  const shown = text.purposes.filter((purpose) => purpose.text !== '');
  const list = new Intl.ListFormat(attributes.lang).format(shown.map((purpose) => purpose.text));
  const sentence = text.agreement.replaceAll('{purposes}', () => list).replaceAll('{number}', () => own.thisNumber);
  return (
    <div
      class={`shown-page ${scheme}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be scrolled by keys
      tabIndex={0}
      style={{ '--page-accent': accent, '--page-on': on }}
      {...attributes}
    >
      <div class="shown-page-card">
        <Head name={text.businessName} brand={brand} />
        <p class="shown-page-title">{text.heading}</p>
        {text.incentive !== undefined && <p class="shown-page-gift">{text.incentive}</p>}
        {text.benefits !== undefined && <p class="shown-page-why">{text.benefits}</p>}
        <p class="shown-page-pick">{own.pick}</p>
        <ul class="shown-page-ticks">
          {shown.map((purpose) => (
            <li key={purpose.purposeId}>
              <span class="shown-page-box" aria-hidden="true" />
              <span class="shown-page-purpose">{purpose.text}</span>
            </li>
          ))}
        </ul>
        <p class="shown-page-says">{sentence}</p>
        <p class="shown-page-go">{own.go}</p>
        <p class="shown-page-under">{own.confirm}</p>
        <div class="shown-page-terms">
          {text.frequency !== undefined && <p>{text.frequency}</p>}
          {text.howToStop !== undefined && <p>{text.howToStop}</p>}
          {text.privacy !== undefined && (
            <p>
              {text.privacy.text} <u>{own.privacy}</u>
            </p>
          )}
        </div>
      </div>
      <div class="shown-page-foot">
        <p>{fill(own.byBusiness, { business: text.businessName })}</p>
        <p>
          {[hostOf(brand.siteUrl), brand.supportLine].filter((each) => each !== undefined && each !== '').join(' · ')}
        </p>
      </div>
    </div>
  );
}

/** The logo in its room of 176 × 40; a word mark says the name by itself. */
function Head({ name, brand: { logo } }: { readonly name: string; readonly brand: PreviewBrand }) {
  const scale = logo === undefined ? 0 : Math.min(176 / logo.width, 40 / logo.height);
  const [letter = ''] = Array.from(new Intl.Segmenter().segment(name.trim()), ({ segment }) => segment);
  const saysName = logo !== undefined && logo.width / logo.height >= 2;
  return (
    <p class="shown-page-brand">
      {logo === undefined ? (
        <span class="shown-page-letter" aria-hidden="true">
          {letter.toUpperCase()}
        </span>
      ) : (
        <img
          src={logo.src}
          alt={saysName ? name : ''}
          width={Math.max(1, Math.round(logo.width * scale))}
          height={Math.max(1, Math.round(logo.height * scale))}
        />
      )}
      {!saysName && <b>{name}</b>}
    </p>
  );
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : undefined;
}
