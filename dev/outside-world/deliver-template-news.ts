import type { WebhookResult } from './deliver-webhook.ts';
import { type FrontDoor, knownApps, numberMeant, onWhatsapp } from './known-apps.ts';
import type { messageTemplates, TemplateNews } from './message-templates.ts';
import { signedBody } from './meta-webhook.ts';

/**
 * Something happens to a template of the account of an app, and Meta tells of it: through the front door, signed. Meta names an account
 * here, and no number. Errors: as `numberMeant`; the account has no such template.
 */
export async function deliverTemplateNews(
  { baseUrl, appSecret, ...door }: FrontDoor,
  templates: Pick<ReturnType<typeof messageTemplates>, 'happens'>,
  news: TemplateNews & { readonly app?: string },
  at: number,
): Promise<WebhookResult> {
  const apps = await knownApps({ baseUrl, appSecret, ...door });
  const number = numberMeant(apps, news.app);
  const wabaId = onWhatsapp(apps).find(({ whatsapp }) => whatsapp.phoneNumberId === number)?.whatsapp.wabaId;
  if (wabaId === undefined) throw new Error(`No app has the phone number id ${number}.`);
  const change = templates.happens(wabaId, news, at);
  const entry = [{ id: wabaId, time: Math.floor(at / 1000), changes: [change] }];
  const { body, signature } = signedBody(JSON.stringify({ object: 'whatsapp_business_account', entry }), appSecret);
  const response = await fetch(`${baseUrl}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  });
  await response.arrayBuffer();
  return { status: response.status };
}
