import { parseArgs } from 'node:util';
import { languages } from '../lambdas/domain/languages/language.ts';
import { hasStarterText, starterText } from '../lambdas/domain/notice/starter/starter-text.ts';
import { UsageError } from './usage-error.ts';

const categories = ['marketing', 'utility', 'authentication'] as const;

export const starterUsage = `optledger starter --locale LOCALE --business NAME [--purpose ID:CATEGORY …] [--privacy URL] [--notice ID]

  prints a notice to begin with, ready to edit, to lint and to publish
  --locale    ${languages.join(', ')}, also with a region (pt-BR)
  --purpose   a purpose of the app and its category: ${categories.join(', ')}; several times;
              without it offers:marketing and order-updates:utility`;

/** Prints a notice ready to edit. Answers the exit code. Throws UsageError. */
export function starterCommand(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      locale: { type: 'string' },
      business: { type: 'string' },
      purpose: { type: 'string', multiple: true },
      privacy: { type: 'string' },
      notice: { type: 'string' },
    },
  });
  const { locale, business: businessName, privacy: privacyUrl = 'https://www.example.com/privacy' } = values;
  if (locale === undefined || businessName === undefined) throw new UsageError(starterUsage);
  if (!hasStarterText(locale)) throw new UsageError(`There is no starter text in ${locale}.\n\n${starterUsage}`);
  const purposes = (values.purpose ?? ['offers:marketing', 'order-updates:utility']).map(readPurpose);
  const texts = [starterText(locale, { businessName, purposes, privacyUrl })];
  console.log(JSON.stringify({ noticeId: values.notice ?? 'opt-in', profile: 'strict', texts }, undefined, 2));
  return 0;
}

function readPurpose(text: string) {
  const [purposeId = '', named] = text.split(':');
  const category = categories.find((known) => known === named);
  if (purposeId === '' || category === undefined) throw new UsageError(`“${text}” is no purpose.\n\n${starterUsage}`);
  return { purposeId, name: purposeId, category };
}
