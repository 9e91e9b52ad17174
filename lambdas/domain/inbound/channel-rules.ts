import type { Source } from '../consent/statement.ts';
import type { InboundChannel } from './inbound-act.ts';

/** What differs by channel in hearing what people write. All else is the same on every one. */
interface ChannelRules {
  /** Where a statement by words, and one by a button, happened. */
  readonly source: { readonly words: Source; readonly button: Source };
  /** What is kept aside because something is missing in it is called so: `sms-without-time`. */
  readonly called: 'message' | 'sms';
  /** Whether what lacks something and is no no is unreadable at once, or only when its apps are known. */
  readonly isUnreadableAtOnce: boolean;
  /** Whether chats begin with links of ours, whose references are looked for. */
  readonly carriesReferences: boolean;
  /** Whether `OPTIN <APP NAME>` opts in. */
  readonly hearsOptIn: boolean;
  /** Whether we answer HELP; else the business sees the message, and answers it. */
  readonly answersHelp: boolean;
  /** Whether the evidence names our number: it does where one number stands for several apps. */
  readonly namesOurNumber: boolean;
}

export const channelRules: Readonly<Record<InboundChannel, ChannelRules>> = {
  whatsapp: {
    source: { words: 'whatsapp-message', button: 'whatsapp-button' },
    called: 'message',
    isUnreadableAtOnce: true,
    carriesReferences: true,
    hearsOptIn: false,
    answersHelp: false,
    namesOurNumber: false,
  },
  sms: {
    source: { words: 'sms-keyword', button: 'sms-keyword' },
    called: 'sms',
    isUnreadableAtOnce: false,
    carriesReferences: false,
    hearsOptIn: true,
    answersHelp: true,
    namesOurNumber: true,
  },
};
