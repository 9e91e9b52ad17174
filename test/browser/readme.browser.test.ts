import { readFileSync, statSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDemoShop } from '../../dev/demo/demo-shop.ts';
import { browserTest } from '../support/browser/browser-test.ts';
import { firstYes, readmeSteps } from '../support/browser/first-yes.ts';
import { localModeForTests } from '../support/local-mode.ts';

describe('README.md', () => {
  browserTest(
    'leads from the line that npm start prints to a yes on the phone',
    { timeout: 120_000 },
    async ({ open }) => {
      expect(readmeSteps).toContain('Continue in WhatsApp');
      expect(readFileSync('README.md', 'utf8')).toContain('three commands and eight presses');
      expect(readmeSteps).toHaveLength(8);
      const system = await localModeForTests();
      onTestFinished(system.stop);
      await openDemoShop(system);
      const { page } = await open({ width: 1280 });
      await firstYes(page, `${system.baseUrl}/console#key=${system.apiKey}`);
      expect(await page.locator('.phone-answers').textContent()).toContain('Offers');
      const phone = page.getByRole('textbox', { name: 'Message' });
      await phone.fill('ALTO');
      await phone.press('Enter');
      await page.locator('.happening.no[data-kind="ledger"]', { hasText: 'stop.es.alto' }).waitFor();
    },
  );

  test('shows pictures that are there, and small', () => {
    const pictures = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
      ([, path = '']) => path,
    );
    expect(pictures).toHaveLength(2);
    for (const path of pictures) expect([path, statSync(path).size < 120_000]).toEqual([path, true]);
  });
});
