import { expect, test } from 'vitest';
import { pageWords } from '../../console/src/preview/page-words.ts';
import { agreementTable, pagesTable } from '../../lambdas/domain/languages/tables.ts';

test('the preview says what the pages say', () => {
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
  expect(pageWords).toEqual(Object.fromEntries(said));
});
