import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accessTokenWhenNeeded, metaMessageLinks } from '../../../../lambdas/adapters/providers/meta/message-links.ts';
import { MetaNotSetUpError, MetaRefusedError } from '../../../../lambdas/domain/collection/meta-link-errors.ts';
import { TryAgainError } from '../../../../lambdas/domain/errors.ts';
import type { MetaLinks } from '../../../../lambdas/use-cases/collection/meta-link-ports.ts';
import { theNumber } from '../../../support/promised.ts';
import { type RecordingServer, startRecordingServer } from '../../../support/recording-server.ts';

const token = 'access-token-for-tests';
const kept = {
  code: 'ABCDEFGH234567',
  prefilled_message: 'Hello',
  deep_link_url: 'https://wa.me/message/ABCDEFGH234567',
};
const link = { code: 'ABCDEFGH234567', url: 'https://wa.me/message/ABCDEFGH234567', message: 'Hello' };
let graph: RecordingServer;
let links: MetaLinks;

beforeEach(async () => {
  graph = await startRecordingServer();
  links = metaMessageLinks(`${graph.url}/v26.0`, async () => token);
});
afterEach(() => graph.stop());
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what Meta is asked', () => {
  test('to make a link', async () => {
    graph.answer = { status: 200, body: { ...kept, qr_image_url: 'https://scontent.example/1' } };
    expect(await links.create('1065', 'Hello')).toEqual(link);
    expect(graph.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v26.0/1065/message_qrdls',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: { prefilled_message: 'Hello', generate_qr_image: 'SVG' },
      },
    ]);
  });

  test('to change one, by the code in the body', async () => {
    graph.answer = { status: 200, body: kept };
    expect(await links.change('1065', kept.code, 'Hello')).toEqual(link);
    expect(graph.requests).toMatchObject([
      { method: 'POST', path: '/v26.0/1065/message_qrdls', body: { prefilled_message: 'Hello', code: kept.code } },
    ]);
  });

  test('for one, which comes as a list', async () => {
    graph.answer = { status: 200, body: { data: [kept] } };
    expect(await links.find('1065', kept.code)).toEqual(link);
    expect(graph.requests[0]).toMatchObject({ method: 'GET', path: `/v26.0/1065/message_qrdls/${kept.code}` });
  });

  test('for a page, and for the next one only when Meta says that there is one', async () => {
    const paging = { cursors: { before: 'A', after: 'Zg==' }, next: 'https://graph.example/next' };
    graph.answer = { status: 200, body: { data: [kept, kept], paging } };
    expect(await links.page('1065', 50)).toEqual({ links: [link, link], next: 'Zg==' });
    graph.answer = { status: 200, body: { data: [kept], paging: { cursors: paging.cursors } } };
    expect(await links.page('1065', 10, 'Zg==')).toEqual({ links: [link] });
    expect(graph.requests.map(({ path }) => path)).toEqual([
      '/v26.0/1065/message_qrdls?limit=25',
      '/v26.0/1065/message_qrdls?limit=10&after=Zg%3D%3D',
    ]);
  });

  test('to remove one', async () => {
    graph.answer = { status: 200, body: { success: true } };
    await links.remove('1065', kept.code);
    expect(graph.requests[0]).toMatchObject({ method: 'DELETE', path: `/v26.0/1065/message_qrdls/${kept.code}` });
    expect(graph.requests[0]?.body).toBeUndefined();
  });

  test('a code is never more than a code in the path', async () => {
    graph.answer = { status: 200, body: { success: true } };
    await links.remove('10/65', '../x?y');
    expect(graph.requests[0]?.path).toBe('/v26.0/10%2F65/message_qrdls/..%2Fx%3Fy');
  });
});

describe('what Meta answers', () => {
  test.each([
    ['nothing there', 404, {}],
    ['no such object', 400, { error: { code: 100, error_subcode: 33 } }],
    ['an empty list', 200, { data: [] }],
    ['another link', 200, { data: [{ ...kept, code: 'ANOTHER2345678' }] }],
  ])('%s: the link is not there', async (_name, status, body) => {
    graph.answer = { status, body };
    expect(await links.find('1065', kept.code)).toBeUndefined();
  });

  test.each([
    [400, { error: { message: 'no: Hello', code: 131009 } }, 131009],
    [401, { error: { code: 190 } }, 190],
    [403, 'oops', 403],
    [500, 'oops', 500],
    [200, 'not json', 200],
    [200, {}, 200],
    [200, { code: '../../x', deep_link_url: 'https://wa.me/message/x' }, 200],
  ])('%d %j is a refusal with its code and without its words', async (status, body, code) => {
    graph.answer = { status, body };
    const error = await failureOf(links.create('1065', 'Hello'));
    expect(error).toBeInstanceOf(MetaRefusedError);
    expect(error).toMatchObject({ metaCode: code });
    expect(String(error)).not.toMatch(/Hello|token-for/);
  });

  test('that it removed nothing is a refusal', async () => {
    graph.answer = { status: 200, body: { success: false } };
    expect(await failureOf(links.remove('1065', kept.code))).toBeInstanceOf(MetaRefusedError);
  });

  test('a refusal to show one is not taken for its absence', async () => {
    graph.answer = { status: 400, body: { error: { code: 100 } } };
    expect(await failureOf(links.find('1065', kept.code))).toMatchObject({ metaCode: 100 });
  });

  test('nothing: it is not known what was done', async () => {
    graph.answer = undefined;
    for (const asked of [links.create('1065', 'Hello'), links.page('1065', 25), links.remove('1065', kept.code)]) {
      const failure = await failureOf(asked);
      expect(failure).toBeInstanceOf(TryAgainError);
      expect(failure).toMatchObject({
        retryAfterSeconds: theNumber('docs/problems.md', '{n} when Meta does not answer'),
      });
    }
  });

  test('an address elsewhere than on wa.me is not passed on', async () => {
    graph.answer = { status: 200, body: { ...kept, deep_link_url: 'https://evil.example/x' } };
    expect((await links.create('1065', 'Hello')).url).toBe(link.url);
  });
});

describe('the access token', () => {
  test('is read when it is needed first, and once', async () => {
    let reads = 0;
    const when = accessTokenWhenNeeded(async () => {
      reads += 1;
      return { accessToken: token };
    });
    expect(reads).toBe(0);
    expect([await when(), await when(), reads]).toEqual([token, token, 1]);
  });

  test.each([[undefined], [{}], [{ accessToken: '' }], [{ accessToken: 'short' }], [null]])(
    'that is %j is none, and is looked for again the next time',
    async (secret) => {
      let stored: unknown = secret;
      const when = accessTokenWhenNeeded(async () => stored);
      expect(await failureOf(when())).toBeInstanceOf(MetaNotSetUpError);
      stored = { accessToken: token };
      expect(await when()).toBe(token);
    },
  );

  test('without one Meta is asked nothing', async () => {
    const without = metaMessageLinks(
      graph.url,
      accessTokenWhenNeeded(async () => undefined),
    );
    expect(await failureOf(without.create('1065', 'Hello'))).toBeInstanceOf(MetaNotSetUpError);
    expect(graph.requests).toEqual([]);
  });
});
