import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { useApp } from '../../app-context.ts';
import { useWords } from '../../words/use-words.ts';
import { signupsWords } from './words/signups-words.ts';

/** A signup as Meta has it, with what it is here. */
export type Signup = components['schemas']['Signup'];
export type SignupWithTexts = components['schemas']['SignupWithTexts'];

export const pageOfSignups = (appId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/signups', {
      params: { path: { appId }, query: cursor === undefined ? {} : { cursor } },
    }),
  );

export function useSignup(signupId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['signup', appId, signupId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/signups/{signupId}', { params: { path: { appId, signupId } } })),
  });
}

export const changeSignup = (appId: string, signupId: string, body: components['schemas']['SignupChange']) =>
  dataOf(api.PATCH('/v1/apps/{appId}/signups/{signupId}', { params: { path: { appId, signupId } }, body }));

/** A signup is new or different: what was read of signups and points is read again. */
export function useSignupChanged(): (signup: SignupWithTexts) => void {
  const { appId } = useApp();
  const queries = useQueryClient();
  return (signup) => {
    queries.setQueryData(['signup', appId, signup.signupId], signup);
    for (const queryKey of [
      ['rows', 'signups', appId],
      ['points', appId],
      ['rows', 'points', appId],
    ])
      void queries.invalidateQueries({ queryKey });
  };
}

/** Why Meta answered nothing, in words, where it is that. */
export function useMetaFault(): (error: unknown) => string | undefined {
  const t = useWords(signupsWords);
  return (error) => {
    if (error === null || error === undefined) return undefined;
    const { code, detail } = failureOf(error);
    if (code === 'meta-not-set-up') return t.noToken;
    return code === 'meta-refused' ? `${t.refused} ${detail ?? ''}` : undefined;
  };
}
