import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedWebhook, statusWebhook, textWebhook } from '../../../dev/outside-world/meta-webhook.ts';

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
});
