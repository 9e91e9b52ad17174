import { expect, test } from 'vitest';
import { agreementTable, pagesTable } from '../../lambdas/domain/languages/tables.ts';

/** The console imports nothing of the product, so what its preview says is a file: -u writes it anew. */
test('the preview says what the pages say', async () => {
  const said = Object.entries(pagesTable).map(([language, { check, frame }]) => [
    language,
    {
      pick: check.purposes,
      go: check.continue,
      confirm: check.confirm,
      privacy: frame.privacy,
      byBusiness: frame.byBusiness,
      thisNumber: agreementTable[language as keyof typeof agreementTable].thisNumber,
    },
  ]);
  const file = `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
  await expect(file).toMatchFileSnapshot('../../console/src/preview/page-words.json');
});
