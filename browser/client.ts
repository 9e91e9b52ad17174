import type { OpenView, WidgetAnswer } from './widget-view.ts';

/** What a shop may say of a form that it opens or mounts. */
export interface WidgetOptions {
  /** The collection point: `pxxx…` or `pt_pxxx…`. */
  readonly point: string;
  /** The number to begin with, or the field of the shop to read it from. The person sees and may edit it. Kind `form` only. */
  readonly phone?: HTMLInputElement | string;
  /** BCP 47; the document's language when absent. */
  readonly lang?: string;
  /** ISO 3166-1: the country of a number that is written without country code. */
  readonly country?: string;
  /** `auto`, also when absent: as what is behind it. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** In the page: one line for a checkout, which takes the number of the shop's field in place of asking again. */
  readonly isLine?: boolean;
  /** Told when the choice is stored and waits for the phone. It is no opt-in yet. */
  readonly onDone?: (answer: WidgetAnswer) => void;
}

/** `window.optledger`. */
export interface OptLedgerClient {
  /** Shows the form inside an element. False: nothing is shown (the point is closed or unknown, or the page may not show it). */
  mount(element: Element, options: WidgetOptions): Promise<boolean>;
  /** Shows the form over the page. */
  open(options: WidgetOptions): Promise<boolean>;
  /** Closes what is open over the page. */
  close(): void;
  /** Looks for script tags that were added after the page was loaded. */
  scan(): void;
}

/** What is shown in an element of the page, or about to be. */
export interface Shown {
  isShown: Promise<boolean>;
  /** Absent while it is loading. */
  host?: Element;
}

/** What the panel needs of its surroundings. */
export interface PanelOptions extends Pick<WidgetOptions, 'phone' | 'country' | 'isLine'> {
  readonly send: (fields: URLSearchParams) => Promise<Response>;
  /** Called once, when the person begins to use the form. */
  readonly onUse: () => void;
  /** @param purposes ids of what was ticked */
  readonly onChoice: (answer: WidgetAnswer, purposes: readonly string[]) => void;
  readonly isConfirmed: (answer: WidgetAnswer) => Promise<boolean>;
  readonly onConfirmed: () => void;
}

export interface Panel {
  readonly element: HTMLElement;
  /** Puts the focus on the heading, from where everything is read. */
  focus(): void;
  /** Whether the choice was made. */
  isDone(): boolean;
}

/** The step after a choice, in the place of the form. See last-step.js. */
export type LastStep = (
  frames: Frames,
  view: OpenView,
  element: HTMLElement,
  answer: WidgetAnswer,
  purposes: readonly string[],
  options: Pick<PanelOptions, 'isConfirmed' | 'onConfirmed'>,
) => void;

/** A form over the page. */
export interface Sheet {
  readonly dialog: HTMLDialogElement;
  show(): void;
}

/** What a tag may say of the floating button (docs/widget.md). */
export interface ButtonOptions {
  readonly point: string;
  readonly label?: string;
  readonly look?: string;
  readonly position?: string;
  readonly offset?: string;
  readonly dismiss?: string;
}

/** The floating button and how it comes and goes. */
export interface Floating {
  isDismissed(point: string): boolean;
  /** Not again on this page, nor, with a number of days, in this browser. */
  dismiss(point: string, days: string | undefined): void;
  /** Puts the button into the frame. */
  button(view: OpenView, frame: HTMLElement, options: ButtonOptions, onOpen: () => void): void;
  /** Acts after the seconds (`8`) or the share of the page (`40%`) that is named, at once where none is. */
  after(when: string | undefined, act: () => void): void;
}

/** Makes elements, and places for them in the page. */
export interface Frames {
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes?: Record<string, string>,
    ...children: (Node | string | undefined)[]
  ): HTMLElementTagNameMap[Tag];
  /** A link that opens beside the page; to nowhere when it is no address of the web. */
  link(url: string, text: string, look: string): HTMLAnchorElement;
  /** @param place whose background it follows */
  frame(
    view: Pick<OpenView, 'dir' | 'locale' | 'brand'>,
    mode: 'button' | 'inline' | 'line' | 'popup',
    theme: WidgetOptions['theme'],
    place: Element,
  ): { readonly host: HTMLElement; readonly frame: HTMLElement };
  /** A speech bubble. */
  bubble(): SVGElement;
}

/** What the widget is made of, each a function that is served as text. */
export interface WidgetParts {
  readonly panel: (frames: Frames, lastStep: LastStep, view: OpenView, options: PanelOptions) => Panel;
  readonly lastStep: LastStep;
  readonly sheet: (frames: Frames, view: OpenView, makePanel: () => Panel) => Sheet;
  readonly floating: (frames: Frames) => Floating;
}
