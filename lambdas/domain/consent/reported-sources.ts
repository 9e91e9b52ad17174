import type { Source } from './statement.ts';

/** Sources that a caller may report. What the person does first-hand has channels of its own, never a field of a request. */
export const reportedSources = [
  'api',
  'web-form',
  'paper',
  'point-of-sale',
  'call-centre',
  'import',
  'ivr',
  'email',
] as const satisfies readonly Source[];

/** Whether a caller may report something by this name of a source. */
export function isReportedSource(name: string): name is (typeof reportedSources)[number] {
  return (reportedSources as readonly string[]).includes(name);
}
