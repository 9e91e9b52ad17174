import { languages } from '../../lambdas/domain/languages/language.ts';
import { hasStarterText, starterText } from '../../lambdas/domain/notice/starter/starter-text.ts';
import { unknownName } from '../nearest.ts';
import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { categories } from './starter-usage.ts';

/** Prints a notice ready to edit. Answers the exit code. Throws UsageError. */
export function starterCommand(args: readonly string[]): number {
  const { values } = readArguments(args, {
    locale: { type: 'string' },
    business: { type: 'string' },
    purpose: { type: 'string', multiple: true },
    privacy: { type: 'string' },
    notice: { type: 'string' },
  });
  const { locale, business: businessName, privacy: privacyUrl = 'https://www.example.com/privacy' } = values;
  if (locale === undefined) throw new UsageError('Say in which language: --locale en.');
  if (businessName === undefined) throw new UsageError('Say whose messages they are: --business "Luna Coffee".');
  if (!hasStarterText(locale)) throw new UsageError(unknownName('starter text in', locale, languages));
  const purposes = (values.purpose ?? ['offers:marketing', 'order-updates:utility']).map(readPurpose);
  const texts = [starterText(locale, { businessName, purposes, privacyUrl })];
  console.log(JSON.stringify({ noticeId: values.notice ?? 'opt-in', profile: 'strict', texts }, undefined, 2));
  return 0;
}

function readPurpose(text: string) {
  const [purposeId = '', named] = text.split(':');
  const category = categories.find((known) => known === named);
  if (purposeId === '' || category === undefined)
    throw new UsageError(`"${text}" is no purpose: say its id and its category, like offers:marketing.`);
  return { purposeId, name: purposeId, category };
}
