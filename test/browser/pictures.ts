/**
 * `npx node test/browser/pictures.ts [DATA_FOLDER]`: makes the pictures of README.md anew, of the product as it is. The sample business
 * takes some minutes; in a data folder that is named it is kept, and the next run there makes only the picture of the console.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { openSample } from '../../cli/sample/sample-command.ts';
import { openDemoShop } from '../../dev/demo/demo-shop.ts';
import { startLocalMode } from '../../dev/local-mode.ts';
import { findChromium, howToGetChromium } from '../support/browser/chromium.ts';
import { firstYes } from '../support/browser/first-yes.ts';

const folder = 'docs/pictures';
const sharpness = 1.5;
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 800 };

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(howToGetChromium);
const [kept] = process.argv.slice(2);
const dataFolder = kept ?? mkdtempSync(join(tmpdir(), 'optledger-pictures-'));
const localMode = await startLocalMode({ dataFolder, port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  mkdirSync(folder, { recursive: true });
  await openDemoShop(localMode);
  if (!existsSync(join(dataFolder, 'sample'))) {
    // The first webhook waits until its function has started: a picture is not the place for that.
    await localMode.simulate.whatsapp({ from: '12125550199', text: 'hello' });
    await phonePicture(`${localMode.baseUrl}/console#key=${localMode.apiKey}`);
  }
  const { url } = await openSample(dataFolder, console.log);
  await consolePicture(url);
} finally {
  await browser.close();
  await localMode.stop();
  if (kept === undefined) rmSync(dataFolder, { recursive: true, force: true });
}

/** The page that people tick, on a phone, beside the chat and what came of it, on a desk. */
async function phonePicture(url: string): Promise<void> {
  const page = await opened(browser, desk);
  const shots: Buffer[] = [];
  await firstYes(page, url, async (step) => {
    if (step !== 'Offers and news') return;
    await page.setViewportSize(phone);
    shots.push(await page.screenshot());
    await page.setViewportSize(desk);
  });
  await page.locator('.phone').first().evaluate('(element) => element.scrollIntoView({ block: "center" })');
  shots.push(await page.screenshot());
  await sideBySide('phone', shots);
}

/** The overview of the sample business on a desk, beside one of its people who said yes on a phone. */
async function consolePicture(url: string): Promise<void> {
  const page = await opened(browser, desk);
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.locator('.gains-chart').first().waitFor();
  await everythingCame(page);
  const overview = await page.screenshot();
  await page.getByRole('link', { name: 'Opted in', exact: true }).first().click();
  await page.locator('main a[href*="/users/"]').first().click();
  await page.locator('main', { hasText: 'May I message now?' }).waitFor();
  await everythingCame(page);
  await page.setViewportSize(phone);
  await sideBySide('console', [overview, await page.screenshot()]);
}

/** Nothing is on its way any more, and nothing has to be tried again. */
async function everythingCame(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton, .connection .note').first().waitFor({ state: 'detached' });
}

async function opened(by: Browser, viewport: typeof desk): Promise<Page> {
  const context = await by.newContext({
    viewport,
    deviceScaleFactor: sharpness,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Draws pictures beside each other, each with a thin frame, into one WebP. */
async function sideBySide(name: string, shots: readonly Buffer[]): Promise<void> {
  const page = await opened(browser, desk);
  const urls = shots.map((shot) => `data:image/png;base64,${shot.toString('base64')}`);
  const drawn: string = await page.evaluate(`(async (urls) => {
    const images = await Promise.all(urls.map(async (url) => createImageBitmap(await (await fetch(url)).blob())));
    const gap = 36;
    const canvas = document.createElement('canvas');
    canvas.width = images.reduce((sum, image) => sum + image.width + gap, -gap);
    canvas.height = Math.max(...images.map((image) => image.height));
    const pen = canvas.getContext('2d');
    let left = 0;
    for (const image of images) {
      pen.save();
      pen.beginPath();
      pen.roundRect(left + 1, 1, image.width - 2, image.height - 2, 18);
      pen.clip();
      pen.drawImage(image, left, 0);
      pen.restore();
      pen.strokeStyle = '#c9ccd1';
      pen.lineWidth = 2;
      pen.stroke();
      left += image.width + gap;
    }
    return canvas.toDataURL('image/webp', 0.6);
  })(${JSON.stringify(urls)})`);
  const bytes = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
  writeFileSync(join(folder, `${name}.webp`), bytes);
  console.log(`${folder}/${name}.webp: ${Math.round(bytes.length / 1024)} KB`);
}
