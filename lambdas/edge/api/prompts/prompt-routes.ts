import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { type IssuePromptDeps, issuePrompt } from '../../../use-cases/messages/issue-prompt.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { promptOperations } from './operations.ts';
import { newPrompt } from './prompt.ts';
import { promptView } from './prompt-view.ts';

export interface PromptRouteDeps extends IssuePromptDeps {
  readonly apps: FreshApps;
}

/** Payloads for the quick replies of templates and for Flows. */
export function promptRoutes(deps: PromptRouteDeps): RoutesOf<typeof promptOperations> {
  return {
    'POST /v1/apps/{appId}/prompts': {
      body: newPrompt,
      act: async ({ path, caller, body }) => {
        const app = await findApp(deps.apps, path.appId);
        const { user, ...asked } = body();
        const prompt = await issuePrompt(deps, app, { ...asked, person: user.person, keyId: caller.keyId });
        return { status: 201, body: promptView(prompt) };
      },
    },
  };
}
