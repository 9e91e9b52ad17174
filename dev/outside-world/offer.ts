import { type FrontDoor, knownApps, numberMeant, onWhatsapp } from './known-apps.ts';
import { madeUpTemplate, madeUpTemplates } from './made-up-templates.ts';

/** A template of the business, as a sender of theirs would send it. */
export interface Offer {
  /** The id of an app, or Meta's phone number id; without it the only app that has one. */
  readonly app?: string;
  readonly purpose: string;
  /** What is put into the template. */
  readonly text: string;
  /** @default - the first of the made-up ones */
  readonly template?: string;
  /** What its quick replies send when they are tapped, in their order; one without says its own words. */
  readonly payloads?: readonly string[];
}

/** What came of it: "may I?" was asked first, and a no was heeded. */
export interface Offered {
  readonly decision: 'allow' | 'deny';
  readonly reasons: readonly { readonly code: string; readonly detail: string }[];
  readonly sent: boolean;
}

/** Meta's Graph API, and the token that it takes. */
export interface GraphDoor {
  readonly url: string;
  readonly accessToken: string;
}

/** Whom a business writes to: by their number as WhatsApp writes it, or by their BSUID. */
export type Addressee = { readonly waId: string } | { readonly bsuid: string };

/**
 * What a business does with this product: asks whether it may, and sends only then. The message goes to the simulated Meta as one of the
 * made-up templates.
 *
 * @throws Error when there is no such app or template, or the question cannot be asked, with what the API says
 */
export async function offerTo(
  door: FrontDoor,
  graph: GraphDoor,
  to: Addressee,
  { app, purpose, text, template: name = madeUpTemplates[0]?.name ?? '', payloads = [] }: Offer,
): Promise<Offered> {
  const template = madeUpTemplate(name);
  if (template === undefined)
    throw new Error(`There is no template ${name}: ${madeUpTemplates.map((each) => each.name).join(', ')}.`);
  const apps = await knownApps(door);
  const number = numberMeant(apps, app);
  const appId = onWhatsapp(apps).find(({ whatsapp }) => whatsapp.phoneNumberId === number)?.appId;
  if (appId === undefined) throw new Error(`No app has the phone number id ${number}.`);
  const answer = await post(`${door.baseUrl}/v1/apps/${appId}/eligibility`, door.apiKey, {
    user: to,
    purpose,
    message: 'template',
  });
  const { decision, reasons = [], detail } = answer.body as Partial<Offered> & { readonly detail?: string };
  if (decision === undefined) throw new Error(detail ?? `The API answered ${answer.status}.`);
  if (decision === 'deny') return { decision, reasons, sent: false };
  const sent = await post(`${graph.url}/v26.0/${number}/messages`, graph.accessToken, {
    messaging_product: 'whatsapp',
    ...('waId' in to ? { to: `+${to.waId}` } : { recipient: to.bsuid }),
    type: 'template',
    template: {
      name,
      language: { code: template.language },
      components: [
        { type: 'body', parameters: [{ type: 'text', text }] },
        ...template.quickReplies.flatMap((_label, index) => {
          const payload = payloads[index] ?? '';
          if (payload === '') return [];
          return [
            { type: 'button', sub_type: 'quick_reply', index: `${index}`, parameters: [{ type: 'payload', payload }] },
          ];
        }),
      ],
    },
  });
  if (sent.status !== 200) throw new Error(`The simulated Meta answered ${sent.status}.`);
  return { decision, reasons, sent: true };
}

async function post(
  url: string,
  token: string,
  body: object,
): Promise<{ readonly status: number; readonly body: object }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as object };
}
