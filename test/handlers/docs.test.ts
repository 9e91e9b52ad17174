import { describe, expect, it } from 'vitest';
import { table } from '../../lambdas/edge/http/error-response.ts';
import { docs } from '../../lambdas/handlers/docs.ts';
import { apiDocument, documentedOperations } from '../support/api/api-document.ts';
import { httpEvent, requestId } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';

const handler = docs({ document: apiDocument });
const ask = async (method: string, path: string, headers: { readonly [name: string]: string } = {}) => {
  const answer = await handler(httpEvent(method, path, { key: null, headers }), lambdaContext(requestId));
  return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ?? '' };
};

const paths = [
  ['/openapi.json', 'application/json'],
  ['/docs/api', 'text/html; charset=utf-8'],
  ['/docs/problems', 'text/html; charset=utf-8'],
] as const;

describe.each(paths)('%s', (path, type) => {
  it('needs no key, and may be kept for a while', async () => {
    const { status, headers, body } = await ask('GET', path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, 'public, max-age=300']);
    expect(body.length).toBeGreaterThan(5_000);
    // Lambda answers at most 6 MB; a page that people read is far from it.
    expect(body.length).toBeLessThan(800_000);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await ask('GET', path);
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('GET', path, { 'if-none-match': known });
      expect([known, again.status, again.body, again.headers.etag]).toEqual([known, 304, '', etag]);
    }
    expect((await ask('GET', path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answers a HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask('HEAD', path);
    expect([status, headers['content-type'], body]).toEqual([200, type, '']);
  });
});

it('/openapi.json is the document that is checked in', async () => {
  expect(JSON.parse((await ask('GET', '/openapi.json')).body)).toEqual(apiDocument);
});

describe('the pages', () => {
  it.each(['/docs/api', '/docs/problems'])('%s has no script, and lets in one style sheet only', async (path) => {
    const { headers, body } = await ask('GET', path);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action/);
    expect(body).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son[a-z]+=/);
    expect(body).not.toMatch(/undefined|\[object/);
  });

  it('/docs/problems has a section for every code that a problem may have', async () => {
    const { body } = await ask('GET', '/docs/problems');
    const codes = apiDocument['x-problems'].codes.map(({ code }) => code);
    expect(codes.length).toBe(table.length + 1);
    for (const code of codes) expect(body).toContain(`id="${code}"`);
  });

  it.each(['/docs/api', '/docs/problems'])('%s has every place that the pages lead to', async (path) => {
    const { body } = await ask('GET', path);
    const ids = new Set(Array.from(body.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    expect(ids.size).toBeGreaterThan(20);
    for (const from of ['/docs/api', '/docs/problems']) {
      const { body: linking } = await ask('GET', from);
      const links = Array.from(linking.matchAll(/href="([^"#]+)#([^"]+)"/g), ([, to, id]) => [to, id] as const);
      const wrong = links.filter(([to, id]) => to === path && !ids.has(id));
      expect(wrong).toEqual([]);
    }
  });

  it('/docs/api says every path, scope and field name', async () => {
    const { body } = await ask('GET', '/docs/api');
    for (const path of Object.keys(apiDocument.paths)) expect(body).toContain(`<code>${path}</code>`);
    for (const { properties = {} } of Object.values(apiDocument.components.schemas)) {
      for (const field of Object.keys(properties)) expect(body).toContain(`<code>${field}</code>`);
    }
  });

  it('/docs/api says every status of every operation: what most may answer stands once, and each names it', async () => {
    const { body } = await ask('GET', '/docs/api');
    const sections = new Map(
      body.split('<section class="operation" id="').map((text) => [text.slice(0, text.indexOf('"')), text] as const),
    );
    for (const { operation } of documentedOperations) {
      const [answers = ''] =
        (sections.get(operation.operationId) ?? '').split('</section>')[0]?.split('<h4>Answers</h4>').slice(1) ?? [];
      const own = Array.from(answers.matchAll(/class="status">(\d+)</g), ([, status]) => status);
      const usual = /As of any call<\/a>: ([\d, ]+)</.exec(answers)?.[1]?.split(', ') ?? [];
      expect([operation.operationId, [...own, ...usual].toSorted()]).toEqual([
        operation.operationId,
        Object.keys(operation.responses).toSorted(),
      ]);
      for (const status of usual) expect(body).toContain(`<td class="status">${status}</td>`);
    }
  });
});
