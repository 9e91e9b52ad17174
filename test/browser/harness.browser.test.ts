import { createServer } from 'node:http';
import { describe, expect, onTestFinished } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';

/** A page on loopback with this markup. */
async function pageWith(body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const markup = `<!doctype html><html lang="en"><head><title>Page</title></head><body><main>${body}</main></body></html>`;
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(request.url === '/' ? markup : 'none');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No address.');
  return `http://127.0.0.1:${address.port}/`;
}

// The tests of pages are only worth what their browser notices.
describe('the browser of these tests', () => {
  browserTest('is content with a plain page', async ({ open }) => {
    const visit = await open();
    await visit.page.goto(await pageWith('<h1>Hello</h1>'));
    await visit.expectAccessible();
    expect(visit.takeComplaints()).toEqual([]);
    expect(await visit.violations()).toBe(0);
  });

  browserTest.for([
    [
      'a picture of somebody else',
      '<h1>x</h1><img alt="" src="https://example.com/x.png">',
      'a request to https://example.com/x.png',
    ],
    ['a script that throws', '<script>throw new Error("oh no")</script>', 'a script threw: oh no'],
    ['a missing file of our own', '<img alt="" src="/missing.png">', 'on the console: Failed to load resource'],
  ] as const)('notices %s', async ([, body, complaint], { open }) => {
    const visit = await open();
    await visit.page.goto(await pageWith(body), { waitUntil: 'networkidle' });
    expect(visit.takeComplaints()).toContainEqual(expect.stringContaining(complaint));
  });

  browserTest('counts what a content security policy holds back', async ({ open }) => {
    const visit = await open();
    const policy = { 'content-security-policy': "default-src 'none'" };
    await visit.page.goto(await pageWith('<h1>x</h1><script>globalThis.x = 1</script>', policy));
    await expect.poll(() => visit.violations()).toBeGreaterThan(0);
    expect(await visit.page.evaluate("'x' in globalThis")).toBe(false);
    expect(visit.takeComplaints()).toContainEqual(expect.stringContaining('Content Security Policy'));
  });

  browserTest('sees what a screen reader would stumble over', async ({ open }) => {
    const visit = await open();
    await visit.page.goto(await pageWith('<h1>x</h1><form><input></form>'));
    await expect(visit.expectAccessible()).rejects.toThrow('Form elements must have labels');
  });

  browserTest('can be without JavaScript', async ({ open }) => {
    const visit = await open({ javaScript: false });
    await visit.page.goto(await pageWith('<h1>x</h1><script>document.title = "changed"</script>'));
    expect(await visit.page.title()).toBe('Page');
  });
});
