import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readQr } from '../pages/read-qr.ts';
import { downloaded } from './downloads.ts';
import { holdExport } from './held-export.ts';

/** What somebody with a new business does in the console, by what stands on the screen. */
export class Owner {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }
  private get dialog() {
    return this.page.getByRole('dialog');
  }
  private heading(name: string): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }
  async goTo(room: string, title = room): Promise<void> {
    const link = (within: Locator) => within.getByRole('link', { name: room, exact: true });
    const atHand = link(this.page.getByRole('navigation'));
    // On a narrow screen most rooms are behind a button.
    const isAtHand = (await atHand.count()) > 0;
    if (!isAtHand) await this.button('More').click();
    await (isAtHand ? atHand : link(this.dialog)).click();
    await this.heading(title);
  }

  /** The checklist has ticked these steps by itself; it leads to the next one, if there is one. */
  async firstStepsAre(...done: string[]): Promise<void> {
    await this.goTo('Overview');
    const steps = this.page.getByRole('listitem').filter({ hasText: /^✓Done/ });
    await expect.poll(() => steps.locator('strong').allTextContents()).toEqual(done);
  }
  async takeStep(step: string): Promise<void> {
    await this.page.getByRole('listitem').getByRole('link', { name: step }).click();
  }

  async addBusiness(): Promise<void> {
    await this.heading('Your business');
    await this.page.getByLabel('Name', { exact: true }).fill('Luna Coffee');
    await this.page.getByLabel('Short name').fill('luna-coffee');
    await this.page.getByLabel('What will you write about?').fill('Offers');
    await this.page.getByLabel('Time zone').fill('America/Mexico_City');
    await this.button('Add the business').click();
    await this.page.getByText('Nobody is known here yet').waitFor();
  }

  async connectNumber(): Promise<void> {
    const panel = this.page.getByRole('region', { name: 'WhatsApp number' });
    await panel.getByLabel('Number', { exact: true }).fill('+12125550100');
    await panel.getByLabel('Phone number ID').fill('106540352242922');
    await panel.getByLabel('WhatsApp Business account ID').fill('102290129340398');
    await panel.getByRole('button', { name: 'Save' }).click();
    await this.page.getByText('Saved. It holds').waitFor();
  }

  async chooseColour(): Promise<void> {
    await this.page.getByRole('textbox', { name: /^Colour \(/ }).fill('#5b2a86');
    await this.button('Save').click();
    await this.page.getByText('In the dark it is too faint to be seen well').waitFor();
    await this.page.getByRole('button', { name: /^Keep it, and take .*in the dark$/ }).click();
    await this.button('Save').click();
    await this.page.getByText('The brand is saved').waitFor();
  }

  async publishNotice(): Promise<void> {
    await this.page.getByRole('link', { name: 'New notice' }).first().click();
    await this.page.getByLabel('Name', { exact: true }).fill('spring');
    await this.page.getByLabel('Address of your privacy notice').fill('https://luna.shop/privacy');
    await this.page.getByRole('checkbox', { name: 'English' }).check();
    await this.button('Write the first words').click();
    await this.heading('spring');
    await this.page
      .getByLabel('The sentence that people agree to')
      .fill('I agree to get {purposes} from Luna Coffee on WhatsApp.');
    const faults = this.page.getByRole('status').getByText('1 thing has to be mended before it can be published.');
    await faults.waitFor();
    await this.page.getByText('Write {number}.').waitFor();
    await this.button('Use our words').click();
    await faults.waitFor({ state: 'hidden' });
    await this.button('Publish…').click();
    await this.dialog.getByRole('button', { name: 'Publish' }).click();
    await this.page.getByText('Version 1 is what people can see').waitFor();
  }

  /** What a phone reads in the code that was downloaded. */
  async makeLink(): Promise<string> {
    await this.page.getByRole('link', { name: 'New link', exact: true }).click();
    await this.page.getByLabel('Name', { exact: true }).fill('Poster at the door');
    await this.button('New link').click();
    await this.heading('Poster at the door');
    await this.page.getByRole('img', { name: 'QR code of Poster at the door' }).waitFor();
    return readQr((await downloaded(this.page, 'Download PNG')).bytes) ?? 'no code';
  }

  /** Under the only notice there is. */
  async askAtFirst(): Promise<void> {
    await this.heading('First message');
    await this.page.getByText('Press a button: here you see what comes next.').waitFor();
    await this.page.getByRole('checkbox', { name: 'Ask whoever writes for the first time' }).check();
    await this.button('Save').click();
    await this.page.getByText('Saved. It holds').waitFor();
  }

  /** On the simulated phone of somebody new, as a scanned code begins it. */
  async optInBy(code: string, number: string): Promise<void> {
    await this.button('New person').click();
    await this.dialog.getByLabel('Name', { exact: true }).fill('Rosa');
    await this.dialog.getByLabel('Number, with country code').fill(number);
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await this.page.getByText('Nothing was written yet.').waitFor();
    await this.page.locator('summary', { hasText: 'More' }).click();
    await this.button('Open a link or scan a code').click();
    await this.dialog.getByLabel('Or the address of a page').fill(code);
    await this.dialog.getByRole('button', { name: 'Open' }).click();
    await this.page.getByRole('checkbox', { name: 'Offers' }).check();
    await this.page.getByRole('button', { name: 'Continue in WhatsApp' }).click();
    await this.page.getByRole('link', { name: 'Open WhatsApp' }).click();
    await this.page.getByText('A link has these words ready.').waitFor();
    await this.button('Send').click();
    await this.page.locator('.happening.yes[data-kind="ledger"]', { hasText: 'Yes to' }).waitFor();
  }

  async say(words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.happening.no[data-kind="ledger"]', { hasText: 'stop.es.alto' }).waitFor();
  }

  /** The newest thing that the only person said, the answer for the business, and the mark in the list. */
  async personIs(mark: string, answer: string, said: string | RegExp): Promise<void> {
    await this.goTo('People');
    const row = this.page.getByRole('row').nth(1);
    await row.getByText(mark).waitFor();
    await row.getByRole('link').click();
    await this.page.getByText(answer).waitFor();
    await this.page.getByRole('article').first().getByText(said).first().waitFor();
  }

  /** The people in a new export, whose making is watched. */
  async exportPeople(headline: string): Promise<readonly string[]> {
    await holdExport(this.page);
    await this.button('Make an export').first().click();
    await this.dialog.getByRole('button', { name: 'Make an export' }).click();
    await this.page.getByText('Reading who may be written to').waitFor();
    await this.page.getByText(headline).waitFor();
    const { bytes } = await downloaded(this.page, 'Download Spreadsheet (CSV)');
    return gunzipSync(bytes).toString().trim().split('\r\n').slice(1);
  }

  async planExports(): Promise<void> {
    await this.page.getByRole('link', { name: 'Schedules' }).click();
    await this.button('New schedule').first().click();
    await this.dialog.getByLabel('Name').fill('Every night');
    await this.dialog.getByRole('button', { name: 'New schedule' }).click();
    await this.page.getByText('every day at 02:00').waitFor();
    const next = this.page.getByRole('region', { name: 'Every night' }).getByRole('listitem');
    expect(await next.allTextContents()).toEqual([0, 1, 2].map(() => expect.stringMatching(/ 02:00$/)));
  }

  /** The secrets of a key that was made and rotated. */
  async makeAndRotateKey(name: string): Promise<readonly string[]> {
    const putAway = async (): Promise<string> => {
      await this.page.getByText('This is the only time it is shown.').waitFor();
      const secret = await this.dialog.locator('.copyable').innerText();
      await this.button('I have put it away').click();
      return secret.trim();
    };
    await this.button('New key').click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('See people and what they said').check();
    await this.button('New key').click();
    const first = await putAway();
    await this.page.getByRole('link', { name }).click();
    await this.heading(name);
    await this.page.getByText('See people and what they said').waitFor();
    await this.button('Rotate').click();
    await this.dialog.getByRole('button', { name: 'Rotate' }).click();
    return [first, await putAway()];
  }
}
