import { webhookSecrets } from '../../support/ledger/whatsapp-webhook.ts';
import { type Pair, steadily } from '../compare.ts';
import { receive, signedDelivery } from '../webhook-pairs.ts';
import type { InstalledRivals } from './install-rivals.ts';

const [secret = ''] = webhookSecrets.appSecrets;

interface Kapso {
  verifySignature(signed: { appSecret: string; rawBody: Buffer; signatureHeader: string }): boolean;
  normalizeWebhook(payload: unknown): { readonly messages: readonly unknown[] };
}
interface WhatsappApi {
  readonly WhatsAppAPI: new (
    options: object,
  ) => { on: { message?: () => void }; post(data: unknown, body: string, signature: string): Promise<unknown> };
}

/** A webhook of Meta, checked, parsed and handed over message by message; beside each name how many of the messages the other hands over. */
export async function rivalPairs(rivals: InstalledRivals): Promise<readonly Pair[]> {
  const kapso = (await rivals.load('@kapso/whatsapp-cloud-api/server')) as Kapso;
  const { WhatsAppAPI } = (await rivals.load('whatsapp-api-js')) as WhatsappApi;
  const api = new WhatsAppAPI({ token: 'token', appSecret: secret, v: 'v24.0' });
  let handed = 0;
  api.on.message = () => {
    handed += 1;
  };
  const pairs: Pair[] = [];
  for (const count of [1, 20, 100]) {
    const { body, header } = signedDelivery(count);
    const byKapso = () => {
      const isSigned = kapso.verifySignature({ appSecret: secret, rawBody: body, signatureHeader: header });
      return isSigned ? kapso.normalizeWebhook(JSON.parse(body.toString())).messages : [];
    };
    const byApi = () => {
      const text = body.toString();
      return api.post(JSON.parse(text), text, header);
    };
    handed = 0;
    await byApi();
    const ours = steadily(async () => receive(body, header));
    pairs.push(
      {
        name: `${count} messages / kapso, which delivers ${byKapso().length}`,
        reach: count === 1 ? '>= 1.10' : '>= 1.60',
        ours,
        bare: steadily(async () => byKapso()),
      },
      { name: `${count} messages / whatsapp-api-js, ${handed} delivered`, reach: '', ours, bare: steadily(byApi) },
    );
  }
  return pairs;
}
