/** A route that fits a request, with its path parameters decoded. */
export interface Matched<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a request as API Gateway does: a literal segment wins over a parameter, `{name+}` takes the rest,
 * `ANY` takes every method that no other route of the same path names.
 */
export function matchRoute<R extends { readonly method: string; readonly path: string }>(
  routes: readonly R[],
  method: string,
  rawPath: string,
): Matched<R> | undefined {
  const segments = rawPath.split('/').slice(1);
  const fits = routes.flatMap((route) => {
    if (route.method !== method && route.method !== 'ANY') return [];
    const pathParameters = parametersOf(route.path.split('/').slice(1), segments);
    return pathParameters === undefined ? [] : [{ route, pathParameters, rank: rankOf(route) }];
  });
  fits.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return fits[0];
}

function parametersOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    const given = segments[index];
    if (name?.[2] === '+')
      return segments.length > index
        ? { ...parameters, [name[1] ?? '']: decoded(segments.slice(index).join('/')) }
        : undefined;
    if (given === undefined || (name === null ? given !== part : given === '')) return undefined;
    if (name !== null) parameters[name[1] ?? ''] = decoded(given);
  }
  return pattern.length === segments.length ? parameters : undefined;
}

const rankOf = (route: { readonly method: string; readonly path: string }): string =>
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
