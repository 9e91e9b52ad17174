import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A running local mode: its data, and its outside world. */
export interface LocalGraph {
  readonly dataFolder: string;
  readonly outsideUrl: string;
}

/**
 * What a business sends by the Graph API of a local mode.
 *
 * @param from Meta's phone number id
 * @param to a number with its plus, or a BSUID
 * @param content from `type` on
 */
export async function sendByGraph(
  { dataFolder, outsideUrl }: LocalGraph,
  from: string,
  to: string,
  content: object,
): Promise<void> {
  const { whatsappAccess } = JSON.parse(readFileSync(`${dataFolder}/secrets.json`, 'utf8')) as {
    readonly whatsappAccess: { readonly accessToken: string };
  };
  const answer = await fetch(`${outsideUrl}/v26.0/${from}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${whatsappAccess.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      ...(/^[A-Z]/.test(to) ? { recipient: to } : { to }),
      ...content,
    }),
  });
  expect(answer.status).toBe(200);
}

/** A list as the Cloud API takes it. */
export const listOf = (
  words: { readonly header?: string; readonly body: string; readonly footer?: string; readonly open: string },
  rows: readonly { readonly id: string; readonly title: string; readonly description?: string }[],
): object => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    ...(words.header !== undefined && { header: { type: 'text', text: words.header } }),
    body: { text: words.body },
    ...(words.footer !== undefined && { footer: { text: words.footer } }),
    action: { button: words.open, sections: [{ title: 'Choose', rows }] },
  },
});
