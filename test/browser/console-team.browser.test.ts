import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { appointOwner } from '../../cli/owner/owner-command.ts';
import { localTableName } from '../../dev/stack/stack.ts';
import { localCredentials } from '../../dev/storage/object-store.ts';
import { localRegion } from '../../dev/template/template.ts';
import { auditStore } from '../../lambdas/adapters/dynamodb/admin/audit-store.ts';
import { operatorStore } from '../../lambdas/adapters/dynamodb/admin/operator-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { accountPool } from '../../lambdas/adapters/sign-in/account-pool.ts';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, looks, someOf, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';
import { type PoolPages, startPoolPages } from '../support/sign-in/pool-pages.ts';

const olga = 'olga@acme.example';
let pages: PoolPages;
let local: LocalModeForTests;
let pointId: string;
let userId: string;

/** A call with the key for everything. */
async function call(method: string, path: string, body?: object) {
  const answer = await fetch(`${local.baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${local.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json().catch(() => ({})) };
}

beforeAll(async () => {
  pages = await startPoolPages();
  const { issuer, clientId } = pages.userPool;
  local = await localModeForTests(undefined, { url: pages.url, issuer, clientId });
  pages.returnUrl = `${local.baseUrl}/console`;
  const access = { region: localRegion, credentials: localCredentials };
  const table = documentTable(localTableName, undefined, { endpoint: local.urls.database, ...access });
  const poolId = issuer.split('/').at(-1) ?? '';
  const pool = accountPool(poolId, { endpoint: pages.url, ...access });
  await appointOwner(
    { operators: operatorStore(table, poolId), pool, audit: auditStore(table, Date.now) },
    olga,
    Date.now(),
  );
  table.documents.destroy();
  for (const [appId, displayName] of [
    ['luna', 'Luna Coffee'],
    ['sol', 'Sol Bakery'],
  ]) {
    const purposes = [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }];
    const whatsapp = { phoneNumberId: '102290129340399', phone: '+16462000001', wabaId: '102290129340398' };
    const app = { appId, displayName, purposes, timeZone: 'America/Mexico_City', locale: 'es-MX' };
    await call('POST', '/v1/apps', { ...app, ...(appId === 'luna' && { whatsapp }) });
  }
  const privacyUrl = encodeURIComponent('https://luna.example/privacy');
  const starter = await call('GET', `/v1/apps/luna/notices/starter?locale=es-MX&privacyUrl=${privacyUrl}`);
  await call('POST', '/v1/apps/luna/notices', { noticeId: 'signup', profile: 'strict', texts: starter.body.texts });
  const link = { kind: 'link', name: 'Till', notice: { noticeId: 'signup' }, purposes: ['offers'] };
  pointId = (await call('POST', '/v1/apps/luna/points', link)).body.pointId;
  const yes = { purposes: ['offers'], source: 'paper', by: 'data-subject', saidAt: '2026-01-05T10:00:00Z' };
  const evidence = { documentRef: 'A-1', noticeId: 'signup', noticeVersion: 1, noticeLocale: 'es-MX' };
  const user = { phone: '+525512345678' };
  const made = await call('POST', '/v1/apps/luna/opt-ins', { ...yes, user, evidence });
  userId = made.body.userId;
  if (pointId === undefined || userId === undefined) throw new Error(JSON.stringify([starter, made]));
}, 120_000);
afterAll(async () => {
  await local?.stop();
  await pages?.stop();
});

/** Types the address on the pool's page; any password is good there. */
async function typeAt(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('correct horse');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signIn(page: Page, email: string, screen = ''): Promise<void> {
  await page.goto(`${local.baseUrl}/console/${screen}`);
  await page.getByRole('main').locator('button.primary').first().click();
  await page.waitForURL(`${pages.url}/login?**`);
  await typeAt(page, email);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const lookedAt = (visit: Visit, width: number, dark: boolean) => async (name: string) => {
  await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
  await visit.expectAccessible();
  expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
};

describe('people who sign in', () => {
  browserTest.for(looks)(
    'invite, change and remove others, at %i px, dark: %s',
    { timeout: 180_000 },
    async ([width, dark], { open }) => {
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = lookedAt(visit, width, dark);
      const mara = `mara-${width}-${dark ? 'dark' : 'light'}@acme.example`;
      await page.goto(`${local.baseUrl}/console/team`);
      await page.getByRole('button', { name: 'Sign in' }).first().waitFor();
      await look('sign-in-pool');
      await signIn(page, olga, 'team');
      // They come back to the screen that they wanted, and the code is in no address.
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/console/team');
      await page.getByRole('row').filter({ hasText: olga }).getByText('you', { exact: true }).waitFor();
      await look('team');

      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByLabel('Email').fill('mara');
      // Nothing else is wrong as it begins but the businesses, of which none is picked.
      await page.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByText('That doesn’t look right.').waitFor();
      await page.getByText('Pick at least one.').waitFor();
      visit.takeComplaints();
      await look('team-faults');
      await page.getByLabel('Email').fill(mara);
      await page.getByRole('checkbox', { name: 'Luna Coffee' }).check();
      await page.getByRole('button', { name: 'Send the invitation' }).dblclick();
      await page.getByRole('dialog').getByText(`${local.baseUrl}/console`).waitFor();
      await look('team-invited');
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('heading', { level: 1, name: mara }).waitFor();
      await look('team-member');
      expect(pages.cognito.accounts.filter(({ email }) => email === mara)).toHaveLength(1);
      expect(pages.cognito.accounts.find(({ email }) => email === mara)?.groups).toEqual(new Set(['marketer']));

      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByLabel('May see people’s numbers').check();
      await look('team-change');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Sees people’s numbers and downloads lists.').waitFor();

      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByText('Everything else ends within 60 seconds.').waitFor();
      await look('team-remove');
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Invite again' }).waitFor();
      expect(pages.cognito.accounts.find(({ email }) => email === mara)?.isEnabled).toBe(false);
      await page.getByRole('button', { name: 'Invite again' }).click();
      expect(await page.getByLabel('Email').inputValue()).toBe(mara);
      await page.getByLabel('Support').check();
      await page.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('heading', { level: 2, name: 'Support' }).waitFor();
      expect(pages.cognito.accounts.find(({ email }) => email === mara)?.isEnabled).toBe(true);

      await page.goto(`${local.baseUrl}/console/audit`);
      await page.getByRole('row').nth(1).waitFor();
      await look('audit');
      expect(await visit.violations()).toBe(0);
    },
  );
});

/** Lets somebody in, by the key for everything. */
async function invited(email: string, appointment: object): Promise<void> {
  const { status, body } = await call('POST', '/v1/people', { email, apps: ['luna'], ...appointment });
  if (status !== 201 && status !== 409) throw new Error(`${status} ${JSON.stringify(body)}`);
}

const roomsSeen = async (page: Page): Promise<readonly string[]> =>
  page.locator('nav.rooms .room-link').evaluateAll((links) => links.map((link) => link.textContent ?? ''));

describe('a role', () => {
  const roles = [
    ['marketer', {}, 'Overview, Onboarding, Exports, Imports, Points, Notices, Templates, Brand'],
    [
      'marketer',
      { numbers: true },
      'Overview, People, Onboarding, Exports, Imports, Points, With a human, Notices, Templates, Send gate, Brand',
    ],
    ['support', {}, 'Overview, People, Onboarding, Points, With a human, Notices, Templates, Send gate'],
    [
      'auditor',
      {},
      'Overview, People, Onboarding, Exports, Imports, Points, With a human, Notices, Templates, Send gate, Audit',
    ],
  ] as const;
  browserTest.for(someOf(roles))(
    '%s %j sees its rooms, and is never asked to be refused',
    { timeout: 180_000 },
    async ([role, more, titles], { open }) => {
      const email = `${role}${'numbers' in more ? '-numbers' : ''}@acme.example`;
      await invited(email, { role, ...more });
      const visit = await open({ width: 1280 });
      const { page } = visit;
      const refused: string[] = [];
      page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
      await signIn(page, email);
      await page.locator('nav.rooms .room-link').first().waitFor();
      const wanted = titles.split(', ');
      const seen = async () => (await roomsSeen(page)).filter((each) => !['Phone', 'Sample business'].includes(each));
      await expect.poll(seen).toEqual(wanted);
      for (const title of wanted) {
        await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.getByRole('alert').filter({ hasText: /./ }).count(), title).toBe(0);
      }
      const deep = [
        ...['overview', `points/${pointId}`, 'notices/signup', 'notices/signup/versions', 'notices/_new', 'brand'],
        ...[
          'onboarding/new/link',
          'onboarding/signups',
          'onboarding/ads',
          'onboarding/telephone',
          'gate/connect',
          'exports/schedules',
          `users/${userId}`,
          'overview/unclear-stops',
          'overview/kept-aside',
          'users',
          'settings',
        ],
      ];
      for (const path of deep) {
        await page.goto(`${local.baseUrl}/console/apps/luna/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.getByRole('alert').filter({ hasText: /./ }).count(), path).toBe(0);
        if (path === 'notices/signup') await visit.shot(`console-role-${email.split('@')[0]}`);
      }
      expect(refused).toEqual([]);
      expect(await page.getByText(`${email} ·`).count()).toBeGreaterThan(0);
    },
  );

  browserTest.for(widths)('that does not open a room says whose does, at %i px', async (width, { open }) => {
    await invited('marketer@acme.example', { role: 'marketer' });
    const visit = await open({ width });
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await signIn(page, 'marketer@acme.example', 'keys');
    await page.getByRole('heading', { level: 1, name: 'This room isn’t part of your role' }).waitFor();
    await page.getByText('It opens for: Owner.').waitFor();
    for (const [path, words] of [
      ['audit', 'It opens for: Owner and Auditor.'],
      ['team', 'It opens for: Owner.'],
      ['apps/luna/users', 'It opens for: Owner, Support, Auditor, and Marketer who sees numbers.'],
      ['apps/luna/settings', 'It opens for: Owner.'],
      ['apps/luna/overview/unclear-stops', 'It opens for: Owner, Support, Auditor, and Marketer who sees numbers.'],
      ['new-app', 'It opens for: Owner.'],
    ]) {
      await page.goto(`${local.baseUrl}/console/${path}`);
      await page.getByText(words ?? '').waitFor();
    }
    await visit.shot('console-not-allowed');
    await visit.expectAccessible();
    expect(asked.filter((path) => /^\/v1\/(keys|audit|people|.*users|.*attention|.*unclear)/.test(path))).toEqual([]);
    expect(await visit.violations()).toBe(0);
  });
});

