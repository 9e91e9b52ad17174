import { readFileSync } from 'node:fs';
import { type Route, routes } from '../../../lambdas/contract/routes.ts';

/** A route as API Gateway is given it: one of the contract, or `ANY` for all that the contract has at a path. */
export type GatewayRoute = Route;

/**
 * Routes with a brake of their own. Settings of a route outlive it: API Gateway forgets none, and refuses every later change of the stage
 * once the route is gone. So a route that is here stays a route, and a new one takes the stage's brake, so that going back a version is safe.
 */
export const brakedRoutes: readonly string[] = JSON.parse(
  readFileSync(new URL('../../braked-routes.json', import.meta.url), 'utf8'),
);

/** Whether a no comes in at a path, or is asked for. */
export const isPathOfNoes = (path: string): boolean =>
  /opt-outs|opt\/out|suppressions$|^\/GatewayAPI|eligibility|^\/webhooks\/|^\/me\//.test(path);

/**
 * The routes that API Gateway gets, fewer than the contract has: a path is one route for all its methods, and `httpEndpoint` finds the route
 * of the contract by the request's own. Routes of their own keep:
 *
 * - paths that have one with a brake of its own;
 * - paths of noes: functions of a former version, which are back before their routes are, know no `ANY` (decision 0072);
 * - paths with one method, which would be one route in any case: what else is asked there goes to the route for the rest of all paths;
 * - paths that a less exact one with routes of its own fits too: which of the two API Gateway takes then is nowhere written;
 * - paths whose methods are of several functions, or are not all public or all keyed.
 */
export function gatewayRoutes(
  all: readonly Route[] = routes,
  braked: readonly string[] = brakedRoutes,
): readonly GatewayRoute[] {
  const paths = [...Map.groupBy(all, ({ path }) => path)].map(([path, own]) => ({ path, own }));
  type Path = (typeof paths)[number];
  const isApart = ({ path, own }: Path) =>
    own.length === 1 ||
    isPathOfNoes(path) ||
    own.some((route) => braked.includes(keyOf(route))) ||
    new Set(own.map(({ handler, scope }) => `${handler} ${scope === 'public'}`)).size > 1;
  const apart = paths.filter(isApart);
  const isOvertaken = ({ path, own }: Path) =>
    apart.some(
      (other) =>
        isLessExact(other.path, path) && other.own.some(({ method }) => own.some((each) => each.method === method)),
    );
  return paths.flatMap((each): readonly GatewayRoute[] => {
    const [first] = each.own;
    if (first === undefined || apart.includes(each) || isOvertaken(each)) return each.own;
    return [{ ...first, method: 'ANY' }];
  });
}

/** API Gateway's route key. */
export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** Whether a path fits whatever another one fits, by a parameter in the place of a word. What takes all the rest comes last in any case. */
function isLessExact(path: string, than: string): boolean {
  const [parts, others] = [path.split('/'), than.split('/')];
  return (
    path !== than &&
    parts.length === others.length &&
    parts.every((part, at) => isParameter(part) || part === others[at]) &&
    others.some((part, at) => !isParameter(part) && isParameter(parts[at] ?? ''))
  );
}

const isParameter = (part: string): boolean => part.startsWith('{') && !part.endsWith('+}');
