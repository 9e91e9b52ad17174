import { type Found, type LintRule, strictly } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';
import { wordsFor } from '../words/words-for.ts';

/**
 * Advertising in what the app or the template calls utility or authentication. The person is misled, a stop of marketing would not
 * end it, and Meta moves such templates to marketing. For a notice it needs the categories of the app's purposes. Source: Meta,
 * "Template categorization" (a template with any marketing content is marketing).
 */
export const marketingHidden: LintRule = {
  name: 'marketing-hidden',
  check: (reading) => {
    const { document, pieces } = reading;
    const found = (text: string, locale: string, pointer: string, category: string | undefined): readonly Found[] => {
      const words = category === undefined || category === 'marketing' ? undefined : wordsFor(locale);
      const offer = words === undefined ? undefined : findPhrase(text, words.marketing);
      if (offer === undefined) return [];
      const detail = `“${offer.written}” is advertising, and the category is ${category}.`;
      return [
        { severity: strictly(reading), pointer, detail, fix: 'Make it marketing, or leave the advertising out.' },
      ];
    };
    if (document.kind === 'template') {
      return pieces.flatMap(({ text, locale, pointer }) => found(text, locale, pointer, document.category));
    }
    if (document.kind === 'form') return [];
    const categories = new Map(document.purposes?.map(({ purposeId, category }) => [purposeId, category]));
    return document.texts.flatMap(({ locale, purposes }, at) =>
      purposes.flatMap(({ purposeId, text }, number) =>
        found(text, locale, `/texts/${at}/purposes/${number}/text`, categories.get(purposeId)),
      ),
    );
  },
};
