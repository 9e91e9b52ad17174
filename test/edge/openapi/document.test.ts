import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../lambdas/contract/routes.ts';
import { apiVersion, buildDocument } from '../../../lambdas/edge/openapi/build-document.ts';
import { operationIds } from '../../../lambdas/edge/openapi/operation-ids.ts';
import { documentText, hashOf, markOf } from '../../../tools/openapi/generated-files.ts';
import { apiDocument, documentedOperations } from '../../support/api/api-document.ts';

const checkedIn = readFileSync('docs/openapi.json', 'utf8');

describe('docs/openapi.json', () => {
  it('is what the declarations say today (`npm run openapi` writes it)', () => {
    expect(documentText(buildDocument(readFileSync('docs/problems.md', 'utf8')))).toBe(checkedIn);
  });

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(apiDocument) as never);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(apiDocument.openapi).toMatch(/^3\.1\./);
  });

  it('is what the types of the client were made from', () => {
    expect(markOf(readFileSync('client/src/api.ts', 'utf8'))).toBe(hashOf(checkedIn));
  });

  it('has the version of the client, which its list of changes begins with', () => {
    const { version } = JSON.parse(readFileSync('client/package.json', 'utf8')) as { version: string };
    const [, newest] = /^## (\S+)/m.exec(readFileSync('client/CHANGELOG.md', 'utf8')) ?? [];
    expect([version, newest, apiDocument.info.version]).toEqual([apiVersion, apiVersion, apiVersion]);
  });

  it('has every route of the API, and none that was left out', () => {
    // What pages, providers and programs made for Gupshup or Meta ask: their form is not ours.
    const leftOut =
      /^\/(webhooks|l|q|o|me|w|logo|sm|GatewayAPI)\/|^\/\{|^\/(widget\.js|openapi\.json|docs\/.*|console.*)$/;
    const wanted = routes.filter(({ method, path }) => method !== 'HEAD' && !leftOut.test(path));
    expect(documentedOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
      wanted.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    expect(Object.keys(operationIds)).toHaveLength(wanted.length);
  });

  it('names each operation once, in words that code can use', () => {
    const ids = documentedOperations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
  });

  it('names the scope that each route of the contract has', () => {
    for (const { method, path, operation } of documentedOperations) {
      const { scope } = routes.find((route) => route.method === method.toUpperCase() && route.path === path) ?? {};
      const named = operation.security?.flatMap((need) => need.apiKey ?? []);
      expect(named, operation.operationId).toEqual(scope === 'public' || scope === 'any' ? [] : [scope]);
    }
  });

  it('says of every failure what it looks like, the gateway’s own too', () => {
    for (const { operation } of documentedOperations) {
      const statuses = Object.keys(operation.responses);
      expect(statuses, operation.operationId).toEqual(expect.arrayContaining(['429', '431', '500', '503']));
      if (operation.security?.length === 0) continue;
      expect(statuses, operation.operationId).toEqual(expect.arrayContaining(['401', '403']));
    }
    const unauthorized = apiDocument.components.responses['unauthenticated-or-gateway'];
    expect(Object.keys(unauthorized?.content ?? {})).toEqual(['application/problem+json', 'application/json']);
  });

  it('closes what callers send and leaves open what they get, which may get fields', () => {
    for (const { operation } of documentedOperations) {
      const answers = JSON.stringify(operation.responses).replaceAll(/"examples":\{.*?\}\}/g, '');
      expect(answers, operation.operationId).not.toContain('"additionalProperties":false');
    }
  });

  it('gives every code of a problem a heading, and every answer a link to it', () => {
    const codes = new Set(apiDocument['x-problems'].codes.map(({ code }) => code));
    const links = [...JSON.stringify(apiDocument.components.responses).matchAll(/\/docs\/problems#([a-z-]+)/g)];
    expect(links.length).toBeGreaterThan(10);
    expect(links.map(([, code = '']) => code).filter((code) => !codes.has(code))).toEqual([]);
  });
});
