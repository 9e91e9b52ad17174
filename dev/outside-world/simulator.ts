import { deliverTemplateNews } from './deliver-template-news.ts';
import { deliverWebhook, type WebhookResult } from './deliver-webhook.ts';
import { chatBehind, type FrontDoor, knownApps, numberMeant } from './known-apps.ts';
import type { messageTemplates, TemplateNews } from './message-templates.ts';
import {
  type AdClick,
  adClickWebhook,
  buttonWebhook,
  editWebhook,
  flowWebhook,
  listWebhook,
  type MetaPerson,
  type MetaWebhook,
  missedCallWebhook,
  preferenceWebhook,
  signupWebhook,
  statusWebhook,
  textWebhook,
  welcomeWebhook,
} from './meta-webhook.ts';
import { type Addressee, type GraphDoor, type Offer, type Offered, offerTo } from './offer.ts';
import type { SentMessage } from './outside-world.ts';
import type { InboundSms } from './sns-event.ts';
import { type CallResult, type SimulatedCall, type Switchboard, telephoneCalls } from './telephone-calls.ts';

/** Which number of ours a webhook is about, and when it happened. */
interface Occasion {
  /** The id of an app, or Meta's phone number id; without it the only app that has one. */
  readonly app?: string;
  /** Epoch milliseconds; without it now, by our clock. */
  readonly at?: number;
}

/** Everything that the world outside may do to a running local mode. Errors: no app has a number, or several and none is named. */
export interface Simulator {
  /** A text; or what a `https://wa.me/…` link opens is sent, to the app of its number: as it stands there, or as `text` if that was edited. */
  whatsapp(message: MetaPerson & Occasion & { readonly text?: string; readonly link?: string }): Promise<WebhookResult>;
  /** The person changes the text that they sent last. Errors: they sent none since local mode was started. */
  edit(edit: MetaPerson & Occasion & { readonly text: string }): Promise<WebhookResult>;
  button(
    button: MetaPerson &
      Occasion & {
        readonly payload: string;
        readonly title: string;
        readonly template: boolean;
        readonly answerTo?: string;
      },
  ): Promise<WebhookResult>;
  /** A row of a list of ours. */
  list(
    row: MetaPerson &
      Occasion & {
        readonly id: string;
        readonly title: string;
        readonly description?: string;
        readonly answerTo?: string;
      },
  ): Promise<WebhookResult>;
  /** A form of ours (WhatsApp Flows), with what is in it. */
  flow(
    flow: MetaPerson & Occasion & { readonly answer: Readonly<Record<string, unknown>>; readonly answerTo?: string },
  ): Promise<WebhookResult>;
  /** Somebody opened the chat for the first time, and wrote nothing. */
  welcome(welcome: MetaPerson & Occasion): Promise<WebhookResult>;
  /** The business asks whether it may send a template of its own, and sends it only then. */
  offer(offer: Offer & { readonly user: Addressee }): Promise<Offered>;
  /** A call that nobody took. */
  call(call: MetaPerson & Occasion): Promise<WebhookResult>;
  /** A call on the telephone that nobody took. */
  missedCall(call: SimulatedCall): Promise<CallResult>;
  /** A menu on the telephone, and the key that was pressed. */
  ivr(call: SimulatedCall & { readonly digits?: string; readonly locale?: string }): Promise<CallResult>;
  status(
    status: Occasion & { readonly to: string; readonly error?: number; readonly freeEntryPoint: boolean },
  ): Promise<WebhookResult>;
  preference(preference: MetaPerson & Occasion & { readonly value: 'stop' | 'resume' }): Promise<WebhookResult>;
  /** The person comes by an ad, and sends what it has ready or words of their own. */
  adClick(click: MetaPerson & Occasion & AdClick & { readonly text: string }): Promise<WebhookResult>;
  /** The person signs up by an In-App Signup. */
  signup(signup: MetaPerson & Occasion & { readonly signupId: string }): Promise<WebhookResult>;
  /** Something happens to a template at Meta. */
  template(news: TemplateNews & Occasion): Promise<WebhookResult>;
  sms(sms: InboundSms): Promise<{ readonly delivery: 'handled' | 'dead-letter' }>;
  /** Moves our clock by so many milliseconds from where it is, or back to the true time; fires schedules that came due. */
  clock(by: number | 'reset'): Promise<{ readonly now: string }>;
  /** Fires one schedule now. Errors: an unknown one. */
  tick(scheduleId: string): Promise<void>;
  /** The next message of ours to somebody is refused with a code of its provider. */
  refuse(refusal: { readonly to: string; readonly code: string }): Promise<object>;
  /** Every message that would have been sent, oldest first, once the table stream is dealt with. */
  sent(): Promise<readonly SentMessage[]>;
}

