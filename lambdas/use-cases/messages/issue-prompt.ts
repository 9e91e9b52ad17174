import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { inPortfolio } from '../../domain/identity/portfolio.ts';
import { type AskedPrompt, newPrompt } from '../../domain/prompts/new-prompt.ts';
import type { Prompt } from '../../domain/prompts/prompt.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock, People } from '../ledger/ports.ts';
import type { PromptStore } from './ports.ts';

export interface IssuePromptDeps {
  readonly people: Pick<People, 'find'>;
  readonly notices: Pick<NoticeStore, 'nearest'>;
  readonly prompts: Pick<PromptStore, 'newCode' | 'create'>;
  readonly now: Clock;
}

/**
 * Issues the payloads of a template's quick replies, or of a Flow, for one person. Stored before they are answered.
 *
 * @throws InvalidInputError with all faults
 */
export async function issuePrompt(
  { people, notices, prompts, now }: IssuePromptDeps,
  app: App,
  { person, ...asked }: AskedPrompt & { readonly person: PersonRef },
): Promise<Prompt> {
  const at = now();
  const [known, nearest] = await Promise.all([
    people.find(app.appId, inPortfolio(person, portfolioCount(app).now), at).catch(nobodyIfNotFound),
    notices.nearest(app.appId, asked.noticeId, asked.noticeVersion),
  ]);
  const prompt = newPrompt(asked, { app, subjectId: known?.subject.subjectId, nearest }, prompts.newCode(), at);
  await prompts.create(prompt);
  return prompt;
}

function nobodyIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}
