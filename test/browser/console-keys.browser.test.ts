import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';
import { journeyTarget } from '../support/journeys/target.ts';

/** The status of a call with a key. */
async function statusWith(pagesUrl: string, key: string, path: string): Promise<number> {
  return (await fetch(`${pagesUrl}${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
}

const secretOn = async (page: Page): Promise<string> => (await page.locator('dialog .copyable').innerText()).trim();

describe('the keys of the console', () => {
  browserTest.for(looks)(
    'are made with scopes, rotated and revoked, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`keys-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      // Of several: the only one would be ticked as it begins.
      await openShop(`keys-other-${width}-${dark ? 'dark' : 'light'}`);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, 'keys');
      await page.getByRole('row').nth(1).waitFor();
      await look('keys');

      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByLabel('Only some apps').check();
      // Every fault beside its field.
      await page.getByRole('button', { name: 'New key' }).click();
      await expect.poll(() => page.locator('main [aria-invalid="true"]').count()).toBe(3);
      await look('key-faults');
      visit.takeComplaints();
      const name = `Shop backend ${randomUUID().slice(0, 8)}`;
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('See people and what they said').check();
      await page.getByLabel(`Luna Coffee${shop.appId}`).check();
      await page.getByRole('button', { name: 'New key' }).dblclick();
      await page.getByText('This is the only time it is shown.').waitFor();
      await look('key-secret');
      const first = await secretOn(page);
      expect(await statusWith(pagesUrl, first, `/v1/apps/${shop.appId}/users`)).toBe(200);
      expect(await statusWith(pagesUrl, first, `/v1/apps/${shop.appId}/points`)).toBe(403);
      // Escape does not take it away.
      await page.keyboard.press('Escape');
      expect(await secretOn(page)).toBe(first);
      await page.getByRole('button', { name: 'I have put it away' }).click();
      await page.getByRole('link', { name }).waitFor();
      expect(await page.getByRole('link', { name }).count()).toBe(1);
      expect(await page.content()).not.toContain(first);
      expect(JSON.stringify(await page.evaluate('({ ...sessionStorage, ...localStorage })'))).not.toContain(first);

      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await look('key');
      await page.getByRole('button', { name: 'Rotate' }).click();
      await page.getByLabel('The old secret is taken').selectOption('0');
      await look('key-rotate');
      await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
      await page.getByText('This is the only time it is shown.').waitFor();
      const second = await secretOn(page);
      expect(second).not.toBe(first);
      expect(await statusWith(pagesUrl, second, `/v1/apps/${shop.appId}/users`)).toBe(200);
      await page.getByRole('button', { name: 'I have put it away' }).click();

      await page.getByRole('button', { name: 'Revoke' }).click();
      await page.getByRole('dialog').getByText('See people and what they said').waitFor();
      await look('key-revoke');
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('The key is revoked.').waitFor();
      await page.locator('main').getByText('Revoked').first().waitFor();
      expect(await page.getByRole('button', { name: 'Rotate' }).count()).toBe(0);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('that end with another are named before it is revoked, one’s own too', async ({ open, pagesUrl }) => {
    const make = async (name: string, key?: string) => {
      const body = { name, scopes: ['keys:write', 'apps:read'], apps: 'all' };
      if (key === undefined) return (await journeyTarget().call('POST', '/v1/keys', body)).body;
      const answer = await fetch(`${pagesUrl}/v1/keys`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { key: string; keyId: string };
    };
    const run = randomUUID().slice(0, 8);
    const parent = await make(`Agency ${run}`);
    await make(`Freelancer ${run}`, String(parent.key));
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await page.goto(`${pagesUrl}/console/keys/${parent.keyId}#key=${parent.key}`);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByText(`Freelancer ${run}`).waitFor();
    await page.getByText('you will be signed out').waitFor();
    await visit.shot('console-key-revoke-own');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByLabel('API key').waitFor();
  });

  browserTest('that are one’s own are rotated without an end of the session', async ({ open, pagesUrl }) => {
    const run = randomUUID().slice(0, 8);
    const body = { name: `Laptop ${run}`, scopes: ['keys:write', 'apps:read'], apps: 'all' };
    const { body: own } = await journeyTarget().call('POST', '/v1/keys', body);
    const visit = await open();
    const { page } = visit;
    await page.goto(`${pagesUrl}/console/keys/${own.keyId}#key=${own.key}`);
    await page.getByRole('button', { name: 'Rotate' }).click();
    await page.getByLabel('The old secret is taken').selectOption('0');
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    await page.getByText('You go on here with the new secret.').waitFor();
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'I have put it away' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: `Laptop ${run}` }).waitFor();
  });

  browserTest('stand in the audit list from then on', async ({ open, pagesUrl }) => {
    const body = { name: `Till ${randomUUID().slice(0, 8)}`, scopes: ['apps:read'], apps: 'all' };
    const { body: made } = await journeyTarget().call('POST', '/v1/keys', body);
    await journeyTarget().call('DELETE', `/v1/keys/${made.keyId}`);
    const visit = await open();
    const { page } = visit;
    await openConsole(page, pagesUrl, 'audit');
    await page.getByText(String(body.name)).first().waitFor();
    await page.getByText('revoked an API key.').first().waitFor();
    await visit.shot('console-audit');
    await visit.expectAccessible();
    expect(await visit.violations()).toBe(0);
  });

  browserTest.for(widths)('are read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, 'keys');
    await page.getByRole('row').nth(1).waitFor();
    await visit.shot('console-keys-ar');
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'مفتاح جديد' }).click();
    await page.getByText('ما يمكنه فعله').waitFor();
    await visit.shot('console-key-new-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
