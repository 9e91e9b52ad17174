import { pointIdOf } from '../../../domain/collection/collection-point.ts';
import { lostAt, stepsOf, sumOf } from '../../../domain/collection/funnel.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { findPoint, tokenIn } from '../../../use-cases/collection/manage-points.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { countsQuery, wantedDays } from './counts.ts';
import type { countOperations } from './operations.ts';

export interface CountDeps {
  readonly apps: FreshApps;
  readonly points: Pick<PointStore, 'findFresh' | 'days'>;
  readonly now: Clock;
}

/** What was counted, by day. */
export function countRoutes({ apps, points, now }: CountDeps): RoutesOf<typeof countOperations> {
  return {
    'GET /v1/apps/{appId}/points/{pointId}/counts': {
      query: countsQuery,
      act: async ({ path: { appId, pointId }, query }) => {
        const asked = query();
        const { timeZone } = await findApp(apps, appId);
        const wanted = wantedDays(asked, timeZone, now());
        const token = tokenIn(pointId);
        const { point } = await findPoint(points, appId, token);
        const [from, to] = [wanted[0], wanted.at(-1) ?? wanted[0]];
        const counted = new Map((await points.days(token, from, to)).map(({ day, counts }) => [day, counts]));
        const days = wanted.map((day) => ({ day, counts: counted.get(day) ?? sumOf([]) }));
        const totals = sumOf(days.map(({ counts }) => counts));
        const steps = [...stepsOf(point)];
        const body = {
          pointId: pointIdOf(token),
          timeZone,
          from,
          to,
          steps,
          lostAt: lostAt(steps, totals),
          totals,
          days,
        };
        return { status: 200, body };
      },
    },
  };
}
