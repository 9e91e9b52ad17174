import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';

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
