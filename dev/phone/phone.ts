import type { Feed } from '../live/feed.ts';
import type { KeptList } from '../machine/kept-file.ts';
import { deliverWebhook } from '../outside-world/deliver-webhook.ts';
import type { FrontDoor } from '../outside-world/known-apps.ts';
import {
  adClickWebhook,
  buttonWebhook,
  changeNoticeWebhook,
  editWebhook,
  flowWebhook,
  listWebhook,
  type MetaWebhook,
  missedCallWebhook,
  preferenceWebhook,
  signupWebhook,
  textWebhook,
  welcomeWebhook,
} from '../outside-world/meta-webhook.ts';
import { type GraphDoor, type Offered, offerTo } from '../outside-world/offer.ts';
import type { SentMessage } from '../outside-world/outside-world.ts';
import type { Simulator } from '../outside-world/simulator.ts';
import type { InboundSms } from '../outside-world/sns-event.ts';
import type { CallResult } from '../outside-world/telephone-calls.ts';
import { type ChatLine, inOrder, lineOfSaid, lineOfSent, type Said } from './chat-line.ts';
import { asMetaNames, PhoneError, type PhonePeople, type PhonePerson, waIdOf } from './people.ts';
import { type Act, callIn, filledIn, numberIn, offerIn, required, words } from './read-act.ts';
import type { TemplateWordsOf } from './shown.ts';
import type { AnswerWatch } from './watch-answers.ts';

/** What the phone needs of the running local mode. */
export interface PhoneSystem extends FrontDoor {
  readonly graph: GraphDoor;
  readonly feed: Feed;
  readonly people: PhonePeople;
  readonly said: KeptList<Said>;
  /** What went out. */
  readonly outgoing: Pick<KeptList<SentMessage>, 'all'>;
  readonly answers: AnswerWatch;
  /** What the templates say that the simulated Meta keeps. */
  readonly templateWords: TemplateWordsOf;
  now(): number;
  sms(sms: InboundSms): Promise<{ readonly delivery: 'handled' | 'dead-letter' }>;
  /** Calls on the telephone. */
  readonly calls: Pick<Simulator, 'missedCall' | 'ivr'>;
}

/** An edit is possible for so long (WhatsApp's help, "How to edit messages"). */
const editMs = 15 * 60 * 1000;

