import { expect, test } from 'vitest';
import { humanTable } from '../../lambdas/domain/languages/tables.ts';

/** The console imports nothing of the product, so what its preview says is a file: -u writes it anew. */
test('the preview offers a human in the words of the messages', async () => {
  const said = Object.entries(humanTable).map(([language, { button, wayToHuman }]) => [
    language,
    { button, wayToHuman },
  ]);
  const file = `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
  await expect(file).toMatchFileSnapshot('../../console/src/replies/human-words.json');
});
