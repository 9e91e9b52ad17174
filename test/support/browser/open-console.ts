import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** Opens a screen of the console as the printed link does, with the key for everything. */
export async function openConsole(page: Page, pagesUrl: string, screen = ''): Promise<void> {
  await page.goto(`${pagesUrl}/console/${screen}#key=${inject('journey').apiKey}`);
}
