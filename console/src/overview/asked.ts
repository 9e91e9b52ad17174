import { api, dataOf } from '../api/client.ts';

/** A page of those who wrote what may mean stop, were asked, and have not answered. */
export const askedPage = (appId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/unclear-stops', {
      params: { path: { appId }, query: { ...(cursor !== undefined && { cursor }) } },
    }),
  );

export type Asked = Awaited<ReturnType<typeof askedPage>>['data'][number];
