import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metaTemplates } from '../../../../lambdas/adapters/providers/meta/meta-templates.ts';
import { MetaNotSetUpError, MetaRefusedError } from '../../../../lambdas/domain/collection/meta-link-errors.ts';
import type { MetaTemplates } from '../../../../lambdas/use-cases/templates/ports.ts';
import { type RecordingServer, startRecordingServer } from '../../../support/recording-server.ts';

const token = 'access-token-for-tests';
let graph: RecordingServer;
let templates: MetaTemplates;
beforeEach(async () => {
  graph = await startRecordingServer();
  templates = metaTemplates(`${graph.url}/v26.0`, async () => token);
});
afterEach(() => graph.stop());

const node = {
  id: '99999999999999999',
  name: 'order_update',
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  quality_score: { score: 'GREEN', date: 1_700_000_000 },
  rejected_reason: 'NONE',
  components: [
    { type: 'BODY', text: 'Your order is on its way.' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
  ],
};
const read = async (...nodes: readonly unknown[]) => {
  graph.answer = { status: 200, body: { data: nodes } };
  return templates.page('1022');
};
const factsOf = async (more: object) => (await read({ ...node, ...more })).templates[0]?.facts;

test('a template is read, also with an id above 2^53', async () => {
  expect(await read(node)).toEqual({
    templates: [
      {
        ...{ name: 'order_update', language: 'en_US', metaId: '99999999999999999' },
        facts: {
          ...{ status: 'approved', category: 'utility', coming: { category: 'none' }, quality: 'green' },
          words: {
            body: 'Your order is on its way.',
            buttons: [{ kind: 'quick-reply', text: 'Stop promotions' }],
          },
        },
      },
    ],
    unreadable: 0,
    next: undefined,
  });
  expect(graph.requests[0]).toMatchObject({ method: 'GET', headers: { authorization: `Bearer ${token}` } });
  const path = graph.requests[0]?.path ?? '';
  expect(path).toMatch(/^\/v26\.0\/1022\/message_templates\?fields=.*correct_category.*&limit=100$/);
});

test('the next page is asked for by cursor; its address, with the access token in it, goes nowhere', async () => {
  const paging = { cursors: { before: 'A', after: 'Zg==' }, next: `https://graph.example/x?access_token=${token}` };
  graph.answer = { status: 200, body: { data: [node], paging } };
  const page = await templates.page('1022');
  expect(page.next).toBe('Zg==');
  expect(JSON.stringify(page)).not.toContain(token);
  await templates.page('1022', page.next);
  expect(graph.requests[1]?.path).toContain('after=Zg%3D%3D');
});

test('there is no next page without one, and none that is this one', async () => {
  const cursors = { before: 'A', after: 'Zg==' };
  graph.answer = { status: 200, body: { data: [node], paging: { cursors } } };
  expect((await templates.page('1022')).next).toBeUndefined();
  graph.answer = { status: 200, body: { data: [node], paging: { cursors, next: 'https://graph.example/x' } } };
  expect((await templates.page('1022', 'Zg==')).next).toBeUndefined();
});

describe('what Meta says of a template', () => {
  test.each([
    ['PENDING_DELETION', 'pending-deletion'],
    ['LIMIT_EXCEEDED', 'limit-exceeded'],
    ['IN_APPEAL', 'in-appeal'],
    ['ARCHIVED', 'archived'],
    ['GONE', 'unclear'],
    ['SOMETHING_NEW', 'unclear'],
    [undefined, 'unclear'],
  ])('the status %s is %s', async (status, is) => expect(await factsOf({ status })).toMatchObject({ status: is }));

  test('another category that is to come', async () => {
    expect(await factsOf({ correct_category: 'MARKETING' })).toMatchObject({
      ...{ category: 'utility', coming: { category: 'marketing' } },
    });
    expect(await factsOf({ correct_category: 'UTILITY' })).toMatchObject({ coming: { category: 'none' } });
  });

  test('a category that nobody here knows', async () => {
    expect(await factsOf({ category: 'SERVICE' })).toMatchObject({ mentions: 'unclear' });
    const coming = await factsOf({ correct_category: 'SERVICE' });
    expect(coming).toMatchObject({ mentions: 'unclear' });
    expect(coming).not.toHaveProperty('coming');
  });
});

test('what names no template is counted', async () => {
  const nameless = [null, 'x', { ...node, name: '' }, { ...node, language: 'English (US)' }, { ...node, name: 'a\nb' }];
  expect(await read(node, ...nameless)).toMatchObject({ templates: [{ name: 'order_update' }], unreadable: 5 });
});

describe('what does not work', () => {
  test.each([
    [401, { error: { code: 190, message: `Invalid OAuth access token ${token}` } }, 190],
    [400, { error: { code: 80008, message: 'Too many calls' } }, 80008],
    [200, { data: 'nothing' }, 200],
    [200, [], 200],
    [500, 'no JSON', 500],
  ])('%s %j is a refusal that does not repeat it', async (status, body, code) => {
    graph.answer = { status, body };
    const error: unknown = await templates.page('1022').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(MetaRefusedError);
    expect(error).toMatchObject({ metaCode: code });
    expect(String(error)).not.toContain(token);
  });

  test('without an access token nothing is asked', async () => {
    const without = metaTemplates(graph.url, () => Promise.reject(new MetaNotSetUpError()));
    await expect(without.page('1022')).rejects.toThrow(MetaNotSetUpError);
    expect(graph.requests).toEqual([]);
  });
});
