import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  buttonWebhook,
  flowWebhook,
  listWebhook,
  signedWebhook,
  statusWebhook,
  textWebhook,
  welcomeWebhook,
} from '../../../dev/outside-world/meta-webhook.ts';

const at = Date.parse('2026-01-01T00:00:00.900Z');

describe('a simulated webhook', () => {
  it('is signed over the escaped bytes that go over the wire', () => {
    const { body, signature } = signedWebhook(
      '106540352242922',
      textWebhook({ from: '5215512345678' }, at, '¡ALTO! 😀 a/b'),
      'app-secret',
    );
    expect(body).toContain('"\\u00a1ALTO! \\ud83d\\ude00 a\\/b"');
    expect(signature).toBe(`sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}`);
    expect(JSON.parse(body)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        {
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { phone_number_id: '106540352242922' },
                contacts: [{ wa_id: '5215512345678' }],
                messages: [
                  { from: '5215512345678', timestamp: '1767225600', type: 'text', text: { body: '¡ALTO! 😀 a/b' } },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  it('names a person without a number by the BSUID only', () => {
    const { value } = textWebhook({ bsuid: 'US.13491208655302741918' }, at, 'STOP');
    expect(value).toMatchObject({
      contacts: [{ user_id: 'US.13491208655302741918' }],
      messages: [{ from_user_id: 'US.13491208655302741918' }],
    });
    expect((value.messages as object[])[0]).not.toHaveProperty('from');
  });

  it('of a failed message carries the error and no contact', () => {
    const { value } = statusWebhook('5215512345678', at, { error: 131050, freeEntryPoint: false });
    expect(value).toMatchObject({
      statuses: [{ status: 'failed', recipient_id: '5215512345678', errors: [{ code: 131050 }] }],
    });
    expect(value).not.toHaveProperty('contacts');
  });

  it('of a tap names the message that it answers, and of a row its description only where it has one', () => {
    const from = { from: '5215512345678' };
    const context = { id: 'wamid.ours', from: '15550000000' };
    const of = ({ value }: { value: object }) => (value as { messages: object[] }).messages[0];
    const row = { id: 'row-1', title: 'Offers', description: 'Four a month' };
    expect(of(listWebhook(from, at, row, 'wamid.ours'))).toMatchObject({
      type: 'interactive',
      context,
      interactive: { type: 'list_reply', list_reply: row },
    });
    const plain = of(listWebhook(from, at, { id: 'row-2', title: 'News' }));
    expect(plain).toMatchObject({ interactive: { list_reply: { id: 'row-2', title: 'News' } } });
    expect(JSON.stringify(plain)).not.toMatch(/description|context/);
    const tap = { payload: 'x', title: 'X', answerTo: 'wamid.ours' };
    expect(of(buttonWebhook(from, at, { ...tap, template: false }))).toMatchObject({
      context,
      interactive: { type: 'button_reply', button_reply: { id: 'x', title: 'X' } },
    });
    expect(of(buttonWebhook(from, at, { ...tap, template: true }))).toMatchObject({
      context,
      type: 'button',
      button: { payload: 'x', text: 'X' },
    });
    expect(of(flowWebhook(from, at, { flow_token: 't' }, 'wamid.ours'))).toMatchObject({
      context,
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"flow_token":"t"}' } },
    });
    const welcome = of(welcomeWebhook(from, at));
    expect(welcome).toMatchObject({ type: 'request_welcome', from: '5215512345678' });
    expect(Object.keys(welcome ?? {}).sort()).toEqual(['from', 'id', 'timestamp', 'type']);
  });
});
