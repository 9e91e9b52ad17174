import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { checkEligibilities, checkEligibility } from '../../../use-cases/eligibility/check-eligibility.ts';
import type { Clock, People } from '../../../use-cases/ledger/ports.ts';
import { namedPurpose } from '../../fields/named-purpose.ts';
import { bulkAnswer, bulkItems, itemObject, settled } from '../../http/bulk.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { parseEligibilityQuestion } from './eligibility.ts';
import { eligibilityAnswer } from './eligibility-answer.ts';

export interface EligibilityDeps {
  readonly apps: FreshApps;
  readonly people: People;
  readonly now: Clock;
}

/** May I message this person now, and why? One or up to 100 at once. */
export function eligibilityRoutes({ apps, people, now }: EligibilityDeps): RouteTable {
  const one = async (request: HttpRequest<'appId'>) => {
    const body = request.json();
    const app = await findApp(apps, request.path.appId, namedPurpose(body));
    return eligibilityAnswer(await checkEligibility(people, app, parseEligibilityQuestion(app, body), now()));
  };

  const many = async (request: HttpRequest<'appId'>) => {
    const items = bulkItems(request);
    const app = await findApp(
      apps,
      request.path.appId,
      items.flatMap((item) => namedPurpose(item)),
    );
    const parsed = await Promise.all(
      items.map((item) => settled(() => parseEligibilityQuestion(app, itemObject(item)))),
    );
    const questions = parsed.flatMap((item) => (item instanceof Error ? [] : [item]));
    const answers = [...(questions.length === 0 ? [] : await checkEligibilities(people, app, questions, now()))];
    const results = parsed.map((item) => {
      const answer = item instanceof Error ? item : (answers.shift() ?? new Error('A question got no answer.'));
      return answer instanceof Error ? answer : eligibilityAnswer(answer);
    });
    return bulkAnswer(request, results);
  };

  return {
    'POST /v1/apps/{appId}/eligibility': one,
    'POST /v1/apps/{appId}/eligibility/bulk': many,
  };
}
