/** @import { Frames, OptLedgerClient, Panel, PanelOptions, Shown, WidgetOptions } from './client.ts' */
/** @import { OpenView, WidgetView } from './widget-view.ts' */

/**
 * What `/widget.js` runs: makes `window.optledger` once a page and starts every script tag that names a collection point.
 * Self-contained, because it is served as text (decision 0020): it may use its arguments and the browser, nothing else.
 * Whatever goes wrong, the page of the shop goes on: nothing is shown then.
 *
 * @param {string} base where OptLedger's public pages are, without a slash at the end
 * @param {Frames} frames
 * @param {(view: OpenView, options: PanelOptions) => Panel} panel
 */
export function widget(base, frames, panel) {
  const page = /** @type {Window & { optledger?: OptLedgerClient }} */ (/** @type {unknown} */ (window));
  const known = page.optledger;
  if (known && typeof known.scan === 'function') return known.scan();

  /** @type {Map<string, Promise<OpenView | undefined>>} */
  const views = new Map();
  /** @type {WeakSet<Element>} */
  const started = new WeakSet();
  /** What stands in an element, by kind and point. @type {WeakMap<Element, Map<string, Shown>>} */
  const shown = new WeakMap();
  /** @type {Set<HTMLDialogElement>} */
  const opened = new Set();
  let places = 0;

  /** @param {string} point */
  const address = (point) => `${base}/w/${encodeURIComponent(point.replace(/^pt_/, ''))}`;

  /**
   * Shows a point in an element once: the same tag twice, or again when an app of one page loads its parts anew, is one button. When
   * what was shown has left the page, it is shown again.
   */
  /** @param {Element} element @param {string} kind @param {string} point @param {(keep: (host: Element) => void) => Promise<boolean>} show */
  function once(element, kind, point, show) {
    const points = shown.get(element) ?? new Map();
    shown.set(element, points);
    const name = kind + point.replace(/^pt_/, '');
    const there = points.get(name);
    if (there && (!there.host || there.host.isConnected)) return there.isShown;
    /** @type {Shown} */
    const made = { isShown: Promise.resolve(false) };
    points.set(name, made);
    made.isShown = show((host) => {
      made.host = host;
    }).then((isShown) => {
      // Perhaps it was the network: whoever asks again may be luckier.
      if (!isShown) points.delete(name);
      return isShown;
    });
    return made.isShown;
  }

  /** What the point shows; undefined when it shows nothing. @param {WidgetOptions} options */
  function load({ point, lang }) {
    const wanted = lang || document.documentElement.lang || navigator.language;
    const url = `${address(point)}?lang=${encodeURIComponent(wanted)}`;
    const found = views.get(url);
    if (found) return found;
    const loading = fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then((response) => /** @type {Promise<WidgetView>} */ (response.json()))
      .then((view) => (view.state === 'open' ? view : undefined))
      .catch(() => undefined)
      .then((view) => {
        if (view) return view;
        // Perhaps it was the network: whoever asks again may be luckier.
        views.delete(url);
        console.info(`OptLedger shows nothing: ${point} is closed or unknown, or this page may not show it.`);
        return undefined;
      });
    views.set(url, loading);
    return loading;
  }

  /** @param {string} url @param {URLSearchParams} body @param {boolean} [keepalive] */
  const post = (url, body, keepalive) =>
    fetch(url, { method: 'POST', body, keepalive, credentials: 'omit', referrerPolicy: 'no-referrer' });

  /** @param {OpenView} view @param {WidgetOptions} options @param {() => void} onUse */
  const makePanel = (view, options, onUse) =>
    panel(view, { ...options, onUse, send: (fields) => post(address(options.point), fields) });

  /** Counts a click; whether that works is nobody's trouble. @param {string} point */
  function count(point) {
    post(`${address(point)}/opened`, new URLSearchParams({ opened: 'yes' }), true).catch(() => undefined);
  }

  /** A dialog that makes its content when it opens, and anew after a choice. */
  /** @param {OpenView} view @param {WidgetOptions} options */
  function makeDialog(view, options) {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'title');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', view.texts.close);
    close.append('\u00d7');
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('close', () => opened.delete(dialog));
    /** @type {Panel | undefined} */
    let content;
    const show = () => {
      if (dialog.open) return;
      if (!content || content.isDone()) {
        content = makePanel(view, options, () => undefined);
        dialog.replaceChildren(content.element, close);
      }
      for (const other of opened) other.close();
      dialog.showModal();
      opened.add(dialog);
      content.focus();
      count(options.point);
    };
    return { dialog, show };
  }

  /** @param {OpenView} view @param {WidgetOptions} options @param {string} side */
  function float(view, options, side) {
    const { host, frame } = frames.make(view, 'button', options.theme);
    const { dialog, show } = makeDialog(view, options);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'open';
    button.setAttribute('aria-haspopup', 'dialog');
    button.append(frames.bubble(), view.texts.button);
    button.addEventListener('click', show);
    frame.dataset.side = side;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', view.heading);
    host.style.setProperty('--place', String(places++));
    frame.append(button, dialog);
    document.body.append(host);
    return host;
  }

  /** Shows what the point has to show; false when there is nothing, or when it goes wrong. */
  /** @param {WidgetOptions} options @param {(view: OpenView) => void} show */
  function showing(options, show) {
    return Promise.resolve()
      .then(() => load(options))
      .then((view) => {
        if (view) show(view);
        return Boolean(view);
      })
      .catch((error) => {
        console.info('OptLedger:', error);
        return false;
      });
  }

  /** @type {OptLedgerClient} */
  const client = {
    mount: (element, options) =>
      once(element, 'inline', options.point, (keep) =>
        showing(options, (view) => {
          const { host, frame } = frames.make(view, 'inline', options.theme);
          frame.append(makePanel(view, options, () => count(options.point)).element);
          element.append(host);
          keep(host);
        }),
      ),
    open: (options) =>
      showing(options, (view) => {
        const { host, frame } = frames.make(view, 'popup', options.theme);
        const { dialog, show } = makeDialog(view, options);
        frame.append(dialog);
        document.body.append(host);
        dialog.addEventListener('close', () => host.remove());
        show();
      }),
    close() {
      for (const dialog of opened) dialog.close();
    },
    scan() {
      for (const script of document.querySelectorAll('script[data-point]')) {
        if (started.has(script) || !(script instanceof HTMLScriptElement) || !script.src.includes('/widget.js'))
          continue;
        try {
          start(script);
        } catch (error) {
          console.info('OptLedger:', error);
        }
      }
    },
  };

  /** @param {HTMLScriptElement} script */
  function start(script) {
    started.add(script);
    const { point = '', mode, lang, country, position, target = '', theme } = script.dataset;
    const options = /** @type {WidgetOptions} */ ({ point, lang, country, theme });
    const place = mode === 'inline' && document.querySelector(target);
    if (place) client.mount(place, options);
    else if (mode === 'inline') console.info(`OptLedger shows nothing: the page has no element ${target}.`);
    else if (mode !== 'popup') {
      const side = position === 'start' ? 'start' : 'end';
      once(document.body, 'button', point, (keep) => showing(options, (view) => keep(float(view, options, side))));
    }
  }

  /** `data-optledger-open`: a link of this kind leads to our page wherever the form cannot be shown. @param {MouseEvent} event */
  function clicked(event) {
    const opener = event.target instanceof Element && event.target.closest('[data-optledger-open]');
    if (!opener || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { optledgerOpen: point = '', lang, country, theme } = /** @type {HTMLElement} */ (opener).dataset;
    const instead = () => {
      if (opener instanceof HTMLAnchorElement && /^https?:/.test(opener.href)) location.assign(opener.href);
    };
    const options = /** @type {WidgetOptions} */ ({ point, lang, country, theme });
    client.open(options).then((isShown) => isShown || instead());
  }

  page.optledger = client;
  document.addEventListener('click', clicked);
  const begin = () => {
    client.scan();
    page.dispatchEvent(new Event('optledger:ready'));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
