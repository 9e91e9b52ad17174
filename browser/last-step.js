/** @import { Frames, PanelOptions } from './client.ts' */
/** @import { OpenView, WidgetAnswer } from './widget-view.ts' */

/**
 * The step after a choice: the message to send, and, once the phone has sent it, what was opted into. It looks by itself whether that has
 * happened, while somebody looks at the page, and when they come back from WhatsApp. Self-contained, because it is served as text
 * (decision 0020): it may use its arguments and the browser, nothing else.
 *
 * @param {Frames} frames
 * @param {OpenView} view
 * @param {HTMLElement} element what it fills
 * @param {WidgetAnswer} answer
 * @param {readonly string[]} purposes the words of what was ticked
 * @param {Pick<PanelOptions, 'isConfirmed' | 'onConfirmed'>} options
 */
export function lastStep({ make, link }, view, element, answer, purposes, { isConfirmed, onConfirmed }) {
  const { texts } = view;
  const { words = '' } = answer;
  /** @param {string | undefined} text @param {string} [look] */
  const line = (text, look) => (text ? make('p', look ? { class: look } : {}, text) : '');
  /** @param {string} text @param {(Node | string)[]} rest */
  function show(text, ...rest) {
    const heading = make('h2', { id: 'title', tabindex: '-1' }, text);
    const hadFocus = element.contains(/** @type {ShadowRoot} */ (element.getRootNode()).activeElement);
    element.replaceChildren(heading, ...rest);
    if (hadFocus) heading.focus();
  }

  const code = words.lastIndexOf('(');
  show(
    texts.lastStep,
    line(texts.sendThis),
    // Broken into two lines between Arabic words, the code would read in another order.
    make('blockquote', {}, words.slice(0, code), make('div', { class: 'code', dir: 'ltr' }, words.slice(code))),
    line(answer.from),
    link(answer.whatsappUrl, texts.openWhatsApp, 'main'),
    line(texts.leaveAsIs, 'small'),
    answer.statusUrl ? link(answer.statusUrl, texts.otherDevice, 'link small') : '',
    make('div', { class: 'small lines' }, line(view.howToStop)),
  );

  // What comes later is read out; what stands here was led to.
  element.setAttribute('aria-live', 'polite');

  let looks = 0;
  let isLooking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  function look() {
    clearTimeout(timer);
    if (document.hidden || isLooking) return;
    isLooking = true;
    isConfirmed(answer)
      .catch(() => false)
      .then((isDone) => {
        isLooking = false;
        if (isDone) return done();
        looks += 1;
        // Often at first, then every quarter of a minute; about ten minutes in all, beginning anew with whoever comes back.
        if (looks < 60) timer = setTimeout(look, Math.min(15000, 1500 + looks * 500));
      });
  }
  function back() {
    looks = 0;
    look();
  }
  function done() {
    document.removeEventListener('visibilitychange', back);
    show(
      texts.done,
      line(texts.doneText),
      make('ul', {}, ...purposes.map((text) => make('li', {}, text))),
      line(view.howToStop, 'small'),
    );
    onConfirmed();
  }
  document.addEventListener('visibilitychange', back);
  timer = setTimeout(look, 1500);
}
