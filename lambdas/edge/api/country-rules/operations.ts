import type { Operations } from '../../http/operation.ts';
import { countryRulesAnswer } from './answers.ts';

/** What WhatsApp does not deliver in which country. */
export const countryRuleOperations = {
  'GET /v1/country-rules': {
    summary: 'List the country rules',
    description:
      'What WhatsApp does not deliver in which country, since when, and where that stands (docs/country-rules.md). All of them are on one ' +
      'page. An app says otherwise of a country by its setting `countryRules`.',
    answers: {
      200: {
        description: 'The rules, by country.',
        body: countryRulesAnswer,
        example: {
          data: [
            {
              ruleId: 'us-marketing',
              country: 'US',
              denies: 'marketing',
              since: '2025-04-01',
              inForce: true,
              detail:
                'WhatsApp has not delivered marketing templates to numbers of the United States since 2025-04-01.',
              sources: [{ title: 'Meta, “Per-user marketing template message limits”', seen: '2026-02' }],
            },
          ],
          nextCursor: null,
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;
