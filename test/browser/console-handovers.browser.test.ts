import { describe, expect } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { agoThere, openShop } from '../support/journeys/shop.ts';
import { rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const automatedReplies = {
  greeting: [
    { locale: 'es-MX', text: '¡Hola! Gracias por escribir a Luna. ¿En qué podemos ayudarte?' },
    { locale: 'en', text: 'Hello! Thanks for writing to Luna. How can we help?' },
  ],
  away: {
    texts: [{ locale: 'es-MX', text: 'Ahora no hay nadie en la tienda. Te leemos cuando abramos.' }],
    openingHours: [
      { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '18:00' },
      { days: ['saturday'], from: '10:00', to: '24:00' },
    ],
  },
  keywords: [
    {
      words: ['horario', 'a qué hora abren'],
      texts: [{ locale: 'es-MX', text: 'Abrimos de lunes a viernes de 9 a 18.' }],
    },
  ],
  human: { enabled: true },
};

describe('people with a human', () => {
  browserTest.for(looks)(
    'are listed, and handed back, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`with-human-${width}-${dark ? 'dark' : 'light'}`, {
        displayName: 'Luna',
        automatedReplies,
      });
      const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
      await shop.hear(textMessage(ana.waId, 'wamid.1', await agoThere(shop, 90), 'asesor'));
      await shop.hear(textMessage(eva.waId, 'wamid.2', await agoThere(shop, 20), 'quiero hablar con una persona'));
      const visit = await open({ width, dark });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
      await page.getByRole('link', { name: '2 people are with a human' }).click();
      await page.getByRole('heading', { name: 'With a human' }).waitFor();
      await page.getByText('Their words').first().waitFor();
      expect(await page.getByRole('button', { name: 'Hand back' }).count()).toBe(2);
      await visit.shot(`console-handovers${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.getByRole('button', { name: 'Hand back' }).first().click();
      await page.getByText('Handed back. Automatic replies answer again.').waitFor();
      await page.getByRole('button', { name: 'Hand back' }).nth(1).waitFor({ state: 'detached' });

      const [{ userId } = {}] = rowsOf(await shop.get('handovers'));
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${userId}`);
      await page.getByText(/^With a human since/).waitFor();
      await page.getByText('Handed over to a human').waitFor();
      await visit.shot(`console-person-with-human${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      await page.getByRole('button', { name: 'Hand back' }).click();
      await page.getByText('Handed back', { exact: true }).waitFor();
      expect(await page.getByText(/^With a human since/).count()).toBe(0);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/handovers`);
      await page.getByText('Nobody is with a human').waitFor();
      expect(await visit.violations()).toBe(0);
    },
  );
});

describe('the editor of automatic replies', () => {
  browserTest.for(looks)(
    'shows what is said as it is typed, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`replies-${width}-${dark ? 'dark' : 'light'}`, {
        displayName: 'Luna',
        automatedReplies,
      });
      const visit = await open({ width, dark });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${shop.appId}/replies`);
      const preview = page.getByRole('complementary', { name: 'How it looks' });
      await preview.getByText('Gracias por escribir a Luna').waitFor();
      expect(await preview.getByText('Hablar con alguien').count()).toBe(3);
      await visit.shot(`console-replies${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

      await page.getByRole('button', { name: 'English', exact: true }).click();
      await page
        .getByRole('group', { name: 'Answer 1' })
        .getByLabel('Answer', { exact: true })
        .fill('We are open from 9 to 6.');
      await preview.getByText('We are open from 9 to 6.').waitFor();
      await preview.getByText('Talk to a person', { exact: true }).first().waitFor();

      // A word that we hear ourselves is told at its place, and nothing is stored.
      const words = page.getByRole('group', { name: 'Answer 1' }).getByLabel('Words');
      await words.fill('horario, ALTO');
      await page.getByRole('button', { name: 'Save' }).click();
      await page
        .getByText(/^We hear this ourselves/)
        .first()
        .waitFor();
      expect(await words.getAttribute('aria-invalid')).toBe('true');
      expect(visit.takeComplaints()).toEqual([expect.stringContaining('422')]);
      await visit.shot(`console-replies-fault${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      await words.fill('horario, hours');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. It holds in a few seconds.').waitFor();
      const { body } = await shop.target.call('GET', `/v1/apps/${shop.appId}`);
      expect(body.automatedReplies).toEqual({
        ...automatedReplies,
        away: {
          ...automatedReplies.away,
          openingHours: [automatedReplies.away.openingHours[0], { days: ['saturday'], from: '10:00', to: '00:00' }],
        },
        keywords: [
          {
            words: ['horario', 'hours'],
            texts: [
              { locale: 'es-MX', text: 'Abrimos de lunes a viernes de 9 a 18.' },
              { locale: 'en', text: 'We are open from 9 to 6.' },
            ],
          },
        ],
      });
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('begins empty, and in Arabic from right to left', async ({ open, pagesUrl }) => {
    const shop = await openShop('replies-empty');
    const visit = await open({ locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/replies`);
    await page.getByText('تظهر التحية هنا بعد كتابتها.').waitFor();
    await visit.shot('console-replies-ar');
    await visit.expectAccessible();
    await page.locator('textarea').first().fill('¡Hola!');
    await page.getByRole('button', { name: 'حفظ' }).click();
    await page.locator('.unsaved').waitFor({ state: 'detached' });
    const { body } = await shop.target.call('GET', `/v1/apps/${shop.appId}`);
    expect(body.automatedReplies).toEqual({ greeting: [{ locale: 'es-MX', text: '¡Hola!' }] });
    expect(await visit.violations()).toBe(0);
  });
});
