import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConsoleFiles } from '../../lambdas/edge/console/console-files.ts';
import { console as consoleOf } from '../../lambdas/handlers/console.ts';
import { buildConsole } from '../../lib/bundling/build-console.ts';
import { httpEvent } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'optledger-console-'));
const files = () => readConsoleFiles(pathToFileURL(`${folder}/`));
beforeAll(() => buildConsole(folder));
afterAll(() => rmSync(folder, { recursive: true }));

async function get(file: string | undefined, headers: Record<string, string> = {}) {
  const routeKey = file === undefined ? 'GET /console' : 'GET /console/{file+}';
  const event = httpEvent('GET', '/console');
  const pathParameters = file === undefined ? {} : { file };
  const answer = await consoleOf({ files: files() })(
    { ...event, routeKey, pathParameters, headers: { ...event.headers, ...headers } },
    lambdaContext(),
  );
  return { ...answer, headers: answer.headers ?? {}, bytes: Buffer.from(answer.body ?? '', 'base64') };
}

/** What a browser loads before it shows the first screen: the page, what it names, and all that this imports at once. */
function firstLoad(): { readonly names: Set<string>; readonly gzipped: number } {
  const all = files();
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const text = Buffer.from(all.get(name)?.bytes.identity ?? []).toString();
    for (const [, found = ''] of text.matchAll(/"\/console\/(assets\/[^"]+)"/g)) add(found);
    for (const [, found = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) add(`assets/${found}`);
  };
  add('index.html');
  return { names, gzipped: [...names].reduce((sum, name) => sum + (all.get(name)?.bytes.gzip.length ?? 0), 0) };
}

describe('the files of the console', () => {
  test('every screen is the index, which is asked for every time', async () => {
    for (const file of [undefined, '', 'apps/acme/users/usr_x', 'index.html.gz', '../console-files.ts']) {
      const { statusCode, headers, bytes } = await get(file);
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(bytes.toString()).toContain('<div id="root">');
    }
  });

  test('a file is kept for ever, in the best coding that the browser reads', async () => {
    const name = [...firstLoad().names].find((each) => each.endsWith('.css')) ?? '';
    const plain = await get(name);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const br = await get(name, { 'accept-encoding': 'gzip, br' });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.bytes)]).toEqual(['br', plain.bytes]);
    const gzip = await get(name, { 'accept-encoding': 'gzip, br;q=0' });
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.bytes)]).toEqual(['gzip', plain.bytes]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const known = await get(name, { 'if-none-match': String(plain.headers.etag) });
    expect([known.statusCode, known.bytes.length]).toEqual([304, 0]);
  });

  test('a file that is no more is 404, and never the index', async () => {
    for (const file of ['assets/main-OLD.js', 'assets/../index.html', 'assets/']) {
      expect((await get(file)).statusCode, file).toBe(404);
    }
  });

  test('nobody else is asked, nothing inline runs, and text never becomes markup', async () => {
    const { headers } = await get(undefined);
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test.each([
    ['https://acme-optins.auth.eu-west-1.amazoncognito.com', 'https://acme-optins.auth.eu-west-1.amazoncognito.com'],
    ['http://127.0.0.1:4566/pages', 'http://127.0.0.1:4566'],
  ])('where people sign in at %s, its origin may be asked, and nobody else', async (signInUrl, origin) => {
    const event = { ...httpEvent('GET', '/console'), routeKey: 'GET /console' };
    const asked = await consoleOf({ files: files(), signInUrl })(event, lambdaContext());
    const without = await get(undefined);
    const policyOf = ({ headers }: { readonly headers?: object }) =>
      String((headers as Record<string, unknown>)['content-security-policy']).split('; ');
    expect(policyOf(asked).filter((each) => !policyOf(without).includes(each))).toEqual([
      `connect-src 'self' ${origin}`,
    ]);
    expect(policyOf(asked)).toHaveLength(policyOf(without).length);
  });

  test('files that are imported may be sent to the bucket, at no path of it but what is signed', async () => {
    const event = { ...httpEvent('GET', '/console'), routeKey: 'GET /console' };
    const uploadUrl = 'https://acme-exports.s3.eu-west-1.amazonaws.com';
    const signInUrl = 'https://acme-optins.auth.eu-west-1.amazoncognito.com';
    const { headers } = await consoleOf({ files: files(), uploadUrl, signInUrl })(event, lambdaContext());
    const policy = String((headers as Record<string, unknown>)['content-security-policy']);
    expect(policy.split('; ')).toContain(`connect-src 'self' ${signInUrl} ${uploadUrl}`);
  });

  test('spreadsheets are read by a file of its own, which nobody loads who imports none', () => {
    const { names } = firstLoad();
    const [reader, ...others] = [...files()]
      .map(([name]) => name)
      .filter((name) => /\/sheet-[A-Z0-9]+\.js$/.test(name));
    expect(others).toEqual([]);
    expect(names.has(reader ?? '')).toBe(false);
    const room = [...files()].filter(([name]) => /imports-room-/.test(name));
    expect(room.flatMap(([, { bytes }]) => [...bytes.identity.toString().matchAll(/from"\.\/sheet-/g)])).toEqual([]);
    expect(files().get(reader ?? '')?.bytes.gzip.length).toBeGreaterThan(10_000);
  });

  test('the first load is under 200 KB gzipped, and no room is in it', () => {
    const { names, gzipped } = firstLoad();
    expect([...names].filter((name) => /overview-|users-room-|new-app-/.test(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(2);
    expect(gzipped).toBeLessThan(200_000);
    expect(gzipped).toBeGreaterThan(20_000);
  });
});