describe('a session', () => {
  browserTest('goes on after a reload and with new tokens, and no token is where it stays', async ({ open }) => {
    pages.lifetime = 30;
    try {
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await signIn(page, olga, 'team');
      await page.getByRole('row').nth(1).waitFor();
      const before = pages.asked.length;
      await page.reload();
      await page.getByRole('row').nth(1).waitFor();
      expect(pages.asked.length).toBeGreaterThan(before);
      const used = pages.asked.map((each) => each.refresh_token ?? each.code);
      expect(new Set(used).size).toBe(used.length);
      expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toMatch(/eyJ|refresh/);
      expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toMatch(/eyJ/);
      expect(await page.evaluate('document.cookie')).toBe('');
      expect(await visit.violations()).toBe(0);
    } finally {
      pages.lifetime = 300;
    }
  });

  browserTest.for(looks)(
    'that ends loses nothing that was typed, at %i px, dark: %s',
    async ([width, dark], { open }) => {
      pages.lifetime = 30;
      try {
        const visit = await open({ width, dark });
        const { page } = visit;
        await signIn(page, olga, 'new-app');
        await page.getByLabel('Name', { exact: true }).fill('Mar Fish');
        pages.endAll();
        await page.getByRole('button', { name: 'Add the business' }).click();
        const again = page.getByRole('dialog').getByRole('link', { name: 'Sign in' });
        await again.waitFor();
        await visit.shot(`console-over${dark ? '-dark' : ''}`, false);
        await visit.expectAccessible();
        visit.takeComplaints();
        const [other] = await Promise.all([page.context().waitForEvent('page'), again.click()]);
        await typeAt(other, olga);
        await other.getByText('Go on in the window where you were.').waitFor();
        expect(other.url()).toBe(`${local.baseUrl}/console`);
        await other.close();
        await again.waitFor({ state: 'detached' });
        expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mar Fish');
        await page.getByRole('button', { name: 'Add the business' }).click();
        // The form was sent with the new sign-in, and told what lacks.
        await expect.poll(() => page.locator('[aria-invalid="true"]').count()).toBe(2);
        visit.takeComplaints();
        expect(await visit.violations()).toBe(0);
      } finally {
        pages.lifetime = 300;
      }
    },
  );

  browserTest('that has run out while nobody looked begins anew, where it was', async ({ open }) => {
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await signIn(page, olga, 'team');
    await page.getByRole('row').nth(1).waitFor();
    pages.endAll();
    await page.reload();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    visit.takeComplaints();
    await signIn(page, olga, 'team');
    await page.getByRole('row').nth(1).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/team');
  });

  browserTest('is signed out of at the pool, too', async ({ open }) => {
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await signIn(page, olga, 'team');
    await page.getByRole('row').nth(1).waitFor();
    const gone = page.waitForURL(`${local.baseUrl}/console`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await gone;
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    // Whoever comes next is asked for a password.
    await page.waitForURL(`${pages.url}/login?**`);
    expect(pages.revoked.length).toBeGreaterThan(0);
  });

  browserTest('that nobody here began is none', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    await page.goto(`${local.baseUrl}/console?code=${pages.codeFor(olga, 'x')}&state=of-somebody-else`);
    await page.getByText('If another window asked you to sign in').waitFor();
    expect(page.url()).toBe(`${local.baseUrl}/console`);
    await visit.expectAccessible();
    // A room's own query is none of a sign-in.
    await page.goto(`${local.baseUrl}/console/apps/luna/users?code=1&state=2#key=${local.apiKey}`);
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${local.baseUrl}/console?error=access_denied&state=of-somebody-else`);
    await page.getByText('If another window asked you to sign in').waitFor();
  });

  browserTest('is nobody’s whose account has no role here, and says so', async ({ open }) => {
    await pages.account('nobody@acme.example');
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await signIn(page, 'nobody@acme.example');
    await page.getByRole('heading', { level: 1, name: 'You have no role here' }).waitFor();
    visit.takeComplaints();
    await visit.shot('console-no-role');
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await page.waitForURL(`${local.baseUrl}/console`);
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    await page.waitForURL(`${pages.url}/login?**`);
  });

  browserTest('shows what a role may see from the moment that it is changed', async ({ open }) => {
    pages.lifetime = 90;
    try {
      await invited('climber@acme.example', { role: 'marketer' });
      const { body } = await call('GET', '/v1/people');
      const person = body.data.find((each: { email: string }) => each.email === 'climber@acme.example');
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await signIn(page, 'climber@acme.example', 'apps/luna/notices');
      await page.getByRole('link', { name: 'Exports' }).first().waitFor();
      await call('PATCH', `/v1/people/${person.personId}`, { role: 'support' });
      // The gateway remembers the token for a minute at most; what it says then is what a call without a role is told at once.
      let refused = 0;
      await page.route(/\/v1\/apps\/luna\/points(\?|$)/, (route) => {
        refused += 1;
        if (refused > 1) return route.fallback();
        const problem = { code: 'unauthenticated', detail: 'This account has no role in this stage.', status: 401 };
        return route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(problem) });
      });
      await page.getByRole('link', { name: 'Points' }).first().click();
      await page.getByRole('link', { name: 'People' }).first().waitFor();
      await page.getByRole('link', { name: 'Exports' }).first().waitFor({ state: 'detached' });
      expect(refused).toBeGreaterThan(1);
      visit.takeComplaints();
    } finally {
      pages.lifetime = 300;
    }
  });

  browserTest('can be one of an API key here, too', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    await page.goto(`${local.baseUrl}/console/team`);
    await page.getByText('I have an API key').click();
    await page.getByLabel('API key').fill(local.apiKey);
    await page.getByRole('button', { name: 'Sign in' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor();
  });
});

browserTest('a stage without a user pool says how people could sign in', async ({ open, pagesUrl }) => {
  const visit = await open();
  const { page } = visit;
  await openConsole(page, pagesUrl, 'team');
  await page.getByText('the setting is signInDomain').waitFor();
  expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
  await visit.shot('console-team-no-pool');
  await visit.expectAccessible();
  expect(await visit.violations()).toBe(0);
});

describe('in Arabic', () => {
  browserTest.for(widths)('all of it is read from right to left, at %i px', async (width, { open }) => {
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    const look = lookedAt(visit, width, false);
    await page.goto(`${local.baseUrl}/console`);
    await page.getByRole('button', { name: 'دخول' }).first().waitFor();
    await look('sign-in-pool-ar');
    await signIn(page, olga, 'team');
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await look('team-ar');
    await page.getByRole('button', { name: 'دعوة شخص' }).click();
    await page.getByText('ويسجّل موافقة أو رفضًا').waitFor();
    await look('team-invite-ar');
    await page.goto(`${local.baseUrl}/console/audit`);
    await page.getByRole('row').nth(1).waitFor();
    await look('audit-ar');
    expect(await visit.violations()).toBe(0);
  });
});
