import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';
import { pointerTo, validate, validateQuery } from '../../../lambdas/edge/http/validate.ts';

const schema = z.strictObject({
  name: z.string().min(2).max(4),
  count: z.int().min(1).max(9).optional(),
  kind: z.enum(['a', 'b']),
  list: z
    .array(z.strictObject({ id: z.string() }))
    .max(2)
    .optional(),
  either: z
    .union([z.literal('all'), z.array(z.string()).min(1)], { error: 'This must be a list or "all".' })
    .optional(),
});

const faultsOf = (input: unknown, check: () => unknown = () => validate(schema, input)) => {
  try {
    check();
    return [];
  } catch (error) {
    return error instanceof InvalidInputError
      ? error.faults.map(({ pointer, code }) => `${pointer} ${code}`).sort()
      : [String(error)];
  }
};

describe('validate', () => {
  it('says how much is missing in plain words, of one and of several', () => {
    const texts = z.strictObject({ one: z.string().min(1), list: z.array(z.string()).min(1), two: z.string().min(2) });
    expect(() => validate(texts, { one: '', list: [], two: '' })).toThrow(
      expect.objectContaining({
        faults: [
          { pointer: '/one', code: 'too-short', detail: 'This must have at least 1 character.' },
          { pointer: '/list', code: 'too-short', detail: 'This must have at least 1 item.' },
          { pointer: '/two', code: 'too-short', detail: 'This must have at least 2 characters.' },
        ],
      }),
    );
  });

  it.each([
    [{ name: 'ok', kind: 'a' }, []],
    [{}, ['/kind required', '/name required']],
    [{ name: 'x', kind: 'c' }, ['/kind not-one-of', '/name too-short']],
    [{ name: 'too long', kind: 'a', count: 0 }, ['/count too-small', '/name too-long']],
    [{ name: 3, kind: null, count: 1.5 }, ['/count wrong-type', '/kind not-one-of', '/name wrong-type']],
    [
      { name: 'ok', kind: 'a', count: 10, 'a/b~c': 1, nmae: 2 },
      ['/a~1b~0c unknown-field', '/count too-big', '/nmae unknown-field'],
    ],
    [
      { name: 'ok', kind: 'a', list: [{ id: 2, x: 1 }, {}] },
      ['/list/0/id wrong-type', '/list/0/x unknown-field', '/list/1/id required'],
    ],
    [{ name: 'ok', kind: 'a', list: [{}, {}, {}] }, ['/list too-long']],
    [{ name: 'ok', kind: 'a', either: 'some' }, ['/either wrong-type']],
    [{ name: 'ok', kind: 'a', either: [] }, ['/either too-short']],
    [{ name: 'ok', kind: 'a', either: ['x', 1] }, ['/either/1 wrong-type']],
    [{ name: 'ok', kind: 'a', count: Number.POSITIVE_INFINITY }, ['/count wrong-type']],
    [null, [' wrong-type']],
    [[], [' wrong-type']],
  ])('names every fault of %j', (input, faults) => expect(faultsOf(input)).toEqual(faults));

  it('adds the faults that only the app can see', () => {
    const more = [{ pointer: '/list/0/id', code: 'unknown-purpose', detail: 'There is no such purpose.' }];
    expect(faultsOf({ name: 'ok', kind: 'c' }, () => validate(schema, { name: 'ok', kind: 'c' }, more))).toEqual([
      '/kind not-one-of',
      '/list/0/id unknown-purpose',
    ]);
    expect(faultsOf({}, () => validate(schema, { name: 'ok', kind: 'a' }, more))).toEqual([
      '/list/0/id unknown-purpose',
    ]);
  });

  it('has a sentence for each', () => {
    const faults = (() => {
      try {
        validate(schema, { name: 'x', kind: 'c', extra: 1 });
      } catch (error) {
        return error instanceof InvalidInputError ? error.faults : [];
      }
    })();
    for (const { detail } of faults ?? []) expect(detail).toMatch(/^[A-Z].*\.$/);
    expect(faults).toHaveLength(3);
  });

  it('names a fault of a query by its parameter', () => {
    const query = z.strictObject({ limit: z.string().regex(/^\d+$/, 'This must be a number.') });
    expect(faultsOf({}, () => validateQuery(query, { limit: 'x', page: '2' }))).toEqual([
      'limit wrong-format',
      'page unknown-field',
    ]);
  });
});

describe('pointerTo', () => {
  it('escapes as RFC 6901 says', () => {
    expect(pointerTo(['a/b', 0, '~1', ''])).toBe('/a~1b/0/~01/');
    expect(pointerTo([])).toBe('');
  });
});
