import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';

export type Point = components['schemas']['CollectionPoint'];
export type PointKind = Point['kind'];

/** One point. */
export function usePoint(pointId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['point', appId, pointId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/points/{pointId}', { params: { path: { appId, pointId } } })),
  });
}

/** The points of the first page; nobody has more who is not a chain of shops. */
export function useFirstPoints() {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['points', appId, 'first'],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/points', { params: { path: { appId }, query: { limit: 100 } } })),
  });
}

/** A point is new or different: what was read of points is read again. */
export function usePointChanged(): (point: Point) => void {
  const { appId } = useApp();
  const queries = useQueryClient();
  return (point) => {
    queries.setQueryData(['point', appId, point.pointId], point);
    for (const queryKey of [
      ['points', appId],
      ['rows', 'points', appId],
      ['first-steps', appId],
    ]) {
      void queries.invalidateQueries({ queryKey });
    }
  };
}

/** The notices that can be named. */
export function useNotices() {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['notices', appId, 'first'],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/notices', { params: { path: { appId }, query: { limit: 100 } } })),
  });
}

/** What a notice says in each of its languages. */
export function useNoticeTexts(notice: Point['notice']) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['notice-version', appId, notice?.noticeId, notice?.version],
    enabled: notice !== undefined,
    queryFn: () =>
      dataOf(
        api.GET('/v1/apps/{appId}/notices/{noticeId}/versions/{version}', {
          params: { path: { appId, noticeId: notice?.noticeId ?? '', version: String(notice?.version) } },
        }),
      ),
  });
}

/** Kinds that people meet as a page or form of ours: they show a notice. */
export const showsNotice = (kind: PointKind): boolean =>
  ['link', 'widget', 'landing-page', 'form', 'personal-link', 'preference-page'].includes(kind);

/** Kinds that stand in web pages of the business. */
export const isEmbedded = (kind: PointKind): boolean => kind === 'widget' || kind === 'form';

/** Kinds with one link for each person. */
export const isPersonal = (kind: PointKind): boolean => kind === 'personal-link' || kind === 'preference-page';
