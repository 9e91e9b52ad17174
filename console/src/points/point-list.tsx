import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { PointState } from './point-state.tsx';
import type { Point } from './points.ts';
import { pointsWords } from './words/points-words.ts';

/** Every way in that there is. */
export function PointList() {
  const t = useWords(pointsWords);
  const { many } = useSpeech();
  const app = useApp();
  const current = useKept(session);
  const make = may(current, 'collection:write') && (
    <Link class="button primary" href={`~/console/apps/${app.appId}/onboarding`}>
      {t.newPoint}
    </Link>
  );
  return (
    <Page title={t.title} lead={t.lead} act={make}>
      <Rows<Point>
        label={t.title}
        queryKey={['points', app.appId]}
        page={(cursor) =>
          dataOf(
            api.GET('/v1/apps/{appId}/points', {
              params: { path: { appId: app.appId }, query: cursor === undefined ? {} : { cursor } },
            }),
          )
        }
        rowKey={({ pointId }) => pointId}
        href={({ pointId }) => `/${pointId}`}
        columns={[
          { title: t.columns.name, width: '3fr', cell: ({ name }) => <bdi>{name}</bdi> },
          {
            title: t.columns.kind,
            width: '3fr',
            cell: ({ kind, campaign, counts }) => (
              <span class="small">
                {[t.kinds[kind], campaign, many(t.optInsShort, counts.optIns ?? 0)].filter(Boolean).join(' · ')}
              </span>
            ),
          },
          { title: t.columns.state, width: '2fr', cell: ({ state }) => <PointState state={state} /> },
          { title: t.columns.made, width: '2fr', cell: ({ createdAt }) => <When at={createdAt} /> },
        ]}
        empty={<Empty title={t.noneTitle} why={t.noneWhy} act={make} />}
      />
    </Page>
  );
}
