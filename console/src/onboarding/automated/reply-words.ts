import said from './reply-words.json' with { type: 'json' };

/** What a yes in the chat is answered with, by language; test/console/reply-words.test.ts writes the file: `npx vitest run test/console/reply-words -u`. */
const replyWords: { readonly [language: string]: { readonly optInConfirmed: string } } = said;

/** The answer to a yes. */
export function confirmationOf(locale: string, business: string, purposes: readonly string[]): string {
  const { optInConfirmed } = replyWords[locale.toLowerCase().split('-')[0] ?? ''] ?? said.en;
  const named = new Intl.ListFormat([locale, 'en'], { type: 'conjunction' }).format(purposes);
  return optInConfirmed.replaceAll('{business}', () => business).replaceAll('{purposes}', () => named);
}
