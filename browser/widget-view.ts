/** What `GET /w/{token}` answers: all that the widget shows of a collection point. The server makes it, the browser reads it. */
export type WidgetView = OpenView | { readonly state: 'paused' | 'expired' | 'full' };

export interface OpenView {
  readonly state: 'open';
  /** `form` asks for the number; with `widget` the phone that confirms is the number. */
  readonly kind: 'widget' | 'form';
  /** BCP 47: the language of the words below. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** Which text is shown; goes back with the answer, because the evidence names what was seen. */
  readonly shown: { readonly version: string; readonly locale: string; readonly hash: string };
  /** Whose form it is. */
  readonly brand: WidgetBrand;
  readonly heading: string;
  /** The sentence of agreement; `{purposes}` stands for what is ticked. */
  readonly agreement: string;
  readonly purposes: readonly { readonly purposeId: string; readonly text: string }[];
  readonly incentive?: string;
  readonly benefits?: string;
  readonly frequency?: string;
  readonly howToStop?: string;
  readonly privacy?: { readonly text: string; readonly url: string };
  /** Opens the chat without any opt-in. Kind `widget` only. */
  readonly chatUrl?: string;
  readonly texts: WidgetTexts;
}

/** How the business looks. Colours are `#rrggbb`. */
export interface WidgetBrand {
  readonly name: string;
  /** In a circle, where there is no logo or it cannot be loaded. */
  readonly letter: string;
  /** Address of the logo. */
  readonly logo?: string;
  readonly light: WidgetPalette;
  readonly dark: WidgetPalette;
}

/** Of buttons and ticks, of words on them, of buttons pressed, behind what is ticked. */
export interface WidgetPalette {
  readonly accent: string;
  readonly on: string;
  readonly press: string;
  readonly tint: string;
}

/** The widget's own words, in the language of the notice. */
export interface WidgetTexts {
  /** On the floating button. */
  readonly button: string;
  readonly close: string;
  /** Beside the box of a checkout; `{purposes}` */
  readonly line: string;
  /** Above the purposes. */
  readonly choose: string;
  readonly number: string;
  readonly numberHint: string;
  /** Before the sentence of agreement. */
  readonly agreement: string;
  /** Under it: that only the phone itself can confirm. */
  readonly confirm: string;
  readonly goOn: string;
  readonly justChat: string;
  readonly chatNote: string;
  readonly nothingTicked: string;
  readonly failed: string;
  readonly lastStep: string;
  readonly leaveAsIs: string;
  /** Before the words that the chat will begin with. */
  readonly sendThis: string;
  readonly openWhatsApp: string;
  /** Leads to the page with the QR code, where one also sees whether the confirmation has arrived. */
  readonly otherDevice: string;
  /** Once the phone has confirmed. */
  readonly done: string;
  /** Before what was opted into. */
  readonly doneText: string;
  readonly trademark: string;
}

/** What `POST /w/{token}` answers: 201 for a choice, 200 with the chat alone when nothing was ticked. */
export interface WidgetAnswer {
  /** Opens the chat with the words ready to send. */
  readonly whatsappUrl: string;
  /** The page that shows whether the phone has confirmed. */
  readonly statusUrl?: string;
  /** The message that the person will send: the sentence of agreement and the code. */
  readonly words?: string;
  /** From which phone it must be sent, when a number was given. */
  readonly from?: string;
}

/** What `GET /w/{token}/{code}` answers: whether the phone has confirmed the choice. */
export interface WidgetConfirmation {
  readonly state: 'waiting' | 'confirmed';
}
