/** @import { Floating, Frames } from './client.ts' */

/**
 * The floating button and how it comes and goes. Self-contained, because it is served as text (decision 0020): it may use its arguments
 * and the browser, nothing else.
 *
 * @param {Frames} frames
 * @returns {Floating}
 */
export function floating({ make, bubble }) {
  /** Who sent a button away meets it no more on this page, whatever the browser lets us keep. @type {Set<string>} */
  const dismissed = new Set();
  let places = 0;

  /** The first of the stores that does it; a browser or a frame may forbid each of them. */
  /** @template Result @param {(store: Storage) => Result} act */
  function inStore(act) {
    for (const name of /** @type {const} */ (['localStorage', 'sessionStorage'])) {
      try {
        const result = act(window[name]);
        if (result) return result;
      } catch {}
    }
    return undefined;
  }
  /** @param {string} point */
  const key = (point) => `optledger:${point}`;

  /** @type {Floating['dismiss']} */
  function dismiss(point, days) {
    dismissed.add(point);
    if (!Number(days)) return;
    inStore((store) => {
      store.setItem(key(point), String(Date.now() + Number(days) * 864e5));
      return true;
    });
  }

  return {
    dismiss,
    isDismissed: (point) =>
      dismissed.has(point) || Boolean(inStore((store) => Number(store.getItem(key(point))) > Date.now())),

    button(view, frame, { point, label, look = 'auto', position = 'end', offset = '', dismiss: days }, onOpen) {
      const text = label || view.texts.button;
      const open = make(
        'button',
        { type: 'button', class: 'open', 'aria-haspopup': 'dialog' },
        bubble(),
        make('span', {}, text),
      );
      open.addEventListener('click', onOpen);
      const [up, inward] = offset.split(/[ ,]+/);
      frame.dataset.look = look;
      frame.dataset.side = position;
      frame.style.setProperty('--place', String(places++));
      if (Number(up)) frame.style.setProperty('--up', `${Number(up)}px`);
      if (Number(inward)) frame.style.setProperty('--inward', `${Number(inward)}px`);
      frame.setAttribute('role', 'region');
      frame.setAttribute('aria-label', view.heading);
      const place = make('div', { class: 'place' }, open);
      if (Number(days) > 0) {
        const away = make('button', { type: 'button', class: 'away', 'aria-label': view.texts.close }, '\u00d7');
        away.addEventListener('click', () => {
          dismiss(point, days);
          /** @type {ShadowRoot} */ (frame.getRootNode()).host.remove();
        });
        place.append(away);
      }
      frame.append(place);
    },

    after(when, act) {
      const [, number, unit] = /^(\d{1,4})(s|%)?$/.exec(when || '') || [];
      if (number === undefined) return act();
      if (unit !== '%') return void setTimeout(act, Number(number) * 1000);
      /** @param {Event} [event] */
      const look = (event) => {
        const moved = event && event.target instanceof Element ? event.target : document.documentElement;
        const most = moved.scrollHeight - moved.clientHeight;
        // A list or a carousel is not the page; what does not scroll has been seen to its end.
        const isPage = moved === document.documentElement || (most > 0 && moved.clientHeight > innerHeight / 2);
        if (!isPage || moved.scrollTop < (most * Number(number)) / 100) return;
        removeEventListener('scroll', look, true);
        act();
      };
      addEventListener('scroll', look, { capture: true, passive: true });
      look();
    },
  };
}
