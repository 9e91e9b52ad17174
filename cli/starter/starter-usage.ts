import { languages } from '../../lambdas/domain/languages/language.ts';

/** What a purpose may be. */
export const categories = ['marketing', 'utility', 'authentication'] as const;

export const starterUsage = `optledger starter --locale LOCALE --business NAME [--purpose ID:CATEGORY …] [--privacy URL] [--notice ID]

  prints a notice to begin with, ready to edit, to lint and to publish
  --locale    ${languages.join(', ')}, also with a region (pt-BR)
  --purpose   a purpose of the app and its category: ${categories.join(', ')}; several times;
              without it offers:marketing and order-updates:utility
  --privacy   your privacy notice
  --notice    the id of the notice, opt-in by default
  exit code   0 printed, 2 it could not be done`;
