import type { TemplateCategory } from '../../app/app.ts';
import { normalise } from '../../keywords/normalise.ts';
import { languageOf } from '../choose-text.ts';
import type { NoticeText, PurposeText } from '../notice.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import type { StarterWords } from './starter-words.ts';
import { tr } from './tr.ts';

/** Languages of the starter texts. */
export const starterLanguages = ['en', 'es', 'pt', 'fr', 'de', 'it', 'hi', 'ar', 'id', 'tr'] as const;
export type StarterLanguage = (typeof starterLanguages)[number];

const words: { readonly [Language in StarterLanguage]: StarterWords } = { en, es, pt, fr, de, it, hi, ar, id, tr };

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
  return starterLanguage(locale) !== undefined;
}

/**
 * A notice to begin with, in the language of the locale; English for a language that we do not have, and then the text says `en`.
 * Purposes are called by their category, because the language of the app's own names is not known; where two share a category
 * the own name tells them apart. What it promises is to be checked by whoever publishes it.
 */
export function starterText(locale: string, about: StarterAbout): NoticeText {
  const language = starterLanguage(locale);
  const text = words[language ?? 'en'];
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
    howToStop: text.howToStop,
    privacy: { text: text.privacy(business), url: about.privacyUrl },
  };
}

function starterLanguage(locale: string): StarterLanguage | undefined {
  return starterLanguages.find((language) => language === languageOf(locale));
}

function purposeText(purpose: StarterPurpose, all: readonly StarterPurpose[], text: StarterWords): PurposeText {
  const { purposeId, category } = purpose;
  const alike = all.filter((other) => other.category === category);
  const called = text.purposes[category];
  if (alike.length === 1) return { purposeId, text: called };
  const namesakes = alike.filter((other) => normalise(other.name) === normalise(purpose.name));
  return { purposeId, text: `${called} (${namesakes.length === 1 ? purpose.name : purposeId})` };
}
