import { ExecutionFailedError } from './execution-failed-error.ts';

/** What flows through a state machine, and its context object. */
export type Data = Readonly<Record<string, unknown>>;

/** `$`, `$.a.b`, `$.a[0]`, and the same from `$$` for the context. */
export function pick(path: unknown, data: unknown, context: Data): unknown {
  if (path === null) return {};
  const text = String(path);
  const fromContext = text.startsWith('$$');
  const steps = text.slice(fromContext ? 2 : 1).match(/[^.[\]']+/g) ?? [];
  if (!text.startsWith('$') || /[*?@(:]/.test(text)) throw new Error(`Local mode does not know the path ${text}.`);
  return steps.reduce<unknown>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as Data)[step]),
    fromContext ? context : data,
  );
}

/** Payload template: keys that end in `.$` take the value at their path. */
export function fill(template: unknown, data: unknown, context: Data): unknown {
  if (Array.isArray(template)) return template.map((each) => fill(each, data, context));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith('.$')) return [key, fill(value, data, context)];
      const found = pick(value, data, context);
      if (found === undefined)
        throw new ExecutionFailedError('States.ParameterPathFailure', `The path ${String(value)} is not in the input.`);
      return [key.slice(0, -2), found];
    }),
  );
}

/** Where a result goes: in place of the input, nowhere (`null`), or under a name of it. */
export function place(data: unknown, path: unknown, result: unknown): unknown {
  if (path === undefined || path === '$') return result;
  if (path === null) return data;
  const [first = '', ...rest] = String(path).slice(2).split('.');
  const object = (data ?? {}) as Data;
  return { ...object, [first]: rest.length === 0 ? result : place(object[first], `$.${rest.join('.')}`, result) };
}
