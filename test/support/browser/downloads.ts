import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A file as the browser was handed it, and the name that it is offered under. */
export interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Presses a button that hands the browser a file. */
export async function downloaded(page: Page, button: string): Promise<Downloaded> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
