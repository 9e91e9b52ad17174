import { expect, onTestFinished } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { Owner } from '../support/browser/owner.ts';
import { localModeForTests } from '../support/local-mode.ts';

const number = '+14165550142';

browserTest(
  'the owner of a new business walks from the printed link to a STOP that is kept',
  { timeout: 180_000 },
  async ({ open }) => {
    const system = await localModeForTests();
    onTestFinished(system.stop);
    const visit = await open({ width: 1280 });
    const owner = new Owner(visit.page);
    await visit.page.goto(`${system.baseUrl}/console#key=${system.apiKey}`);

    await owner.addBusiness();
    const done = ['Your business is here', 'Say what you want to write about'];
    await owner.firstStepsAre(...done);
    await owner.takeStep('Connect your WhatsApp number');
    await owner.connectNumber();
    await owner.firstStepsAre(...done, 'Connect your WhatsApp number');
    await owner.goTo('Brand');
    await owner.chooseColour();

    await owner.goTo('Overview');
    await owner.takeStep('Publish the words that people agree to');
    await owner.publishNotice();
    done.push('Connect your WhatsApp number', 'Publish the words that people agree to');
    await owner.firstStepsAre(...done);
    await owner.takeStep('Make a first link, QR code or widget');
    const code = await owner.makeLink();
    await owner.firstStepsAre(...done, 'Make a first link, QR code or widget');

    // Counted anew on each page: the next leaves the console for the business's own.
    expect(await visit.violations()).toBe(0);
    await owner.goTo('Phone', 'Simulated phone');
    await owner.optInBy(code, number);
    await owner.firstStepsAre(...done, 'Make a first link, QR code or widget', 'Get the first yes');
    await owner.takeStep('Ask whoever writes first what they would like');
    await owner.askAtFirst();
    await owner.goTo('Overview');
    await visit.page.getByText('Everything is set up.').waitFor();
    await owner.personIs('Offers: Opted in', 'Yes, now', 'Said yes');
    await owner.goTo('Exports');
    expect(await owner.exportPeople('1 person may be written to')).toEqual([expect.stringContaining(number.slice(1))]);

    await owner.goTo('Phone', 'Simulated phone');
    await owner.say('ALTO');
    await owner.personIs('Offers: Opted out', 'No, not now', 'ALTO');
    await owner.goTo('Exports');
    expect(await owner.exportPeople('Nobody may be written to about this')).toEqual([]);

    await owner.goTo('Exports');
    await owner.planExports();
    await owner.goTo('API keys');
    const [first, second] = await owner.makeAndRotateKey('Shop backend');
    expect([first, second]).toEqual([expect.stringMatching(/^olk_/), expect.stringMatching(/^olk_/)]);
    expect(second).not.toBe(first);

    await visit.expectAccessible();

    // The same console, now in the hand.
    await visit.page.setViewportSize({ width: 390, height: 844 });
    await owner.personIs('Offers: Opted out', 'No, not now', 'ALTO');
    await owner.goTo('API keys');
    await owner.makeAndRotateKey('Till');
    // Rooms of all businesses lead back to those of one.
    for (const room of ['Team', 'Audit', 'Sample business', 'API keys']) {
      await owner.goTo('Overview');
      await owner.goTo(room);
    }
    await visit.expectAccessible();
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await visit.violations()).toBe(0);
    // The browser tells on its console of the colour that was refused, and of a notice's name that was free.
    const expected = /status of (422 .*apps\/luna-coffee|404 .*notices\/spring)\)$/;
    expect(visit.takeComplaints().filter((each) => !expected.test(each))).toEqual([]);
  },
);
