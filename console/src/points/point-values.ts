import type { components } from '../api/client.ts';
import { linesOf, type Values } from '../kit/values.ts';
import { dayIn, endOfDay } from './days.ts';
import type { Point, PointKind } from './points.ts';

type Settings = components['schemas']['CollectionPointSettings'];
type Change = components['schemas']['CollectionPointChange'];

/** The fields as they stand for a point. */
export function valuesOf(point: Point, timeZone: string): Values {
  const { name, notice, purposes, campaign, greeting, opens, origins, cap, formLimit, expiresAt } = point;
  return {
    '/name': name,
    '/purposes': purposes.join('\n'),
    '/origins': origins.join('\n'),
    '/campaign': campaign ?? '',
    '/greeting': greeting ?? '',
    '/cap': cap?.toString() ?? '',
    '/formLimit': formLimit?.toString() ?? '',
    '/expiresAt': expiresAt === undefined ? '' : dayIn(timeZone, new Date(expiresAt)),
    ...(notice !== undefined && { '/notice': notice.noticeId }),
    ...(opens !== undefined && { '/opens': opens }),
  };
}

/** A number as one; what is none goes as it was typed, so that the API says so beside its field. */
const numberOf = (typed: string): unknown => (/^\d+$/.test(typed) ? Number(typed) : typed);

/** What each field is in the body that is sent; undefined when nothing stands in it. */
function fieldsOf(values: Values, timeZone: string): { readonly [name: string]: unknown } {
  const given = (pointer: string): string | undefined => values[pointer]?.trim() || undefined;
  const as = (pointer: string, read: (typed: string) => unknown): unknown => {
    const typed = given(pointer);
    return typed === undefined ? undefined : read(typed);
  };
  return {
    name: given('/name'),
    notice: as('/notice', (noticeId) => ({ noticeId })),
    purposes: linesOf(values['/purposes']),
    origins: linesOf(values['/origins']),
    opens: given('/opens'),
    campaign: given('/campaign'),
    greeting: given('/greeting'),
    cap: as('/cap', numberOf),
    formLimit: as('/formLimit', numberOf),
    expiresAt: as('/expiresAt', (day) => endOfDay(timeZone, day)),
  };
}

/** A new point as it is sent; what lacks is the API's to say. */
export function settingsOf(kind: PointKind, values: Values, timeZone: string): Settings {
  const given = Object.entries(fieldsOf(values, timeZone)).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { kind, ...Object.fromEntries(given) } as Settings;
}

/** What is different, and nothing else: the version of a notice stays what it was, and so does a field that a colleague changes meanwhile. */
export function changeOf(before: Values, after: Values, timeZone: string): Change {
  const was = fieldsOf(before, timeZone);
  const changed = Object.entries(fieldsOf(after, timeZone)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  // A name cannot be taken away: an empty one is sent as such, and refused beside its field.
  return Object.fromEntries(changed.map(([name, value]) => [name, value ?? (name === 'name' ? '' : null)])) as Change;
}
