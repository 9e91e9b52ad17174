import { expect, it } from 'vitest';
import { stateLine } from '../../../../lambdas/edge/pages/person/state-line.ts';

const said = (text: string, app: string) =>
  stateLine(text, { locale: app, timeZone: 'UTC' }, { state: 'opted-in', since: Date.UTC(2026, 10, 20, 15) });

it.each([
  ['en-GB', 'en-US', /20 November 2026 at 15:00/],
  ['en-US', 'en-GB', /November 20, 2026 at 3:00 PM/],
  ['en', 'en-GB', /20 November 2026 at 15:00/],
  ['en', 'en-US', /November 20, 2026 at 3:00 PM/],
  ['en', 'es-MX', /November 20, 2026 at 3:00 PM/],
  ['es', 'en-GB', /20 de noviembre de 2026/],
])('a text in %s of an app in %s is dated as its readers do', (text, app, words) => {
  expect(said(text, app).replaceAll('\u202f', ' ')).toMatch(words);
});
