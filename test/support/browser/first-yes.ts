import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What README.md has its reader press, in its order: the bold names of its numbered steps. */
export const readmeSteps: readonly string[] = Array.from(
  readFileSync('README.md', 'utf8').matchAll(/^\d\. .*$/gm),
  ([line]) => Array.from(line.matchAll(/\*\*(.+?)\*\*/g), ([, name = '']) => name),
).flat();

/**
 * Does in a browser what README.md says, from the line that `npm start` prints to the yes.
 *
 * @param pressed is told after each step, when the page has settled
 */
export async function firstYes(
  page: Page,
  url: string,
  pressed: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.goto(url);
  for (const step of readmeSteps) {
    const named = new RegExp(`^\\W*${step}\\W*$`);
    const pressable = page.locator('a:visible, button:visible, summary:visible').filter({ hasText: named });
    await pressable
      .or(page.getByRole('checkbox', { name: step }))
      .first()
      .click();
    await pressed(step);
  }
  await page.locator('.bubble.business').waitFor();
  await page.locator('.happening.yes[data-kind="answer"]').first().waitFor();
}
