/** A free-form message of ours: text, and for WhatsApp either buttons or a list under it. Limits: `message-limits.ts`. */
export interface ReplyMessage {
  readonly text: string;
  readonly buttons?: readonly { readonly id: string; readonly title: string }[];
  readonly list?: {
    /** What opens the list. */
    readonly open: string;
    readonly rows: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
  };
}

/** A message whose words WhatsApp approved. */
export interface TemplateMessage {
  /** Its words as far as we know them, for the record. */
  readonly text: string;
  readonly template: {
    readonly name: string;
    /** As Meta spells it: `en_US`. */
    readonly language: string;
    /** The parameters of its body, in their order. */
    readonly body?: readonly string[];
    /** What its quick replies say when pressed, in the order of the buttons. */
    readonly payloads?: readonly string[];
  };
}

/** Everything that goes out on WhatsApp. */
export type OutgoingMessage = ReplyMessage | TemplateMessage;
