import type { App } from '../../../domain/app/app.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import {
  checkEligibilities,
  checkEligibility,
  type EligibilityReaders,
  type Question,
} from '../../../use-cases/eligibility/check-eligibility.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { namedPurpose } from '../../fields/named-purposes.ts';
import { bulkAnswer, bulkItems, itemObject, settled } from '../../http/bulk.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { eligibilityQuestion, questionFaults } from './eligibility.ts';
import { eligibilityView } from './eligibility-view.ts';
import type { eligibilityOperations } from './operations.ts';

export interface EligibilityDeps extends EligibilityReaders {
  readonly apps: FreshApps;
  readonly now: Clock;
}

/** May I message this person now, and why? One or up to 100 at once. */
export function eligibilityRoutes({ apps, now, ...readers }: EligibilityDeps): RoutesOf<typeof eligibilityOperations> {
  const answersOf = async (app: App, questions: readonly Question[]) =>
    questions.length === 0 ? [] : checkEligibilities(readers, app, questions, now());

  return {
    'POST /v1/apps/{appId}/eligibility': {
      body: eligibilityQuestion,
      act: async ({ path, json, body }) => {
        const asked = json();
        const named = namedPurpose(asked);
        const app = await findApp(apps, path.appId, named);
        const question = body([...questionFaults(asked), ...unknownPurposes(app, named)]);
        return { status: 200, body: eligibilityView(await checkEligibility(readers, app, question, now())) };
      },
    },

    'POST /v1/apps/{appId}/eligibility/bulk': {
      item: eligibilityQuestion,
      act: async (request) => {
        const items = bulkItems(request);
        const app = await findApp(apps, request.path.appId, items.flatMap(namedPurpose));
        const parsed = await Promise.all(
          items.map((item) =>
            settled(() =>
              request.item(itemObject(item), [...questionFaults(item), ...unknownPurposes(app, namedPurpose(item))]),
            ),
          ),
        );
        const questions = parsed.flatMap((item) => (item instanceof Error ? [] : [item]));
        const answers = [...(await answersOf(app, questions))];
        const results = parsed.map((item) => {
          const answer = item instanceof Error ? item : (answers.shift() ?? new Error('A question got no answer.'));
          return answer instanceof Error ? answer : { status: 200, body: eligibilityView(answer) };
        });
        return bulkAnswer(request, results);
      },
    },
  };
}
