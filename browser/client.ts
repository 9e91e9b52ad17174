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
  readonly theme?: 'light' | 'dark' | 'auto';
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
export interface PanelOptions extends Omit<WidgetOptions, 'point'> {
  readonly send: (fields: URLSearchParams) => Promise<Response>;
  /** Called once, when the person begins to use the form. */
  readonly onUse: () => void;
}

export interface Panel {
  readonly element: HTMLElement;
  /** Puts the focus on the heading, from where everything is read. */
  focus(): void;
  /** Whether the choice was made. */
  isDone(): boolean;
}

/** Where the widget's elements are in the page. */
export interface Frames {
  make(
    view: Pick<OpenView, 'dir' | 'locale'>,
    mode: 'button' | 'inline' | 'popup',
    theme: WidgetOptions['theme'],
  ): { readonly host: HTMLElement; readonly frame: HTMLElement };
  /** Our own mark: a speech bubble with a tick. */
  bubble(): SVGElement;
}
