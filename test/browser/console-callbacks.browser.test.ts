import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';

let local: LocalModeForTests;
let receiver: Server;
let address: string;
/** What the receiver answers. */
let status = 200;
const heard: string[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      heard.push(body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/optledger`;
  local = await localModeForTests(undefined, undefined, true);
}, 120_000);
afterAll(async () => {
  await local?.stop();
  receiver?.close();
});

async function call(method: string, path: string, body?: object) {
  const answer = await fetch(`${local.baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${local.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

async function openApp(appId: string): Promise<string> {
  const purposes = [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }];
  await call('POST', '/v1/apps', {
    appId,
    displayName: 'Luna Coffee',
    purposes,
    timeZone: 'America/Mexico_City',
    locale: 'es-MX',
  });
  return `${local.baseUrl}/console/apps/${appId}/callbacks`;
}

describe('callbacks in the console', () => {
  browserTest.for(looks)(
    'are made, tried, replayed and switched off, at %i px, dark: %s',
    { timeout: 180_000 },
    async ([width, dark], { open }) => {
      status = 200;
      const screen = await openApp(`callbacks-${width}-${dark ? 'dark' : 'light'}`);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await page.goto(`${screen}#key=${local.apiKey}`);
      await page.getByText('No system is told yet').waitFor();
      await look('callbacks-none');
      await page.getByRole('link', { name: 'New address' }).first().click();
      await page.getByLabel('Address', { exact: true }).fill('http://crm');
      await page.getByLabel('Only what I tick').check();
      await page.getByRole('button', { name: 'New address' }).click();
      await page.getByText('Tick at least one.').waitFor();
      await page.getByLabel('Somebody said no, or a yes counts no longer.').check();
      await page.getByRole('button', { name: 'New address' }).click();
      await page.getByText('Begin with https://, name').waitFor();
      visit.takeComplaints();
      await look('callback-faults');
      await page.getByLabel('Address', { exact: true }).fill(address);
      await page.getByLabel('What it is', { exact: false }).first().fill('CRM');
      await page.getByRole('button', { name: 'New address' }).dblclick();
      const secret = page.getByRole('dialog').locator('pre');
      await secret.getByText('whsec_').waitFor();
      await look('callback-secret');
      const shown = await secret.innerText();
      await page.getByRole('button', { name: 'I have put it away' }).click();
      await page.getByText('Nothing was sent there yet').waitFor();
      expect(await page.content()).not.toContain(shown);

      await page.getByRole('button', { name: 'Send a test event' }).click();
      await look('callback-test');
      await page.getByRole('button', { name: 'Send it' }).click();
      await page.getByText('Your system took it.').waitFor();
      await page.getByText('Taken, 200').waitFor();
      await look('callback-delivered');
      const { id } = JSON.parse(heard.at(-1) ?? '{}') as { id: string };
      await page.getByText(id).first().waitFor();

      status = 503;
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.getByText('Refused, 503').waitFor();
      expect(JSON.parse(heard.at(-1) ?? '{}')).toMatchObject({ id });
      await page.getByText('Tried again later').first().waitFor();
      await look('callback-waiting');
      await page.getByRole('link', { name: 'CRM' }).click();
      await page.getByRole('row').nth(1).getByText('Refused, 503').waitFor();
      await look('callback');
      await page.getByLabel('State').selectOption('dead');
      await page.getByText('Nothing in this state').waitFor();
      await page.getByRole('button', { name: 'Show everything' }).click();

      status = 200;
      await page.getByRole('button', { name: 'Send a period again' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
      await page.getByText('This is missing.').first().waitFor();
      await look('callback-range');
      for (const end of ['/from', '/to']) await page.locator(`[name="${end}"]`).fill('2026-11-01');
      await page.locator('[name="/to"]').fill('2036-11-01');
      await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

      await page.getByRole('button', { name: 'New secret' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
      await page.getByRole('dialog').locator('pre').getByText('whsec_').waitFor();
      expect(await page.getByRole('dialog').locator('pre').innerText()).not.toBe(shown);
      await page.getByRole('button', { name: 'I have put it away' }).click();
      await page.getByText('the old secret is still good').waitFor();

      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
      await page.getByText('Switched off by one of you').waitFor();
      await look('callback-off');
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.getByText('On again.').waitFor();

      await page.getByRole('link', { name: 'Callbacks' }).last().click();
      await page.getByRole('heading', { name: 'CRM' }).waitFor();
      await look('callbacks');
      await page.getByRole('link', { name: 'What is told' }).click();
      await page.locator('.callback-event > summary').nth(1).click();
      await page.locator('.callback-event[open]').getByText('A sample').first().waitFor();
      await look('callback-events');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('say in words what was overtaken and what is given up', async ({ open }) => {
    const screen = await openApp('callbacks-words');
    const { endpointId } = await call('POST', '/v1/apps/callbacks-words/callbacks', { url: address, types: 'all' });
    const visit = await open({ width: 390 });
    const { page } = visit;
    const base = {
      deliveryId: 'dlv_eVhvUm03RWZIRWwjMDAwMDAwMDAwMDAz',
      endpointId,
      eventId: 'evt_7q4w8r5t1k3v9m2x',
      type: 'user.opted_in',
      timestamp: '2026-11-20T09:00:00.120Z',
      owedAt: '2026-11-20T09:00:00.390Z',
      attempts: 10,
      tries: [{ at: '2026-11-23T09:00:00.520Z', outcome: 'timed-out', tookMs: 10_000 }],
      size: 212,
      body: '{"id":"evt_7q4w8r5t1k3v9m2x"}',
    };
    let answer: object = {};
    await page.route('**/deliveries/dlv_*', (route) => route.fulfill({ json: answer }));
    const see = async (state: object, sentence: string, name: string) => {
      answer = { ...base, ...state };
      await page.goto(`${screen}/${endpointId}/${base.deliveryId}#key=${local.apiKey}`);
      await page.reload();
      await page.getByText(sentence).waitFor();
      await visit.shot(`console-callback-${name}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    };
    await see({ state: 'superseded', supersededBy: 'evt_9' }, 'A no waits behind nothing', 'superseded');
    await see({ state: 'dead', deathReason: 'tried-enough' }, 'It was tried ten times', 'dead');
    await page.route('**/replay', (route) =>
      route.fulfill({
        json: { replayed: 0, refused: [{ deliveryId: base.deliveryId, code: 'superseded' }], nextCursor: null },
      }),
    );
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('A yes is never told after that.').waitFor();
  });

  browserTest(
    'show who may not read people what came of each event, and no way to a page that is not theirs',
    async ({ open }) => {
      const appId = 'callbacks-marketer';
      const screen = await openApp(appId);
      const { endpointId } = await call('POST', `/v1/apps/${appId}/callbacks`, { url: address, types: 'all' });
      const path = `/v1/apps/${appId}/callbacks/${String(endpointId)}/test`;
      const { deliveryId } = await call('POST', path, { type: 'user.opted_out' });
      const body = { name: 'Marketing', scopes: ['apps:read', 'apps:write', 'eligibility:read'], apps: [appId] };
      const { key } = await call('POST', '/v1/keys', body);
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await page.goto(`${screen}/${String(endpointId)}#key=${String(key)}`);
      const list = page.getByRole('table', { name: 'What it was told' });
      await list.getByText('user.opted_out').waitFor();
      expect(await list.getByRole('link').count()).toBe(0);
      await visit.shot('console-callback-no-bodies');
      await page.goto(`${screen}/${String(endpointId)}/${String(deliveryId)}#key=${String(key)}`);
      await page.getByText('users:read').waitFor();
      await visit.shot('console-delivery-not-allowed');
      await visit.expectAccessible();
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest.for(widths)('are read from right to left in Arabic, at %i px', async (width, { open }) => {
    const appId = `callbacks-ar-${width}`;
    const screen = await openApp(appId);
    await call('POST', `/v1/apps/${appId}/callbacks`, { url: address, types: ['user.opted_out'], description: 'CRM' });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await page.goto(`${screen}#key=${local.apiKey}`);
    await page.getByText('أنواع الأحداث: 1').waitFor();
    await visit.shot('console-callbacks-ar');
    await visit.expectAccessible();
    await page.goto(`${screen}/events`);
    await page.getByText('كيف يتحقق برنامجك').waitFor();
    await visit.shot('console-callback-events-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