/** What the simulator needs of the running local mode. */
export interface SimulatedSystem
  extends FrontDoor,
    Switchboard,
    Pick<Simulator, 'sms' | 'clock' | 'tick' | 'sent' | 'refuse'> {
  readonly graph: GraphDoor;
  now(): number;
  readonly templates: Pick<ReturnType<typeof messageTemplates>, 'happens'>;
}

/** Webhooks go through the front door, signed, like Meta's. */
export function simulator(system: SimulatedSystem): Simulator {
  const { sent } = system;
  /** What each person wrote last, and to whom. */
  const last = new Map<string, { readonly messageId: string; readonly app: string | undefined }>();
  const nameOf = ({ from, bsuid }: MetaPerson): string => from ?? bsuid ?? '';

  async function send(occasion: Occasion, webhook: (at: number) => MetaWebhook): Promise<WebhookResult> {
    const phoneNumberId = numberMeant(await knownApps(system), occasion.app);
    return deliverWebhook(system, phoneNumberId, webhook(occasion.at ?? system.now()));
  }

  return {
    async whatsapp({ text, link, ...message }) {
      const chat = link === undefined ? undefined : chatBehind(link, await knownApps(system));
      const said = { ...chat, ...message };
      const result = await send(said, (at) => textWebhook(message, at, text ?? chat?.text ?? ''));
      if (result.messageId !== undefined) last.set(nameOf(message), { messageId: result.messageId, app: said.app });
      return result;
    },
    async edit({ text, ...edit }) {
      const before = last.get(nameOf(edit));
      if (before === undefined)
        throw new Error(`${nameOf(edit)} wrote nothing that could be changed: send a text first (simulate whatsapp).`);
      return send({ app: before.app, ...edit }, (at) => editWebhook(edit, at, before.messageId, text));
    },
    button: (button) => send(button, (at) => buttonWebhook(button, at, button)),
    list: (row) => send(row, (at) => listWebhook(row, at, row, row.answerTo)),
    flow: (flow) => send(flow, (at) => flowWebhook(flow, at, flow.answer, flow.answerTo)),
    welcome: (welcome) => send(welcome, (at) => welcomeWebhook(welcome, at)),
    offer: ({ user, ...offer }) => offerTo(system, system.graph, user, offer),
    call: (call) => send(call, (at) => missedCallWebhook(call, at)),
    async status(status) {
      // What is told of is the message that went there last, if one did.
      const ours = (await sent()).findLast(({ via, to }) => via === 'whatsapp' && to.replace('+', '') === status.to);
      return send(status, (at) => statusWebhook(status.to, at, status, ours));
    },
    ...telephoneCalls(system),
    preference: (preference) => send(preference, (at) => preferenceWebhook(preference, at, preference.value)),
    adClick: (click) => send(click, (at) => adClickWebhook(click, at, click.text, click)),
    signup: (signup) => send(signup, (at) => signupWebhook(signup, at, signup.signupId)),
    template: (news) => deliverTemplateNews(system, system.templates, news, news.at ?? system.now()),
    sms: system.sms,
    clock: system.clock,
    tick: system.tick,
    sent,
    refuse: system.refuse,
  };
}
