import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { visit } from '../support/api/visit.ts';
import { chromiumAtHand } from '../support/browser/chromium.ts';
import { exchange } from '../support/journeys/http.ts';
import type { Stage } from './stage.ts';

/**
 * Opens the console of a stage in a Chromium, at the address that the stage prints, and signs in there with its key. Without a Chromium
 * on this machine nothing is opened, and the result says so.
 *
 * @param folder for pictures
 */
export async function openTheConsole(stage: Stage, folder: string): Promise<string> {
  const executablePath = chromiumAtHand();
  if (executablePath === undefined) return 'there is no Chromium here, so it was not opened';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    const visitor = await visit(browser, { width: 1280 }, join(folder, 'shots'));
    const { page } = visitor;
    // A stage that was just deployed starts cold, on a machine that may be busy.
    page.setDefaultTimeout(60_000);
    const { baseUrl, hostHeader = '' } = await stage.settings('');
    const api = new URL(stage.commands.exported('API'));
    await lead(page, api.origin, baseUrl, hostHeader);

    await page.goto(`${api.origin}/console/apps/acme/overview`);
    await page.getByLabel('API key').fill(stage.commands.exported('KEY'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByText('1 person is known here').waitFor();
    const complaints = visitor.takeComplaints();
    if (complaints.length > 0 || (await visitor.violations()) > 0)
      throw new Error(`The browser complains:\n  ${complaints.join('\n  ')}`);
    return `opened at ${api.origin}/console, signed in with a key, no complaint of the browser`;
  } finally {
    await browser.close();
  }
}

/** Sends what a page asks of an origin of AWS to the emulator, under the name by which that knows it. */
async function lead(page: Page, origin: string, url: string, host: string): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const sent = { ...(await request.allHeaders()), host, 'accept-encoding': 'identity' };
    const answer = await exchange(
      request.method(),
      `${url}${pathname}${search}`,
      sent,
      request.postData() ?? undefined,
    );
    const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
    await route.fulfill({ status: answer.status, headers, body: answer.bytes });
  });
}
