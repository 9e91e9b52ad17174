import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../client/src/index.ts';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import type { Proposal } from './draft.ts';

export interface Finding {
  /** A rule of the linter, or the code of a fault of the form of a text. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Into the proposal. */
  readonly pointer: string;
  readonly detail: string;
  readonly fix: string;
}

type Lint = components['schemas']['LintRequest'];

/** What the linter says of words, without publishing them. What is too odd for it is a finding as well. */
export async function lint(appId: string, { profile, laws, texts }: Proposal): Promise<readonly Finding[]> {
  const body = { profile, laws, document: { kind: 'notice', texts } } as Lint;
  try {
    const { findings } = await dataOf(api.POST('/v1/apps/{appId}/notices/lint', { params: { path: { appId } }, body }));
    return findings;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 422) throw error;
    return error.faults.map(({ pointer, code, detail }) => ({
      rule: code,
      severity: 'error',
      pointer: pointer.replace(/^\/document/, ''),
      detail,
      fix: '',
    }));
  }
}

/** So long nobody may have typed before the linter is asked, in milliseconds. */
const pause = 400;

/** The findings about what is typed now, a moment later; until they are here, those before. */
export function useFindings(proposal: Proposal) {
  const { appId } = useApp();
  const now = JSON.stringify(proposal);
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const findings = useQuery({
    queryKey: ['lint', appId, settled],
    queryFn: () => lint(appId, JSON.parse(settled) as Proposal),
    enabled: proposal.texts.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  return { findings, isBehind: settled !== now || findings.isFetching };
}
