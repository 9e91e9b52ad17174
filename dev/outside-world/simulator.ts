import {
  buttonWebhook,
  type MetaPerson,
  type MetaWebhook,
  preferenceWebhook,
  signedWebhook,
  statusWebhook,
  textWebhook,
} from './meta-webhook.ts';
import type { SentMessage } from './outside-world.ts';
import type { InboundSms } from './sns-event.ts';

/** Which number of ours a webhook is about, and when it happened. */
interface Occasion {
  /** Meta's phone number id; without it the first app that has one. */
  readonly app?: string;
  /** Epoch milliseconds; without it now, by our clock. */
  readonly at?: number;
}

/** What came of a webhook: the status that Meta would see. */
export interface WebhookResult {
  readonly status: number;
}

/** Everything that the world outside may do to a running local mode. */
export interface Simulator {
  /** A text; or what a `https://wa.me/…` link opens is sent, to the app of its number: as it stands there, or as `text` if that was edited. */
  whatsapp(message: MetaPerson & Occasion & { readonly text?: string; readonly link?: string }): Promise<WebhookResult>;
  button(
    button: MetaPerson & Occasion & { readonly payload: string; readonly title: string; readonly template: boolean },
  ): Promise<WebhookResult>;
  status(
    status: Occasion & { readonly to: string; readonly error?: number; readonly freeEntryPoint: boolean },
  ): Promise<WebhookResult>;
  preference(preference: MetaPerson & Occasion & { readonly value: 'stop' | 'resume' }): Promise<WebhookResult>;
  sms(sms: InboundSms): Promise<{ readonly delivery: 'handled' | 'dead-letter' }>;
  /** Moves our clock by so many milliseconds from where it is, or back to the true time; fires schedules that came due. */
  clock(by: number | 'reset'): Promise<{ readonly now: string }>;
  /** Fires one schedule now. Errors: an unknown one. */
  tick(scheduleId: string): Promise<void>;
  /** Every message that would have been sent, oldest first, once the table stream is dealt with. */
  sent(): Promise<readonly SentMessage[]>;
}

/** What the simulator needs of the running local mode. */
export interface SimulatedSystem extends Pick<Simulator, 'sms' | 'clock' | 'tick' | 'sent'> {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly appSecret: string;
  now(): number;
}

/** Webhooks go through the front door, signed, like Meta's. */
export function simulator(system: SimulatedSystem): Simulator {
  async function send(occasion: Occasion, webhook: (at: number) => MetaWebhook): Promise<WebhookResult> {
    const phoneNumberId = occasion.app ?? (await firstWhatsappNumber());
    const { body, signature } = signedWebhook(phoneNumberId, webhook(occasion.at ?? system.now()), system.appSecret);
    const response = await fetch(`${system.baseUrl}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    });
    return { status: response.status };
  }

  /** Our numbers on WhatsApp, in the order of the apps. */
  async function whatsappNumbers(): Promise<readonly { readonly phoneNumberId: string; readonly phone: string }[]> {
    const response = await fetch(`${system.baseUrl}/v1/apps`, {
      headers: { authorization: `Bearer ${system.apiKey}` },
    });
    const { data = [] } = (await response.json()) as {
      data?: { whatsapp?: { phoneNumberId: string; phone: string } }[];
    };
    return data.flatMap(({ whatsapp }) => (whatsapp === undefined ? [] : [whatsapp]));
  }

  async function firstWhatsappNumber(): Promise<string> {
    const [first] = await whatsappNumbers();
    if (first === undefined)
      throw new Error('No app has a WhatsApp number yet: make one first, or name a number with --app.');
    return first.phoneNumberId;
  }

  async function chatOf(link: string): Promise<{ readonly app: string; readonly text: string }> {
    const url = URL.parse(link);
    if (url?.origin !== 'https://wa.me') throw new Error('--link takes a link that begins with https://wa.me/');
    const digits = url.pathname.slice(1);
    const found = (await whatsappNumbers()).find(({ phone }) => phone.replace(/\D/g, '') === digits);
    if (found === undefined) throw new Error(`No app has the WhatsApp number ${digits}.`);
    return { app: found.phoneNumberId, text: url.searchParams.get('text') ?? '' };
  }

  return {
    async whatsapp({ text, link, ...message }) {
      const chat = link === undefined ? undefined : await chatOf(link);
      return send({ ...chat, ...message }, (at) => textWebhook(message, at, text ?? chat?.text ?? ''));
    },
    button: (button) => send(button, (at) => buttonWebhook(button, at, button)),
    status: (status) => send(status, (at) => statusWebhook(status.to, at, status)),
    preference: (preference) => send(preference, (at) => preferenceWebhook(preference, at, preference.value)),
    sms: system.sms,
    clock: system.clock,
    tick: system.tick,
    sent: system.sent,
  };
}
