import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, mostOfAnAnswer } from '../../../lambdas/adapters/http/ask.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
async function listening(listener: RequestListener): Promise<URL> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/a?b=c`);
}
const text = ({ body }: { readonly body: Uint8Array }) => Buffer.from(body).toString();

test('a question arrives with its headers, its body and the length of it, and its answer comes back', async () => {
  const url = await listening((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      const { method, url: path, headers } = request;
      const seen = { method, path, key: headers['x-key'], length: headers['content-length'], body };
      response.writeHead(201).end(JSON.stringify(seen));
    });
  });
  const answer = await ask({ method: 'POST', url, headers: { 'x-key': 'k' }, body: '{"é":1}' }, 5000);
  const seen = { method: 'POST', path: '/a?b=c', key: 'k', length: '8', body: '{"é":1}' };
  expect([answer.status, JSON.parse(text(answer))]).toEqual([201, seen]);
});

test('a redirect is an answer, and is not followed', async () => {
  const paths: (string | undefined)[] = [];
  const url = await listening((request, response) => {
    paths.push(request.url);
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await ask({ method: 'GET', url }, 5000)).toMatchObject({ status: 307 });
  expect(paths).toEqual(['/a?b=c']);
});

test.each(['says nothing', 'stops in the middle'])('somebody who %s for too long is given up on', async (what) => {
  const url = await listening((_request, response) => {
    if (what === 'stops in the middle') response.writeHead(200).write('half');
    // Nobody waits for this who has a limit.
    setTimeout(() => response.end('the rest'), 2000).unref();
  });
  expect(await ask({ method: 'GET', url }, 60)).toEqual({ status: 0, headers: {}, body: Buffer.alloc(0) });
});

test('a connection that breaks, before the answer and in it, is no answer', async () => {
  let calls = 0;
  const url = await listening((request, response) => {
    calls += 1;
    if (calls === 1) return request.socket.destroy();
    response.writeHead(200, { 'content-length': '10' }).write('half', () => request.socket.destroy());
    return undefined;
  });
  for (const _ of [1, 2]) expect(await ask({ method: 'GET', url }, 5000)).toMatchObject({ status: 0 });
});

test.each([
  [mostOfAnAnswer, mostOfAnAnswer],
  [mostOfAnAnswer + 1, 0],
  [50 * mostOfAnAnswer, 0],
])('of an answer of %d bytes %d are read, and its status counts', async (sent, read) => {
  const url = await listening((_request, response) => void response.writeHead(200).end(Buffer.alloc(sent, 'a')));
  const { status, body } = await ask({ method: 'GET', url }, 30_000);
  expect([status, body.length]).toEqual([200, read]);
});

test('nothing of it is logged', async () => {
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
  const url = await listening((_request, response) => void response.writeHead(500).end('secret of theirs'));
  await ask({ method: 'POST', url, headers: { authorization: 'secret' }, body: 'secret of ours' }, 5000);
  expect(spies.flatMap(({ mock }) => mock.calls).filter(([chunk]) => String(chunk).includes('secret'))).toEqual([]);
  for (const spy of spies) spy.mockRestore();
});
