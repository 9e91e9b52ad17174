import type { TemplateCategory } from '../../app/app.ts';
import { normalise } from '../../keywords/normalise.ts';
import { ownLanguage } from '../../languages/language.ts';
import { starterTable, wayOutTable } from '../../languages/tables.ts';
import type { StarterWords } from '../../languages/topics/starter.ts';
import type { NoticeText, PurposeText } from '../notice.ts';

/** A purpose as the app has it. */
interface StarterPurpose {
  readonly purposeId: string;
  readonly name: string;
  readonly category: TemplateCategory;
}

/** What the text is about. */
export interface StarterAbout {
  readonly businessName: string;
  /** In the order in which they are to be offered. */
  readonly purposes: readonly StarterPurpose[];
  readonly privacyUrl: string;
}

/** Whether there is a starter text in the language of this BCP 47 tag. */
export function hasStarterText(locale: string): boolean {
  return ownLanguage(locale) !== undefined;
}

/**
 * A notice to begin with, in the language of the locale; English for a language that we do not have, and then the text says `en`.
 * Purposes are called by their category, because the language of the app's own names is not known; where two share a category
 * the own name tells them apart. What it promises is to be checked by whoever publishes it.
 */
export function starterText(locale: string, about: StarterAbout): NoticeText {
  const language = ownLanguage(locale);
  const text = starterTable[language ?? 'en'];
  const { businessName: business, purposes } = about;
  const categories = (['marketing', 'utility', 'authentication'] as const).filter((category) =>
    purposes.some((purpose) => purpose.category === category),
  );
  return {
    locale: language === undefined ? 'en' : locale,
    businessName: business,
    heading: text.heading(business),
    agreement: text.agreement(business),
    purposes: purposes.map((purpose) => purposeText(purpose, purposes, text)),
    benefits: text.benefits(business),
    frequency: categories.map((category) => text.frequency[category]).join(' '),
    howToStop: wayOutTable[language ?? 'en'].starter,
    privacy: { text: text.privacy(business), url: about.privacyUrl },
  };
}

function purposeText(purpose: StarterPurpose, all: readonly StarterPurpose[], text: StarterWords): PurposeText {
  const { purposeId, category } = purpose;
  const alike = all.filter((other) => other.category === category);
  const called = text.purposes[category];
  if (alike.length === 1) return { purposeId, text: called };
  const namesakes = alike.filter((other) => normalise(other.name) === normalise(purpose.name));
  return { purposeId, text: `${called} (${namesakes.length === 1 ? purpose.name : purposeId})` };
}
