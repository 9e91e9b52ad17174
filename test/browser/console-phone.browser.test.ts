import { describe, expect, inject } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { listOf, sendByGraph } from '../support/local-graph.ts';

/** Of somebody on the phone. */
async function bsuidOf(username: string): Promise<string> {
  const { baseUrl, apiKey } = inject('journey');
  const state = await fetch(`${baseUrl}/local/state`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { people } = (await state.json()) as { people: readonly { username?: string; bsuid: string }[] };
  return people.find((each) => each.username === username)?.bsuid ?? '';
}

describe('the simulated phone', () => {
  browserTest.for(looks)(
    'opts in by a link, is marked, says ALTO, and shows what that changed, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`phone-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      await publishStarter(shop, ['en', 'es']);
      await makePoint(shop, 'link', { name: 'Poster at the door' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const isNarrow = width < 860;
      const look = async (name: string) => {
        await visit.shot(`console-phone-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      const part = async (name: string) => {
        if (isNarrow) await page.getByRole('button', { name, exact: true }).click();
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/phone`);
      await page.getByRole('heading', { level: 1, name: 'Simulated phone' }).waitFor();

      // Somebody of this test alone.
      await page.getByRole('button', { name: 'New person' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Name', { exact: true }).fill(`Rosa ${width}${dark ? ' dark' : ''}`);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('Give a number, a username, or both.').waitFor();
      // The browser tells of every refusal on its console.
      expect(visit.takeComplaints()).toEqual([expect.stringContaining('422')]);
      const digits = `1416555${String(1000 + width + (dark ? 1 : 0)).slice(-4)}`;
      await form.getByLabel('Number, with country code').fill(`+${digits}`);
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Nothing was written yet.').waitFor();
      await look('new');

      // Opens the link, ticks, and is back in the chat with the words ready.
      await page.locator('.phone-more summary').click();
      await look('more');
      await page.getByRole('button', { name: 'Open a link or scan a code' }).click();
      await page.getByRole('link', { name: 'Poster at the door' }).click();
      await page.getByRole('checkbox').first().check();
      await page.locator('button.go').click();
      await page.locator('a[href^="/local/chat/"]').first().click();
      await page.getByText('A link has these words ready.').waitFor();
      expect(page.url()).toContain(`/apps/${shop.appId}/phone`);
      expect(await page.getByLabel('Whose phone').locator('option:checked').textContent()).toContain('Rosa');
      await look('ready');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.locator('.bubble.business').waitFor();
      await page.locator('.phone-answers .opted-in').first().waitFor();
      await look('confirmed');
      await part('What happens');
      await page.locator('.happening.yes[data-kind="answer"]').first().waitFor();
      await page.locator('.happening.yes[data-kind="ledger"]', { hasText: 'Yes to' }).first().waitFor();
      await look('confirmed-feed');
      await part('Phone');

      // The business may write now; then it may not.
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Be the business: send an offer' }).click();
      await look('offer');
      await page.getByRole('button', { name: 'Ask, and send' }).click();
      await page.getByRole('button', { name: 'Stop promotions' }).waitFor();

      await page.getByRole('textbox', { name: 'Message' }).fill('ALTO');
      await page.keyboard.press('Enter');
      await page.locator('.bubble.person', { hasText: 'ALTO' }).waitFor();
      await part('What happens');
      await page.locator('.happening.no[data-kind="ledger"]', { hasText: 'stop.es.alto' }).waitFor();
      await page.locator('.happening.no[data-kind="answer"]').first().waitFor();
      await page.locator('.happening[data-kind="sent"]').first().waitFor();
      await look('stopped-feed');
      await part('Phone');
      await look('stopped');
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Be the business: send an offer' }).click();
      await page.getByRole('button', { name: 'Ask, and send' }).click();
      await page.getByText('May I? No. Nothing was sent.').waitFor();
      await look('held');
      await page.getByRole('button', { name: 'Cancel' }).click();

      // The person in the console: the changed answer, and the timeline.
      expect(await shop.decide({ phone: `+${digits}` })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'opted-out' }],
      });
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users`);
      await page.getByRole('searchbox').fill(`+${digits}`);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('No, not now').waitFor();
      await page.getByText('ALTO').first().waitFor();
      await visit.shot(`console-phone-person${dark ? '-dark' : ''}`);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest.for(looks)(
    'opens lists, templates and forms as WhatsApp does, quotes what was answered, and edits, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`chat-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-phone-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/phone`);
      await page.getByRole('button', { name: 'New person' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Name', { exact: true }).fill(`Vera ${width}${dark ? ' dark' : ''}`);
      const username = `vera.${width}${dark ? '.dark' : ''}`;
      await form.getByLabel('Username').fill(`@${username}`);
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText(`The business sees \u2066@${username}\u2069, and no number.`).waitFor();

      // The chat is opened without a word, as WhatsApp tells a business that asked for it.
      await page.getByRole('button', { name: 'Open the chat without writing' }).click();
      await page.getByText('You opened this chat for the first time').waitFor();
      await look('opened');
      await page.getByRole('textbox', { name: 'Message' }).fill('hola');
      await page.keyboard.press('Enter');
      await page.locator('.bubble.person', { hasText: 'hola' }).waitFor();
      await page.getByRole('button', { name: /^Edit ?: hola/ }).click();
      await page.getByText('You are changing a message that you sent.').waitFor();
      await page.getByRole('textbox', { name: 'Message' }).fill('hola, buenas');
      await page.keyboard.press('Enter');
      await page.locator('.bubble.person', { hasText: 'hola, buenas' }).getByText('edited').waitFor();

      const bsuid = await bsuidOf(username);
      const { local, outsideUrl = '' } = inject('journey');
      const send = (content: object) =>
        sendByGraph({ dataFolder: local?.dataFolder ?? '', outsideUrl }, shop.phoneNumberId, bsuid, content);
      await send(
        listOf(
          {
            header: 'Luna Coffee',
            body: 'What would you like to get on WhatsApp?',
            footer: 'You can change it at any time.',
            open: 'Choose',
          },
          [
            { id: 'shop:offers', title: 'Offers', description: 'At most four a month, never at night' },
            { id: 'shop:updates', title: 'Order updates', description: 'When yours is ready' },
            { id: 'shop:none', title: 'No, thank you' },
          ],
        ),
      );
      await page.getByRole('button', { name: 'Choose' }).click();
      const sheet = page.getByRole('dialog', { name: 'Choose' });
      await sheet.locator('input:focus').waitFor();
      // By keyboard: a row is under the keys at once, Escape leads back to the button.
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.locator('.message-choices button:focus').waitFor();
      await page.keyboard.press('Enter');
      await sheet.locator('input:focus').waitFor();
      await page.keyboard.press('ArrowDown');
      await sheet.getByRole('radio', { name: 'Order updates', checked: true }).waitFor();
      await look('list');
      await sheet.getByRole('button', { name: 'Send' }).click();
      const chosen = page.locator('.bubble.person', { hasText: 'Order updates' });
      await chosen.locator('.bubble-quote', { hasText: 'Luna Coffee' }).waitFor();
      expect(await chosen.getByRole('button', { name: /^Edit/ }).count()).toBe(0);

      await send({
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'May we ask you one thing?' },
          action: {
            buttons: ['Yes, go ahead', 'Not now'].map((title) => ({ type: 'reply', reply: { id: title, title } })),
          },
        },
      });
      await page.getByRole('button', { name: 'Not now' }).click();
      await page.locator('.bubble.person', { hasText: 'Not now' }).waitFor();
      await send({
        type: 'interactive',
        interactive: {
          type: 'flow',
          body: { text: 'Tell us what you like.' },
          action: { name: 'flow', parameters: { flow_cta: 'Fill in', flow_token: 'token-1' } },
        },
      });
      await page.getByRole('button', { name: 'Fill in' }).click();
      await page.getByLabel('What the form sends back').fill('{"colour":"green"}');
      await look('form');
      await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
      await page.locator('.bubble.person', { hasText: 'token-1' }).waitFor();

      // A template of the business, whose fourth quick reply is behind a button.
      await shop.optIn({ bsuid });
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Be the business: send an offer' }).click();
      await page.getByLabel('Template').selectOption('simulated_invitation');
      await page.getByText('What its quick replies send').click();
      await page.getByLabel('Yes, offers').fill('shop:yes');
      await look('template-of');
      await page.getByRole('button', { name: 'Ask, and send' }).click();
      await page.locator('.bubble.template', { hasText: 'Shall we keep in touch?' }).waitFor();
      await look('template');
      await page.getByRole('button', { name: 'See all options' }).click();
      await page.getByRole('radio', { name: 'Stop promotions' }).check();
      await look('template-all');
      await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
      await page.locator('.bubble.person', { hasText: 'Stop promotions' }).waitFor();
      await look('answered');

      // A chat that was deleted is opened anew.
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Delete this chat on the phone' }).click();
      await page.getByText('Nothing was written yet.').waitFor();
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest(
    'moves the clock, speaks Arabic, and shows the sample business before it is made',
    async ({ open, pagesUrl }) => {
      const { appId } = await openShop('phone-clock');
      const visit = await open({ width: 390 });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${appId}/phone`);
      await page.getByText(/^Clock: /).click();
      // Tests of other pages move this clock, too.
      await page
        .locator('.clock-steps p')
        .filter({ hasText: /^The true time$|ahead/ })
        .waitFor();
      await visit.shot('console-phone-clock');
      await visit.expectAccessible();
      await page.evaluate("localStorage.setItem('language', 'ar')");
      await page.goto(`${pagesUrl}/console/sample`);
      await page.reload();
      await page.locator('.panel button.primary').waitFor();
      await visit.shot('console-sample-ar');
      await visit.expectAccessible();
      await page.goto(`${pagesUrl}/console/apps/${appId}/phone`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await visit.shot('console-phone-ar');
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await visit.violations()).toBe(0);
    },
  );
});
