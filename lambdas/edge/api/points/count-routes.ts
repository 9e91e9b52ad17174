import { type CountedPoint, pointIdOf, tokenOf } from '../../../domain/collection/collection-point.ts';
import { lostAt, stepsOf, sumOf } from '../../../domain/collection/funnel.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { findPoint, tokenIn } from '../../../use-cases/collection/manage-points.ts';
import type {
  AppCensus,
  AppCounts,
  FlippedDay,
  FlippedPurpose,
  PointStore,
} from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { countsQuery, wantedDays } from './counts.ts';
import type { countOperations } from './operations.ts';

export interface CountDeps {
  readonly apps: FreshApps;
  readonly points: Pick<PointStore, 'findFresh' | 'days' | 'list'>;
  readonly counts: AppCounts;
  readonly census: AppCensus;
  readonly now: Clock;
}

/** What was counted, by day. */
export function countRoutes({
  apps,
  points,
  counts: ofApps,
  census,
  now,
}: CountDeps): RoutesOf<typeof countOperations> {
  return {
    'GET /v1/apps/{appId}/counts': {
      query: countsQuery,
      act: async ({ path: { appId }, query }) => {
        const asked = query();
        const app = await findApp(apps, appId);
        const { timeZone } = app;
        const wanted = wantedDays(asked, timeZone, now());
        const [from, to] = [wanted[0], wanted.at(-1) ?? wanted[0]];
        const counted = new Map((await ofApps.days(appId, from, to)).map((each) => [each.day, each.purposes]));
        const days = wanted.map((day) => ({ day, purposes: [...(counted.get(day) ?? [])] }));
        const totals = totalsOf(days);
        const people = await census.read(app, now());
        const body = {
          timeZone,
          from,
          to,
          totals,
          days,
          topPoints: await topPoints(points, appId),
          now: people === undefined ? null : { ...people, openWindows: people.openWindows ?? null },
        };
        return { status: 200, body };
      },
    },

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

function totalsOf(days: readonly FlippedDay[]): FlippedPurpose[] {
  const byPurpose = Map.groupBy(
    days.flatMap(({ purposes }) => purposes),
    ({ purposeId }) => purposeId,
  );
  const sum = (own: readonly FlippedPurpose[], name: 'optIns' | 'optOuts') =>
    own.reduce((total, each) => total + each[name], 0);
  return [...byPurpose]
    .map(([purposeId, own]) => ({ purposeId, optIns: sum(own, 'optIns'), optOuts: sum(own, 'optOuts') }))
    .sort((a, b) => (a.purposeId < b.purposeId ? -1 : 1));
}

/** The points with most that was confirmed, of all time; none without any. */
async function topPoints({ list }: Pick<PointStore, 'list'>, appId: string) {
  const all: CountedPoint[] = [];
  for (let after: string | undefined; all.length < mostPoints; ) {
    const page = await list(appId, 100, after);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < 100) break;
    after = tokenOf(last.point.pointId);
  }
  return all
    .map(({ point: { pointId, name, kind }, counts: { shown, confirmed } }) => ({
      pointId,
      name,
      kind,
      shown,
      confirmed,
    }))
    .filter(({ confirmed }) => confirmed > 0)
    .sort((a, b) => b.confirmed - a.confirmed || (a.pointId < b.pointId ? -1 : 1))
    .slice(0, 10);
}

/** So many points are compared; those of an app with more are in no order, so the others are not the lesser ones. */
const mostPoints = 1000;
