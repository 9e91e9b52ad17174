import { type Route, type RouteKey, routes } from '../../contract/routes.ts';
import type { HttpEvent } from './caller.ts';

/** The route of the contract that a call asks for. */
export interface AskedRoute {
  readonly routeKey: RouteKey;
  readonly scope: Route['scope'];
}

/** A path of ours, and a method that it does not have. */
export interface OtherMethod {
  /** A key is needed for what the path has, unless API Gateway did not ask for one. */
  readonly scope: 'any' | 'public';
  /** What the path has, for the header `Allow`. */
  readonly allowed: readonly string[];
}

const scopeOf: ReadonlyMap<string, Route['scope']> = new Map(
  routes.map(({ method, path, scope }) => [`${method} ${path}`, scope]),
);

/**
 * Which route a call asks for. API Gateway hands most paths over as `ANY /path`, whatever the method, so the request's own method decides;
 * what it hands over as `POST /path` is that. A HEAD is the GET of its path. Undefined = no route of ours.
 */
export function askedRoute(
  event: Pick<HttpEvent, 'routeKey' | 'rawPath' | 'requestContext'>,
): AskedRoute | OtherMethod | undefined {
  const [handedOver = '', path = ''] = event.routeKey.split(' ');
  const method = handedOver === 'ANY' ? methodOf(event) : handedOver;
  const exact = known(`${method === 'HEAD' ? 'GET' : method} ${path}`);
  if (exact !== undefined || handedOver !== 'ANY') return exact;
  const rest = known(event.routeKey);
  const allowed = methodsAt(event.rawPath, rest === undefined ? path : undefined);
  if (allowed.length === 0) return rest;
  // The route for all other paths has no authorizer; every other one has that of its path.
  const isKeyed = rest === undefined && routes.some((route) => route.path === path && route.scope !== 'public');
  return { scope: isKeyed ? 'any' : 'public', allowed };
}

/** The method of the request itself. */
export const methodOf = ({ requestContext }: Pick<HttpEvent, 'requestContext'>): string => requestContext.http.method;

function known(key: string): AskedRoute | undefined {
  const scope = scopeOf.get(key);
  return scope === undefined ? undefined : { routeKey: key as RouteKey, scope };
}

/**
 * The methods that are answered at a path as it was called: those of every path of the contract that it fits, for API Gateway takes the
 * first that has the method. OPTIONS is answered wherever anything is. What takes any method, and what its function has besides, says so itself.
 */
function methodsAt(rawPath: string, routePath: string | undefined): readonly string[] {
  const anyMethod = new Set(routes.filter(({ method }) => method === 'ANY').map(({ handler }) => handler));
  const fitting = routes.filter(
    ({ path, handler }) => path === routePath || (!anyMethod.has(handler) && patternOf(path).test(rawPath)),
  );
  return fitting.length === 0 ? [] : [...new Set([...fitting.map(({ method }) => method), 'OPTIONS'])].sort();
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return part.replaceAll('.', '\\.');
    return part.endsWith('+}') ? '.+' : '[^/]+';
  });
  return new RegExp(`^${parts.join('/')}$`);
}
