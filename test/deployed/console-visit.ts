import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { visit } from '../support/api/visit.ts';
import { chromiumAtHand } from '../support/browser/chromium.ts';
import { exchange } from '../support/journeys/http.ts';
import { signedUp } from './sign-in.ts';
import type { Stage } from './stage.ts';

/**
 * Opens the console of two stages in a Chromium, at the addresses that they print: of one without a user pool with its key, of the other
 * by the pool's pages, as an owner and as support. Without a Chromium on this machine nothing is opened, and the result says so.
 *
 * @param folder for pictures
 */
export async function openTheConsoles(byKey: Stage, byPool: Stage, folder: string): Promise<string> {
  const executablePath = chromiumAtHand();
  if (executablePath === undefined) return 'there is no Chromium here, so none was opened';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const shots = join(folder, 'shots');
  try {
    await visited(browser, byKey, undefined, shots, async (page, console) => {
      await page.goto(`${console}/apps/acme/overview`);
      await page.getByLabel('API key').fill(byKey.commands.exported('KEY'));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('1 person is known here').waitFor();
    });
    const { appId, place, accounts } = await signedUp(byPool);
    for (const [role, { email, password }] of Object.entries(accounts)) {
      await visited(browser, byPool, place.authorizeUrl, shots, async (page, console) => {
        await page.goto(`${console}/apps/${appId}/overview`);
        await page.getByRole('main').locator('button.primary').first().click();
        await page.getByLabel('Username').fill(email);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByText('1 person is known here').waitFor();
        const keys = await page.getByRole('navigation').getByRole('link', { name: 'API keys' }).count();
        if (keys !== (role === 'owner' ? 1 : 0))
          throw new Error(`The console shows ${role} ${keys} links to API keys.`);
      });
    }
    return 'opened with a key, by an owner, and by support, who is shown no API keys; no complaint of the browser';
  } finally {
    await browser.close();
  }
}

/** A visit of a console by somebody whom the browser does not know. Rejects with what the browser complains of. */
async function visited(
  browser: Browser,
  stage: Stage,
  pool: string | undefined,
  shots: string,
  act: (page: Page, console: string) => Promise<void>,
): Promise<void> {
  const visitor = await visit(browser, { width: 1280 }, shots);
  const { baseUrl, hostHeader = '' } = await stage.settings('');
  const { origin } = new URL(stage.commands.exported('API'));
  await lead(visitor.page, origin, baseUrl, { host: hostHeader });
  if (pool !== undefined) await lead(visitor.page, new URL(pool).origin, baseUrl, { host: new URL(baseUrl).host });
  // A stage that was just deployed starts cold, on a machine that may be busy.
  visitor.page.setDefaultTimeout(60_000);
  await act(visitor.page, `${origin}/console`);
  const complaints = visitor.takeComplaints();
  if (complaints.length > 0 || (await visitor.violations()) > 0)
    throw new Error(`The browser complains:\n  ${complaints.join('\n  ')}`);
  await visitor.close();
}

/** Sends what a page asks of an origin of AWS to the emulator, under the name by which that knows it. */
async function lead(page: Page, origin: string, url: string, host: { readonly host: string }): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const sent = { ...(await request.allHeaders()), ...host, 'accept-encoding': 'identity' };
    const answer = await exchange(
      request.method(),
      `${url}${pathname}${search}`,
      sent,
      request.postData() ?? undefined,
    );
    const { location, ...others } = answer.headers;
    const headers = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
    // Where an answer leads, the browser would go without asking here again.
    if (location !== undefined && request.isNavigationRequest())
      return route.fulfill({
        contentType: 'text/html',
        body: `<meta http-equiv="refresh" content="0; url=${location.replaceAll('&', '&amp;')}">`,
      });
    await route.fulfill({ status: answer.status, headers, body: answer.bytes });
  });
}
