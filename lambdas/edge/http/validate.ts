import type * as z from 'zod';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';

/**
 * The input as the schema understands it.
 *
 * @param more faults that the schema cannot see because they depend on the app; all are reported together
 * @throws InvalidInputError with every fault and its RFC 6901 pointer
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  more: readonly Fault[] = [],
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw new InvalidInputError([...faultsOf(result.error, input), ...more]);
  if (more.length > 0) throw new InvalidInputError(more);
  return result.data;
}

/** The same for the query of a call: a fault is named by its parameter, without a slash. */
export function validateQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: { readonly [name: string]: string | undefined },
): z.output<Schema> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw new InvalidInputError(
    faultsOf(result.error, query).map((fault) => ({ ...fault, pointer: fault.pointer.slice(1) })),
  );
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

type Issue = z.core.$ZodIssue;

/** Fields that were, and where what they were for is now. */
const gone = new Map([
  ['callback', 'Callbacks are endpoints of their own: POST /v1/apps/{appId}/callbacks (docs/callbacks.md).'],
]);

function faultsOf(error: z.ZodError, input: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, input));
}

function faultsOfIssue(issue: Issue, input: unknown): Fault[] {
  const pointer = pointerTo(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'unknown-field',
      detail: gone.get(key) ?? 'There is no such field here.',
    }));
  }
  const meant = issue.code === 'invalid_union' ? issue.errors.find(isOfTheRightKind) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((each) => faultsOfIssue({ ...each, path: [...issue.path, ...each.path] }, input));
  }
  if (issue.code !== 'custom' && valueAt(input, issue.path) === undefined) {
    return [{ pointer, code: 'required', detail: 'This field is required.' }];
  }
  const [code, detail] = describe(issue);
  return [{ pointer, code, detail }];
}

/** Whether a branch of a union failed in its details only, so that it must be the one that was meant. */
function isOfTheRightKind(branch: readonly Issue[]): boolean {
  return branch.every(({ path, code }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value'));
}

function describe(issue: Issue): [code: string, detail: string] {
  switch (issue.code) {
    case 'custom':
      return [String(issue.params?.code ?? 'invalid'), issue.message];
    case 'invalid_type':
      return ['wrong-type', `This must be ${kinds[issue.expected] ?? `a ${issue.expected}`}.`];
    case 'invalid_value':
      return ['not-one-of', `This must be one of: ${issue.values.map(String).join(', ')}.`];
    case 'too_small':
      return counted(issue.origin, issue.minimum)
        ? ['too-short', `This must have at least ${counted(issue.origin, issue.minimum)}.`]
        : ['too-small', `This must be at least ${issue.minimum}.`];
    case 'too_big':
      return counted(issue.origin, issue.maximum)
        ? ['too-long', `This may have at most ${counted(issue.origin, issue.maximum)}.`]
        : ['too-big', `This may be at most ${issue.maximum}.`];
    case 'invalid_union':
      return ['wrong-type', issue.message];
    case 'invalid_format':
      return ['wrong-format', issue.message];
    default:
      return ['invalid', issue.message];
  }
}

const kinds: { readonly [expected: string]: string } = {
  object: 'an object',
  array: 'an array',
  int: 'a whole number',
};

function counted(origin: string, count: number | bigint): string | undefined {
  const one = origin === 'string' ? 'character' : origin === 'array' ? 'item' : undefined;
  return one && `${count} ${one}${Number(count) === 1 ? '' : 's'}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as { [key: PropertyKey]: unknown })[step];
  }
  return value;
}
