import type {
  FormDocument,
  NoticeDocument,
  TemplateDocument,
} from '../../../../lambdas/domain/notice/lint/lint-document.ts';
import type { NoticeText } from '../../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../../lambdas/domain/notice/starter/starter-text.ts';

/** The app of the tests: one purpose of each category. */
export const purposes = [
  { purposeId: 'offers', name: 'Offers', category: 'marketing' },
  { purposeId: 'orders', name: 'Orders', category: 'utility' },
] as const;

/** A text without fault, also under every add-on: the starter text with an address. */
export function soundText(locale = 'en'): NoticeText {
  const privacyUrl = 'https://acme.example.com/privacy';
  const text = starterText(locale, { businessName: 'Acme', purposes, privacyUrl });
  return {
    ...text,
    privacy: { url: privacyUrl, text: `${text.privacy?.text} Acme, 1 Main Street, Toronto ON M5V 2T6.` },
  };
}

/** A notice of one text, sound but for the change. */
export function notice(locale: string, change: Partial<NoticeText> = {}): NoticeDocument {
  return { kind: 'notice', texts: [{ ...soundText(locale), ...change }], purposes };
}

/** The text without one of its parts. */
export function without(part: 'benefits' | 'frequency' | 'howToStop' | 'privacy'): NoticeDocument {
  const { [part]: _, ...rest } = soundText();
  return { kind: 'notice', texts: [rest], purposes };
}

/** A notice in English and Spanish, sound but for the change of the Spanish text. */
export function pair(change: Partial<NoticeText>): NoticeDocument {
  return { kind: 'notice', texts: [soundText('en'), { ...soundText('es'), ...change }], purposes };
}

/** A form without fault but for the change. */
export function form(change: Partial<FormDocument> = {}): FormDocument {
  return {
    kind: 'form',
    locale: 'en',
    businessName: 'Acme',
    text: 'Messages from Acme on WhatsApp. This is not a condition of any purchase. You can end them at any time: send STOP. Acme, 1 Main Street, Toronto ON M5V 2T6.',
    showsWhatsappMark: true,
    numberEditable: true,
    fields: [
      { purposeId: 'offers', label: 'I want offers and news on WhatsApp', preTicked: false },
      { purposeId: 'orders', label: 'I want order updates on WhatsApp', preTicked: false },
      { label: 'I accept the terms and conditions', preTicked: false, required: true },
    ],
    ...change,
  };
}

/** A template without fault but for the change. */
export function template(change: Partial<TemplateDocument> = {}): TemplateDocument {
  return {
    kind: 'template',
    locale: 'en',
    category: 'marketing',
    body: 'Hello {{1}}, our autumn offers are here.',
    footer: 'Send STOP to end these messages.',
    ...change,
  };
}
