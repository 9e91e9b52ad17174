import { Agent, get } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';

describe('a connection that is kept open', () => {
  it('is used again, and says that it stays longer than clients wait with theirs', async () => {
    const server = await startLoopbackServer({ name: 'test', port: 0 }, async () => ({ status: 200, body: 'ok' }));
    onTestFinished(server.stop);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const ask = () =>
      new Promise<{ readonly keepAlive: unknown; readonly port: unknown }>((resolve, reject) =>
        get(server.url, { agent }, (answer) => {
          const seen = { keepAlive: answer.headers['keep-alive'], port: answer.socket.localPort };
          answer.resume().once('end', () => resolve(seen));
        }).on('error', reject),
      );
    const first = await ask();
    const second = await ask();
    // Browsers wait for five minutes, the longest that we know of.
    expect(first.keepAlive).toBe('timeout=600');
    expect(second.port).toBe(first.port);
  });
});
