import type { FrontDoor } from '../outside-world/known-apps.ts';
import { PhoneError, type PhonePerson, waIdOf } from './people.ts';

/** A message of the business, as a sender of theirs would send it. */
export interface Offer {
  readonly appId: string;
  /** Meta's phone number id. */
  readonly app: string;
  readonly purpose: string;
  readonly text: string;
}

/** What came of it: "may I?" was asked first, and a no was heeded. */
export interface Offered {
  readonly decision: 'allow' | 'deny';
  readonly reasons: readonly { readonly code: string; readonly detail: string }[];
  readonly sent: boolean;
}

/** Meta's own quick reply under marketing templates: its words come back as the payload. */
const stopPromotions = 'Stop promotions';

/**
 * What a business does with this product: asks whether it may, and sends only then. The message goes to the simulated Meta as a template
 * with one parameter, and a way to stop.
 *
 * @throws PhoneError when the question cannot be asked, with what the API says
 */
export async function offerTo(
  system: FrontDoor & { readonly graph: { readonly url: string; readonly accessToken: string } },
  person: PhonePerson,
  { appId = '', app = '', purpose, text = '' }: Partial<Offer>,
): Promise<Offered> {
  const waId = person.username === undefined ? waIdOf(person) : undefined;
  const user = waId === undefined ? { bsuid: person.bsuid } : { waId };
  const asked = await fetch(`${system.baseUrl}/v1/apps/${encodeURIComponent(appId)}/eligibility`, {
    method: 'POST',
    headers: { authorization: `Bearer ${system.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user, purpose, message: 'template' }),
  });
  const answer = (await asked.json()) as Partial<Omit<Offered, 'sent'>> & { readonly detail?: string };
  const { decision, reasons = [] } = answer;
  if (decision === undefined) throw new PhoneError(answer.detail ?? `The API answered ${asked.status}.`);
  if (decision === 'deny') return { decision, reasons, sent: false };
  const message = {
    messaging_product: 'whatsapp',
    ...(waId === undefined ? { recipient: person.bsuid } : { to: `+${waId}` }),
    type: 'template',
    template: {
      name: 'simulated_offer',
      language: { code: 'en' },
      components: [
        { type: 'body', parameters: [{ type: 'text', text }] },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: '0',
          parameters: [{ type: 'payload', payload: stopPromotions }],
        },
      ],
    },
  };
  const { url, accessToken } = system.graph;
  const sent = await fetch(`${url}/v26.0/${encodeURIComponent(app)}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  if (!sent.ok) throw new PhoneError(`The simulated Meta answered ${sent.status}.`);
  return { decision, reasons, sent: true };
}