/** The phones of the people of local mode: what they do goes out as Meta's signed webhooks, or as SMS; what they get is read from the outside world. */
export function phone(system: PhoneSystem) {
  const { people, said, outgoing, feed, answers } = system;

  function linesOf(person: PhonePerson): readonly ChatLine[] {
    const got = outgoing
      .all()
      .filter(({ to, sentAt }) => people.holderOf(to, Date.parse(sentAt))?.personId === person.personId);
    const own = said.all().filter(({ personId }) => personId === person.personId);
    return inOrder([...own.map(lineOfSaid), ...got.map((each) => lineOfSent(each, system.templateWords))]);
  }

  /** A webhook about somebody, and the line of it in their chat. */
  async function viaWhatsapp(
    person: PhonePerson,
    act: Act,
    webhookAt: (at: number) => MetaWebhook,
    line: Pick<Said, 'text' | 'event' | 'edits' | 'answers' | 'ad'>,
  ): Promise<{ readonly status: number }> {
    const ours = numberIn(act);
    const at = system.now();
    const webhook = webhookAt(at);
    const { status } = await deliverWebhook(system, ours, webhook);
    write({
      personId: person.personId,
      via: 'whatsapp',
      ours,
      messageId: webhook.messageId ?? `${at}`,
      at,
      status,
      ...line,
    });
    return { status };
  }

  function write({ at, ...line }: Omit<Said, 'at'> & { readonly at: number }): void {
    said.add({ ...line, at: new Date(at).toISOString() });
    feed.add({ kind: 'said', personId: line.personId });
  }

  /** A call that was made, and the line of it. */
  function called(
    person: PhonePerson,
    ours: string,
    result: CallResult,
    line: Pick<Said, 'event' | 'text'>,
  ): CallResult {
    const at = system.now();
    const { personId } = person;
    write({ personId, via: 'phone', ours, messageId: `call-${at}`, at, status: result.status, ...line });
    return result;
  }

  /** The message of theirs, or of the business to them, that an act is about. */
  function lineNamed(person: PhonePerson, messageId: unknown, by: ChatLine['by']): ChatLine {
    const found = linesOf(person).find((line) => line.messageId === messageId && line.by === by);
    if (found === undefined) throw new PhoneError('There is no such message in this chat.');
    return found;
  }

  const acts: Readonly<Record<string, (person: PhonePerson, act: Act) => Promise<unknown>>> = {
    text(person, act) {
      const text = words(act.text);
      return viaWhatsapp(person, act, (at) => textWebhook(asMetaNames(person), at, text), { text });
    },
    edit(person, act) {
      const text = words(act.text);
      const { messageId, at: sentAt, answers: answered, event, edits } = lineNamed(person, act.messageId, 'person');
      if (answered !== undefined || event !== undefined || edits !== undefined)
        throw new PhoneError('Only a text that was written can be edited.');
      if (system.now() > Date.parse(sentAt) + editMs) throw new PhoneError('A message can be edited for 15 minutes.');
      const webhook = (at: number) => editWebhook(asMetaNames(person), at, messageId, text);
      return viaWhatsapp(person, act, webhook, { text, edits: messageId });
    },
    tap(person, act) {
      const { messageId, buttons = [], isTemplate = false } = lineNamed(person, act.messageId, 'business');
      const button = buttons.find(({ id }) => id === act.choice);
      if (button === undefined) throw new PhoneError('There is no such button under that message.');
      const tapped = { payload: button.id, title: button.title, template: isTemplate, answerTo: messageId };
      return viaWhatsapp(person, act, (at) => buttonWebhook(asMetaNames(person), at, tapped), {
        text: button.title,
        answers: messageId,
      });
    },
    choose(person, act) {
      const { messageId, list } = lineNamed(person, act.messageId, 'business');
      const row = list?.rows.find(({ id }) => id === act.choice);
      if (row === undefined) throw new PhoneError('There is no such row in that list.');
      return viaWhatsapp(person, act, (at) => listWebhook(asMetaNames(person), at, row, messageId), {
        text: row.description === undefined ? row.title : `${row.title}\n${row.description}`,
        answers: messageId,
      });
    },
    flow(person, act) {
      const { messageId, form } = lineNamed(person, act.messageId, 'business');
      if (form === undefined) throw new PhoneError('There is no form under that message.');
      const answer = { ...filledIn(act), flow_token: form.token };
      return viaWhatsapp(person, act, (at) => flowWebhook(asMetaNames(person), at, answer, messageId), {
        text: JSON.stringify(answer),
        answers: messageId,
      });
    },
    welcome(person, act) {
      const ours = numberIn(act);
      // WhatsApp tells of it only where the phone knows of no earlier chat.
      if (linesOf(person).some((line) => line.via === 'whatsapp' && line.ours === ours))
        throw new PhoneError('This chat was opened before. Delete it first: WhatsApp then takes it for a new one.');
      return viaWhatsapp(person, act, (at) => welcomeWebhook(asMetaNames(person), at), { event: 'chat-opened' });
    },
    async forget(person, act) {
      const at = system.now();
      const line = { personId: person.personId, via: 'whatsapp' as const, ours: numberIn(act), messageId: `${at}` };
      write({ ...line, at, status: 200, event: 'chat-deleted' });
      return { status: 200 };
    },
    call: (person, act) =>
      viaWhatsapp(person, act, (at) => missedCallWebhook(asMetaNames(person), at), { event: 'missed-call' }),
    preference(person, act) {
      const { value } = act;
      if (value !== 'stop' && value !== 'resume') throw new PhoneError('Say stop or resume.');
      const event = value === 'stop' ? 'marketing-stopped' : 'marketing-resumed';
      return viaWhatsapp(person, act, (at) => preferenceWebhook(asMetaNames(person), at, value), { event });
    },
    async number(person, act) {
      const before = waIdOf(person);
      const at = system.now();
      const changed = people.changeNumber(person.personId, act.phone, at);
      const waId = waIdOf(changed) ?? '';
      // Meta tells nobody of the number of who has a username, or had none.
      if (before === undefined || person.username !== undefined) return { status: 200 };
      const old = { ...asMetaNames(person), from: before };
      const text = `+${before} → +${waId}`;
      return viaWhatsapp(person, act, () => changeNoticeWebhook(old, at, waId), { text, event: 'number-changed' });
    },
    async username(person, act) {
      people.changeUsername(person.personId, act.username);
      return { status: 200 };
    },
    async sms(person, act) {
      const [text, from] = [words(act.text), waIdOf(person)];
      const to = required(act.to, 'Name the number of the business: to.');
      if (from === undefined) throw new PhoneError('Who has no number sends no SMS.');
      const at = system.now();
      const { delivery } = await system.sms({ from: `+${from}`, to, text });
      const status = delivery === 'handled' ? 200 : 500;
      write({ personId: person.personId, via: 'sms', ours: to, messageId: `sms-${at}`, at, text, status });
      return { status };
    },
    'ad-click'(person, act) {
      const text = words(act.text);
      const [sourceId, headline] = [
        required(act.ad, 'Say which ad: ad.'),
        required(act.headline, 'Say what it says: headline.'),
      ];
      const click = { sourceId, sourceType: 'ad', headline } as const;
      return viaWhatsapp(person, act, (at) => adClickWebhook(asMetaNames(person), at, text, click), {
        text,
        ad: headline,
      });
    },
    signup(person, act) {
      const signupId = required(act.signupId, 'Say which signup: signupId.');
      const text = required(act.name, 'Say what it is called: name.');
      return viaWhatsapp(person, act, (at) => signupWebhook(asMetaNames(person), at, signupId), {
        text,
        event: 'signed-up',
      });
    },
    async 'missed-call'(person, act) {
      const call = callIn(person, act);
      return called(person, call.to, await system.calls.missedCall(call), { event: 'rang' });
    },
    async menu(person, act) {
      const { digits, locale } = act;
      const key = typeof digits === 'string' ? digits : '';
      const call = { ...callIn(person, act), digits: key, ...(typeof locale === 'string' && { locale }) };
      return called(
        person,
        call.to,
        await system.calls.ivr(call),
        key === '' ? { event: 'listened' } : { event: 'pressed', text: key },
      );
    },
    offer(person, act): Promise<Offered> {
      const waId = person.username === undefined ? waIdOf(person) : undefined;
      const to = waId === undefined ? { bsuid: person.bsuid } : { waId };
      return offerTo(system, system.graph, to, offerIn(act)).catch((error: unknown) => {
        throw new PhoneError(error instanceof Error ? error.message : 'failed');
      });
    },
  };

  return {
    async look(personId: string) {
      const person = people.find(personId);
      if (answers.of(personId).length === 0) await answers.look();
      return { person, lines: linesOf(person), answers: answers.of(personId) };
    },
    /** @throws PhoneError for what cannot be done, in words */
    async act(personId: string, act: Act): Promise<unknown> {
      const person = people.find(personId);
      const does = typeof act.act === 'string' && Object.hasOwn(acts, act.act) ? acts[act.act] : undefined;
      if (does === undefined) throw new PhoneError(`Say what is done: ${Object.keys(acts).join(', ')}.`);
      // What holds before, so that the feed can say what changed.
      await answers.look();
      return does(person, act);
    },
  };
}
export type Phone = ReturnType<typeof phone>;
