import { expect, test } from 'vitest';
import { repliesTable } from '../../lambdas/domain/languages/tables.ts';

/** The console imports nothing of the product, so what its preview of a chat says is a file: -u writes it anew. */
test('the preview of a chat says what a yes is answered with', async () => {
  const said = Object.entries(repliesTable).map(([language, { optInConfirmed }]) => [language, { optInConfirmed }]);
  const file = `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
  await expect(file).toMatchFileSnapshot('../../console/src/onboarding/automated/reply-words.json');
});
