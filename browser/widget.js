/** @import { Frames, OptLedgerClient, Shown, WidgetOptions, WidgetParts } from './client.ts' */
/** @import { OpenView, WidgetView } from './widget-view.ts' */

/**
 * What `/widget.js` runs: makes `window.optledger` once a page and starts every script tag that names a collection point.
 * Self-contained, because it is served as text (decision 0020): it may use its arguments and the browser, nothing else.
 * Whatever goes wrong, the page of the shop goes on: nothing is shown then, and the console says why.
 *
 * @param {string} base where OptLedger's public pages are, without a slash at the end
 * @param {Frames} frames
 * @param {WidgetParts} parts
 */
export function widget(base, frames, { panel, lastStep, sheet, floating }) {
  const page = /** @type {Window & { optledger?: OptLedgerClient }} */ (/** @type {unknown} */ (window));
  const known = page.optledger;
  if (known && typeof known.scan === 'function') return known.scan();

  const floats = floating(frames);
  /** @type {Map<string, Promise<OpenView | undefined>>} */
  const views = new Map();
  /** @type {WeakSet<Element>} */
  const started = new WeakSet();
  /** What stands in an element, by kind and point. @type {WeakMap<Element, Map<string, Shown>>} */
  const shown = new WeakMap();
  /** @type {Set<HTMLDialogElement>} */
  const opened = new Set();

  /** @param {string} point */
  const tokenOf = (point) => point.replace(/^pt_/, '');
  /** @param {string} point */
  const address = (point) => `${base}/w/${encodeURIComponent(tokenOf(point))}`;
  /** To whoever builds the page. @param {unknown} words */
  const warn = (words) => console.warn('OptLedger:', words);
  /** @param {string} url @param {RequestInit} [more] */
  const ask = (url, more) => fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', ...more });
  /** @param {string} url @param {URLSearchParams} body @param {boolean} [keepalive] */
  const post = (url, body, keepalive) => ask(url, { method: 'POST', body, keepalive });
  /** To the page. Nothing in it is about a person. @param {string} name @param {string} point @param {object} more */
  const tell = (name, point, more) =>
    page.dispatchEvent(new CustomEvent(`optledger:${name}`, { detail: { point: `pt_${tokenOf(point)}`, ...more } }));

  /**
   * Shows a point in an element once: the same tag twice, or again when an app of one page loads its parts anew, is one button. When
   * what was shown has left the page, it is shown again.
   */
  /** @param {Element} element @param {string} kind @param {string} point @param {(keep: (host: Element) => void) => Promise<boolean>} show */
  function once(element, kind, point, show) {
    const points = shown.get(element) ?? new Map();
    shown.set(element, points);
    const name = kind + tokenOf(point);
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
  function load({ point, lang, country = '' }) {
    const wanted = lang || document.documentElement.lang || navigator.language;
    const url = `${address(point)}?lang=${encodeURIComponent(wanted)}&country=${encodeURIComponent(country)}`;
    const found = views.get(url);
    if (found) return found;
    const loading = ask(url)
      .then((response) => /** @type {Promise<WidgetView & { code?: string, detail?: string }>} */ (response.json()))
      .then((view) => (view.state === 'open' ? view : whyNot(point, view)))
      .catch(() => warn(`${point} could not be asked for at ${base}. Is that in the page's connect-src?`))
      .then((view) => {
        // Perhaps it was the network: whoever asks again may be luckier.
        if (!view) views.delete(url);
        return view || undefined;
      });
    views.set(url, loading);
    return loading;
  }

  /** @param {string} point @param {{ state?: string, code?: string, detail?: string }} answer */
  function whyNot(point, { state, code, detail }) {
    if (state) console.info(`OptLedger: ${point} is ${state} and shows nothing.`);
    else if (code === 'foreign-origin')
      warn(`${location.origin} is not among the origins of ${point}, so it shows nothing here.`);
    else warn(`${point} shows nothing. ${detail}`);
  }

  /** Counts a click; whether that works is nobody's trouble. @param {string} point */
  function count(point) {
    post(`${address(point)}/opened`, new URLSearchParams({ opened: 'yes' }), true).catch(() => undefined);
  }

  /** @param {OpenView} view @param {WidgetOptions} options @param {() => void} onUse */
  function makePanel(view, { point, onDone, ...options }, onUse) {
    /** @type {readonly string[]} */
    let purposes = [];
    return panel(frames, lastStep, view, {
      ...options,
      onUse,
      send: (fields) => post(address(point), fields),
      onChoice(answer, ticked) {
        purposes = ticked;
        tell('choice', point, { purposes });
        // The shop's own code, which may fail without hindering ours.
        if (onDone) setTimeout(() => onDone(answer));
      },
      onConfirmed: () => tell('confirmed', point, { purposes }),
      async isConfirmed({ statusUrl = '' }) {
        const pages = `${base}/o/`;
        if (!statusUrl.startsWith(pages)) return false;
        const response = await ask(`${base}/w/${statusUrl.slice(pages.length)}`);
        return response.ok && (await response.json()).state === 'confirmed';
      },
    });
  }

  /** A form over the page. Whoever did not ask for it is counted when they use it. */
  /** @param {OpenView} view @param {WidgetOptions} options @param {'button' | 'popup'} mode @param {boolean} isAsked */
  function makeSheet(view, options, mode, isAsked) {
    const { host, frame } = frames.frame(view, mode, options.theme, document.body);
    const onUse = () => isAsked || count(options.point);
    const { dialog, show } = sheet(frames, view, () => makePanel(view, options, onUse));
    dialog.addEventListener('close', () => {
      opened.delete(dialog);
      if (mode === 'popup') host.remove();
    });
    frame.append(dialog);
    const open = () => {
      if (dialog.open) return;
      for (const other of opened) other.close();
      show();
      opened.add(dialog);
      tell('open', options.point, { mode });
      if (isAsked) count(options.point);
    };
    return { host, frame, dialog, open };
  }

  /** @param {WidgetOptions} options @param {boolean} isAsked @param {() => void} [onClose] */
  const openSheet = (options, isAsked, onClose) =>
    showing(options, (view) => {
      const { host, dialog, open } = makeSheet(view, options, 'popup', isAsked);
      if (onClose) dialog.addEventListener('close', onClose);
      document.body.append(host);
      open();
    });

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
        warn(error);
        return false;
      });
  }

  /** @type {OptLedgerClient} */
  const client = {
    mount: (element, options) =>
      once(element, 'inline', options.point, (keep) =>
        showing(options, (view) => {
          const mode = options.isLine ? 'line' : 'inline';
          const { host, frame } = frames.frame(view, mode, options.theme, element);
          const onUse = () => {
            tell('open', options.point, { mode });
            count(options.point);
          };
          frame.append(makePanel(view, options, onUse).element);
          element.append(host);
          keep(host);
        }),
      ),
    open: (options) => openSheet(options, true),
    close() {
      for (const dialog of opened) dialog.close();
    },
    scan() {
      for (const script of document.querySelectorAll('script[src*="/widget.js"]')) {
        if (started.has(script) || !(script instanceof HTMLScriptElement)) continue;
        started.add(script);
        try {
          const { point, ...said } = script.dataset;
          if (point) start(point, said);
          else if (said.mode || said.target) warn('a tag names no data-point, so it shows nothing.');
        } catch (error) {
          warn(error);
        }
      }
    },
  };

  /** What a tag may say; anything else is a slip of the pen. @type {Record<string, RegExp>} */
  const forms = {
    mode: /^(button|inline|line|popup)$/,
    look: /^(auto|icon|label)$/,
    position: /^(start|end|left|right)$/,
    theme: /^(auto|light|dark)$/,
    country: /^[A-Z]{2}$/,
    offset: /^\d{1,3}([ ,]+\d{1,3})?$/,
    after: /^\d{1,4}(s|%)?$/,
    dismiss: /^\d{1,3}$/,
  };

  /** @param {string} point @param {DOMStringMap} said */
  function start(point, said) {
    for (const [name, form] of Object.entries(forms)) {
      const value = said[name];
      if (value !== undefined && !form.test(value)) warn(`data-${name}="${value}" is not understood (${form.source}).`);
    }
    const { mode, lang, country, target = '', theme, phone, after, dismiss } = said;
    const options = /** @type {WidgetOptions} */ ({ point, lang, country, theme });
    if (mode === 'inline' || mode === 'line') {
      const place = target && document.querySelector(target);
      if (!place) return warn(`the page has no element "${target}" (data-target), so ${point} shows nothing.`);
      const field = phone && document.querySelector(phone);
      const isField = field instanceof HTMLInputElement;
      if (phone && !isField) warn(`the page has no field "${phone}" (data-phone).`);
      client.mount(place, { ...options, isLine: mode === 'line', ...(isField && { phone: field }) });
      return;
    }
    const token = tokenOf(point);
    if (floats.isDismissed(token)) return;
    if (mode === 'popup') {
      const away = () => floats.dismiss(token, dismiss);
      if (after) floats.after(after, () => once(document.body, mode, point, () => openSheet(options, false, away)));
      return;
    }
    once(document.body, 'button', point, (keep) =>
      showing(options, (view) => {
        const { host, frame, open } = makeSheet(view, options, 'button', true);
        floats.button(view, frame, { ...said, point: token }, open);
        floats.after(after, () => {
          document.body.append(host);
          keep(host);
        });
      }),
    );
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
