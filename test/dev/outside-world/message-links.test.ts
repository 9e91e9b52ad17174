import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptFile, keptList } from '../../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import type { MessageLink } from '../../../dev/outside-world/message-links.ts';
import { outsideWorld } from '../../../dev/outside-world/outside-world.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function meta() {
  const folder = temporaryFolder();
  const links = keptFile<readonly MessageLink[]>(join(folder, 'links.json'), []);
  const sent = keptList<never>(join(folder, 'sent.jsonl'));
  const world = outsideWorld('good-token', sent, () => 0, links);
  const server = await startLoopbackServer({ name: 'Meta', port: 0 }, world.answer);
  onTestFinished(server.stop);
  const ask = async (method: string, path: string, body?: object, token = 'good-token') => {
    const response = await fetch(`${server.url}/v26.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: tests look at any field of any answer
    return { status: response.status, body: (await response.json()) as any };
  };
  return { ask, links };
}
const wanted = { prefilled_message: 'Hello', generate_qr_image: 'SVG' };

describe('the simulated short links of Meta', () => {
  it('are made, shown, changed and removed as Meta does it', async () => {
    const { ask, links } = await meta();
    const made = await ask('POST', '1065/message_qrdls', wanted);
    expect(made).toEqual({
      status: 200,
      body: {
        code: expect.stringMatching(/^[A-Z2-7]{14}$/),
        prefilled_message: 'Hello',
        deep_link_url: `https://wa.me/message/${made.body.code}`,
        qr_image_url: expect.any(String),
      },
    });
    const { code } = made.body;
    const { qr_image_url: _picture, ...shown } = made.body;
    expect(await ask('GET', `1065/message_qrdls/${code}`)).toEqual({ status: 200, body: { data: [shown] } });
    const changed = await ask('POST', '1065/message_qrdls', { prefilled_message: 'Goodbye', code });
    expect(changed.body).toEqual({ ...shown, prefilled_message: 'Goodbye' });
    expect(links.read()).toEqual([{ phoneNumberId: '1065', code, prefilledMessage: 'Goodbye' }]);
    expect(await ask('DELETE', `1065/message_qrdls/${code}`)).toEqual({ status: 200, body: { success: true } });
    expect(links.read()).toEqual([]);
  });

  it('come 25 a page, with a next page only where there is one', async () => {
    const { ask } = await meta();
    for (let count = 0; count < 26; count += 1) {
      await ask('POST', '1065/message_qrdls', { ...wanted, prefilled_message: `Hello ${count}` });
    }
    const first = await ask('GET', '1065/message_qrdls?limit=100');
    expect(first.body.data).toHaveLength(25);
    expect(first.body.paging.next).toContain('after=');
    const second = await ask('GET', `1065/message_qrdls?after=${first.body.paging.cursors.after}`);
    expect(second.body.data.map((link: { prefilled_message: string }) => link.prefilled_message)).toEqual(['Hello 25']);
    expect(second.body.paging).not.toHaveProperty('next');
    expect((await ask('GET', '1066/message_qrdls')).body).toEqual({ data: [] });
  });

  it('may have a text of 140 characters', async () => {
    const { ask, links } = await meta();
    const of = (length: number) => ({ ...wanted, prefilled_message: 'n'.repeat(length) });
    expect((await ask('POST', '1065/message_qrdls', of(140))).status).toBe(200);
    expect(await ask('POST', '1065/message_qrdls', of(141))).toMatchObject({
      status: 400,
      body: { error: { code: 100 } },
    });
    expect(links.read()).toHaveLength(1);
  });

  it.each([
    ['a wrong token', 'GET', '1065/message_qrdls', undefined, 'bad', 401, { code: 190 }],
    ['no text', 'POST', '1065/message_qrdls', { generate_qr_image: 'SVG' }, undefined, 400, { code: 100 }],
    ['no kind of picture', 'POST', '1065/message_qrdls', { prefilled_message: 'x' }, undefined, 400, { code: 100 }],
    [
      'an unknown code to change',
      'POST',
      '1065/message_qrdls',
      { ...wanted, code: 'X' },
      undefined,
      400,
      { error_subcode: 33 },
    ],
    [
      'an unknown code to show',
      'GET',
      '1065/message_qrdls/X',
      undefined,
      undefined,
      400,
      { code: 100, error_subcode: 33 },
    ],
    ['an unknown code to remove', 'DELETE', '1065/message_qrdls/X', undefined, undefined, 400, { error_subcode: 33 }],
    ['to remove all', 'DELETE', '1065/message_qrdls', undefined, undefined, 400, { code: 100 }],
    ['a message with a code', 'POST', '1065/messages/X', {}, undefined, 404, { code: 2500 }],
  ])('refuse %s in the shape of Meta', async (_name, method, path, body, token, status, error) => {
    const { ask, links } = await meta();
    expect(await ask(method, path, body, token)).toMatchObject({
      status,
      body: { error: { ...error, fbtrace_id: expect.any(String) } },
    });
    expect(links.read()).toEqual([]);
  });
});
