import { localLaws } from '../../lambdas/domain/notice/lint/lint-document.ts';
import { wordingProfiles } from '../../lambdas/domain/notice/notice.ts';

export const lintUsage = `optledger lint FILE… [--profile ${wordingProfiles.join('|')}] [--law ${localLaws.join(',')}] [--json]

  measures notices, forms and templates (JSON; - is standard input) by the rules of docs/linter.md
  --profile   without it what the file says, else strict
  --law       local rules beside it; without it what the file says, else none
  exit code   0 no error, 1 an error, 2 something could not be read`;
