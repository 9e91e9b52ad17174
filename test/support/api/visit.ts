import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export interface VisitOptions {
  /** CSS pixels. @default 390 */
  readonly width?: number;
  /** What the browser asks for, BCP 47. @default en */
  readonly locale?: string;
  /** @default true */
  readonly javaScript?: boolean;
  readonly dark?: boolean;
  /** CSS pixels. @default 844, or 900 on a desk */
  readonly height?: number;
  /** A telephone by all that it says of itself. */
  readonly isPhone?: boolean;
}

/** One visitor with a browser that remembers nothing. */
export interface Visit {
  readonly page: Page;
  /** What went wrong so far, one line each; they are then dealt with, and fail the test no more. */
  takeComplaints(): readonly string[];
  /** Bytes of the bodies that came over the network, by URL. */
  readonly loaded: ReadonlyMap<string, number>;
  /** Links into a chat that a phone was sent on to, which open WhatsApp there. */
  readonly chats: readonly string[];
  /** How often a content security policy had to hold something back. */
  violations(): Promise<number>;
  /** No violation of axe-core's rules, best practices included, on the page as it is now. Needs JavaScript in the browser, not in the page. */
  expectAccessible(): Promise<void>;
  /** A screenshot of the whole page, or of what is seen of it now: `.test-output/shots/<name>-<width>.png`. */
  shot(name: string, fullPage?: boolean): Promise<void>;
  close(): Promise<void>;
}

const isLoopback = (url: string): boolean =>
  /^(data|blob|about):/.test(url) || /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url);

/** Of a telephone with Android, as Chrome says it. */
const phoneAgent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

/** Opens a page of a new visitor, who reaches this machine and nobody else. */
export async function visit(browser: Browser, options: VisitOptions, shots: string): Promise<Visit> {
  const { width = 390, locale = 'en', javaScript = true, dark = false, isPhone = false } = options;
  const { height = width < 600 ? 844 : 900 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    ...(isPhone && { userAgent: phoneAgent, isMobile: true, hasTouch: true }),
    locale,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  const chats: string[] = [];
  const loaded = new Map<string, number>();
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (isLoopback(url)) return route.continue();
    if (isPhone && url.startsWith('https://wa.me/')) {
      chats.push(url);
      return route.abort();
    }
    complaints.push(`a request to ${url}`);
    return route.abort();
  });
  await context.addInitScript({
    content:
      "globalThis.cspViolations = 0; addEventListener('securitypolicyviolation', () => { globalThis.cspViolations += 1; });",
  });
  const page = await context.newPage();
  const documents = new Set<string>();
  page.on('dialog', async (dialog) => {
    complaints.push(`a script says: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(`a script threw: ${error.message}`));
  page.on('response', async (response) => {
    if (response.request().isNavigationRequest()) documents.add(response.url());
    const body = await response.body().catch(() => undefined);
    loaded.set(response.url(), body?.length ?? 0);
  });
  page.on('console', (message) => {
    const { url } = message.location();
    // A page that is answered 404 or 422 on purpose is no fault of the page.
    if (documents.has(url) && /^Failed to load resource: .* status of 4/.test(message.text())) return;
    if (message.type() === 'error') complaints.push(`on the console: ${message.text()} (${url})`);
  });

  return {
    page,
    takeComplaints: () => complaints.splice(0),
    loaded,
    chats,
    violations: () => page.evaluate<number>('globalThis.cspViolations'),
    async expectAccessible() {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
      const found = violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`,
      );
      if (found.length > 0) throw new Error(`Not accessible at ${page.url()}:\n  ${found.join('\n  ')}`);
    },
    async shot(name, fullPage = true) {
      await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage });
    },
    close: () => context.close(),
  };
}
