import { promptCodeFrom } from '../../../lambdas/domain/collection/reference.ts';
import { type Prompt, promptsHoldFor } from '../../../lambdas/domain/prompts/prompt.ts';
import { noon } from './ledger-bench.ts';

/** The code of a prompt of a test's own. */
export const testPromptCode = (n: number): string => promptCodeFrom(new Uint8Array(14).fill(n));

/** A prompt of Acme about its purposes, made at noon. */
export const testPrompt = (n: number, subjectId: string, parts: Partial<Prompt> = {}): Prompt => ({
  code: testPromptCode(n),
  appId: 'acme',
  subjectId,
  kind: 'opt-in',
  purposes: ['offers', 'orders'],
  notice: { noticeId: 'hello', noticeVersion: 2, noticeLocale: 'es', noticeHash: 'hash-of-hello-2-es' },
  madeAt: noon,
  expiresAt: noon + promptsHoldFor,
  ...parts,
});
