import type { ChoiceStore, NoticeStore, PointStore } from '../collection/ports.ts';
import type { InboundEvents } from '../events/ports.ts';
import type { Apps, Ledger } from '../ledger/ports.ts';
import type { FeedBackDeps } from '../messages/feed-back.ts';
import type { AnswerLimit, KeptAside, LateRefusals, PromptStore, SmsSender } from '../messages/ports.ts';
import type { TemplateStore } from '../templates/ports.ts';

/** What people write is heard with these. A function gives those of the channels that it hears (`WhatsappDeps`, `SmsDeps`). */
export interface InboundDeps {
  readonly apps: Partial<Pick<Apps, 'find' | 'ofWhatsappNumber' | 'onSmsNumber'>>;
  readonly ledger: Ledger;
  readonly aside: KeptAside;
  /** WhatsApp: where references lead. */
  readonly choices?: Pick<ChoiceStore, 'recall' | 'claim'>;
  readonly points?: Pick<PointStore, 'find' | 'ofAd' | 'ofSignup'>;
  /** What buttons of ours asked. */
  readonly prompts?: Pick<PromptStore, 'recall'>;
  /** WhatsApp: what became of messages of ours. */
  readonly refusals?: LateRefusals;
  /** Where a code of a provider may tell of a stop: whom it is about, and whether it was heard before. */
  readonly stops?: Pick<FeedBackDeps, 'people' | 'smsStops' | 'now'>;
  /** WhatsApp: what Meta says of templates. */
  readonly templates?: Pick<TemplateStore, 'change'>;
  /** SMS: the words that advertised a keyword, and the answer to HELP. */
  readonly notices?: Pick<NoticeStore, 'nearest'>;
  readonly sender?: SmsSender;
  readonly answers?: AnswerLimit;
  /** Who is told of messages and templates besides. */
  readonly events?: InboundEvents;
}

type Heard = Pick<InboundDeps, 'ledger' | 'aside' | 'events'>;

/** What a function needs that hears WhatsApp. */
export interface WhatsappDeps
  extends Heard,
    Required<Pick<InboundDeps, 'choices' | 'points' | 'prompts' | 'templates'>>,
    Pick<InboundDeps, 'refusals'> {
  readonly apps: Pick<Apps, 'ofWhatsappNumber'>;
}

/** What a function needs that hears SMS. */
export interface SmsDeps extends Heard, Required<Pick<InboundDeps, 'notices' | 'sender' | 'answers'>> {
  readonly apps: Pick<Apps, 'onSmsNumber'>;
}

/** What a function needs that hears both by one provider, and learns from it what became of our messages. */
export interface TwilioDeps
  extends Omit<WhatsappDeps, 'apps' | 'refusals'>,
    Omit<SmsDeps, 'apps'>,
    Required<Pick<InboundDeps, 'refusals' | 'stops'>> {
  readonly apps: Pick<Apps, 'find' | 'ofWhatsappNumber' | 'onSmsNumber'>;
}

/** What a function needs that hears WhatsApp by a provider that names our number by its app alone. */
export interface AppProvenDeps extends Omit<WhatsappDeps, 'apps'> {
  readonly apps: Pick<Apps, 'find' | 'ofWhatsappNumber'>;
}

/** What is needed for an item. Throws where a function gets an item of a channel that it does not hear, so that nobody acknowledges it. */
export function needed<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('This function does not hear this channel.');
  return part;
}
