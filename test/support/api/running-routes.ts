import { appRoutes } from '../../../lambdas/edge/api/apps/app-routes.ts';
import { auditRoutes } from '../../../lambdas/edge/api/audit/audit-routes.ts';
import { callbackRoutes } from '../../../lambdas/edge/api/callbacks/callback-routes.ts';
import { eventTypeRoutes } from '../../../lambdas/edge/api/callbacks/event-type-routes.ts';
import { consentRoutes } from '../../../lambdas/edge/api/consent/consent-routes.ts';
import { countryRuleRoutes } from '../../../lambdas/edge/api/country-rules/country-rule-routes.ts';
import { eligibilityRoutes } from '../../../lambdas/edge/api/eligibility/eligibility-routes.ts';
import { exportRoutes } from '../../../lambdas/edge/api/exports/export-routes.ts';
import { exportScheduleRoutes } from '../../../lambdas/edge/api/exports/export-schedule-routes.ts';
import { gateDecisionRoutes } from '../../../lambdas/edge/api/gate-decisions/gate-decision-routes.ts';
import { handoverActRoutes, handoverRoutes } from '../../../lambdas/edge/api/handovers/handover-routes.ts';
import { healthRoutes } from '../../../lambdas/edge/api/health/health-routes.ts';
import { importRoutes } from '../../../lambdas/edge/api/imports/import-routes.ts';
import { keptAsideActRoutes } from '../../../lambdas/edge/api/kept-aside/kept-aside-act-routes.ts';
import { keptAsideRoutes } from '../../../lambdas/edge/api/kept-aside/kept-aside-routes.ts';
import { keyRoutes } from '../../../lambdas/edge/api/keys/key-routes.ts';
import { noticeRoutes } from '../../../lambdas/edge/api/notices/notice-routes.ts';
import { peopleRoutes } from '../../../lambdas/edge/api/people/people-routes.ts';
import { personalLinkRoutes } from '../../../lambdas/edge/api/personal-links/personal-link-routes.ts';
import { countRoutes } from '../../../lambdas/edge/api/points/count-routes.ts';
import { metaLinkRoutes } from '../../../lambdas/edge/api/points/meta-link-routes.ts';
import { pointFileRoutes } from '../../../lambdas/edge/api/points/point-file-routes.ts';
import { pointRoutes } from '../../../lambdas/edge/api/points/point-routes.ts';
import { promptRoutes } from '../../../lambdas/edge/api/prompts/prompt-routes.ts';
import { signupRoutes } from '../../../lambdas/edge/api/signups/signup-routes.ts';
import { suppressionRoutes } from '../../../lambdas/edge/api/suppressions/suppression-routes.ts';
import { telephoneRoutes } from '../../../lambdas/edge/api/telephone/telephone-routes.ts';
import { templateRoutes } from '../../../lambdas/edge/api/templates/template-routes.ts';
import { userRoutes } from '../../../lambdas/edge/api/users/user-routes.ts';
import type { RouteTable } from '../../../lambdas/edge/http/http-request.ts';

/** Nothing is asked of what routes work with until one is called. */
const deps = {} as never;

/** The routes of the API with what each reads, as its functions have them; not to be called. */
export const runningRoutes: RouteTable = {
  ...appRoutes(deps),
  ...keyRoutes(deps),
  ...peopleRoutes(deps),
  ...auditRoutes(deps),
  ...consentRoutes(deps),
  ...suppressionRoutes(deps),
  ...eligibilityRoutes(deps),
  ...countryRuleRoutes(deps),
  ...userRoutes(deps),
  ...handoverRoutes(deps),
  ...gateDecisionRoutes(deps),
  ...handoverActRoutes(deps),
  ...keptAsideRoutes(deps),
  ...keptAsideActRoutes(deps),
  ...exportRoutes(deps),
  ...exportScheduleRoutes(deps),
  ...importRoutes(deps),
  ...noticeRoutes(deps),
  ...pointRoutes(deps),
  ...countRoutes(deps),
  ...pointFileRoutes(deps),
  ...metaLinkRoutes(deps),
  ...signupRoutes(deps),
  ...templateRoutes(deps),
  ...personalLinkRoutes(deps),
  ...promptRoutes(deps),
  ...telephoneRoutes(deps),
  ...callbackRoutes(deps),
  ...eventTypeRoutes(deps),
  ...healthRoutes(),
};
