/** A route that fits a request, with its path parameters decoded. */
export interface Matched<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

type Route = { readonly method: string; readonly path: string };

/** A segment of a path: what must stand there, or the name under which it is handed over. */
type Segment = { readonly literal: string } | { readonly parameter: string; readonly isRest: boolean };

interface Pattern<R> {
  readonly route: R;
  readonly segments: readonly Segment[];
}

const inOrder = new WeakMap<readonly Route[], readonly Pattern<Route>[]>();

/**
 * Finds the route of a request as API Gateway does: a literal segment wins over a parameter, `{name+}` takes the rest,
 * `ANY` takes every method that no other route of the same path names.
 */
export function matchRoute<R extends Route>(
  routes: readonly R[],
  method: string,
  rawPath: string,
): Matched<R> | undefined {
  const patterns = (inOrder.get(routes) ?? patternsOf(routes)) as readonly Pattern<R>[];
  inOrder.set(routes, patterns);
  const given = rawPath.split('/').slice(1);
  for (const { route, segments } of patterns) {
    if (route.method !== method && route.method !== 'ANY') continue;
    const pathParameters = parametersOf(segments, given);
    if (pathParameters !== undefined) return { route, pathParameters };
  }
  return undefined;
}

/** Those that win come first. */
function patternsOf<R extends Route>(routes: readonly R[]): readonly Pattern<R>[] {
  return routes
    .map((route) => ({ route, segments: route.path.split('/').slice(1).map(toSegment), rank: rankOf(route) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank < b.rank ? -1 : 1));
}

function toSegment(part: string): Segment {
  const [, parameter, plus] = /^\{(.+?)(\+?)\}$/.exec(part) ?? [];
  return parameter === undefined ? { literal: part } : { parameter, isRest: plus === '+' };
}

function parametersOf(pattern: readonly Segment[], given: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const part = given[index];
    if (part === undefined) return undefined;
    if ('literal' in segment) {
      if (part !== segment.literal) return undefined;
    } else if (segment.isRest) {
      return { ...parameters, [segment.parameter]: decoded(given.slice(index).join('/')) };
    } else {
      if (part === '') return undefined;
      parameters[segment.parameter] = decoded(part);
    }
  }
  return pattern.length === given.length ? parameters : undefined;
}

const rankOf = (route: Route): string =>
  route.path
    .split('/')
    .map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'))
    .join('') + (route.method === 'ANY' ? '1' : '0');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
