/** @import { Frames } from './client.ts' */

/**
 * Elements of ours in the page of a shop, each with a shadow of its own, where neither side's styles reach the other, in the scheme of
 * what is behind them. Self-contained, because it is served as text (decision 0020): it may use its arguments and the browser, nothing
 * else.
 *
 * @param {string} styles
 * @returns {Frames}
 */
export function frames(styles) {
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  /** What follows the page: `paint` colours it anew. @type {Map<HTMLElement, () => void>} */
  const following = new Map();

  /** @type {Frames['make']} */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const child of children) if (child) element.append(child);
    return element;
  };

  /** How light a computed colour is, 0 to 1; undefined when one sees through it. @param {string} colour */
  function lightness(colour) {
    const kind = colour.split('(')[0] || '';
    const [a, b = 0, c = 0, alpha = 1] = (colour.replace(/^color\(\S+|^\w+\(/, '').match(/[\d.]+/g) || []).map(Number);
    if (a === undefined || alpha < 0.5) return undefined;
    if (/^ok/.test(kind)) return a;
    if (/^l/.test(kind)) return a / 100;
    return (0.3 * a + 0.59 * b + 0.11 * c) / (kind === 'color' ? 1 : 255);
  }

  /** The scheme of what is behind an element: its background, else what the page says of itself, else light. @param {Element} place */
  function schemeOf(place) {
    /** @type {Element | null | undefined} */
    let each = place;
    while (each) {
      const light = lightness(getComputedStyle(each).backgroundColor);
      if (light !== undefined) return light < 0.45 ? 'dark' : 'light';
      each = each.parentElement || /** @type {ShadowRoot} */ (each.getRootNode()).host;
    }
    const own = getComputedStyle(document.documentElement).colorScheme;
    const meta = document.querySelector('meta[name=color-scheme]');
    const said = (own !== 'normal' && own) || meta?.getAttribute('content') || '';
    if (!/\bdark\b/.test(said)) return 'light';
    return /\blight\b/.test(said) && !matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark';
  }

  /** The page may change its scheme at any time, and its colours may take a while. */
  function follow() {
    const repaint = () => {
      for (const paint of following.values()) paint();
    };
    const observer = new MutationObserver(repaint);
    for (const each of [document.documentElement, document.body]) observer.observe(each, { attributes: true });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
    document.addEventListener('transitionend', ({ propertyName }) => propertyName === 'background-color' && repaint());
  }

  return {
    make,

    frame(view, mode, theme, place) {
      if (!sheet) {
        // A sheet that is made and not parsed from a page needs no permission of the shop's policy.
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        follow();
      }
      const host = make('div');
      host.dataset.optledger = mode;
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const frame = make('div', { class: `frame ${mode}`, dir: view.dir, lang: view.locale });
      const paint = () => {
        const scheme = theme === 'light' || theme === 'dark' ? theme : schemeOf(place);
        if (frame.dataset.scheme === scheme) return;
        frame.dataset.scheme = scheme;
        for (const [name, colour] of Object.entries(view.brand[scheme]))
          if (/^#[\da-f]{6}$/i.test(colour)) frame.style.setProperty(`--${name}`, colour);
      };
      paint();
      for (const [each] of following) if (!each.isConnected) following.delete(each);
      following.set(host, paint);
      // The shop's keyboard shortcuts cannot see that a field of ours has the focus.
      for (const type of ['keydown', 'keypress', 'keyup']) {
        frame.addEventListener(type, (event) => event.stopPropagation());
      }
      root.append(frame);
      return { host, frame };
    },

    link(url, text, look) {
      const attributes = { class: look, target: '_blank', rel: 'noopener noreferrer' };
      return make('a', /^https?:\/\//.test(url) ? { ...attributes, href: url } : {}, text);
    },

    bubble() {
      const space = 'http://www.w3.org/2000/svg';
      const icon = document.createElementNS(space, 'svg');
      icon.setAttribute('viewBox', '0 0 24 24');
      icon.setAttribute('aria-hidden', 'true');
      for (const d of ['M12 4a8 8 0 1 1-3.7 15.1L4 20l1-4A8 8 0 0 1 12 4z', 'M8.5 12h.01M12 12h.01M15.5 12h.01']) {
        const path = document.createElementNS(space, 'path');
        path.setAttribute('d', d);
        icon.append(path);
      }
      return icon;
    },
  };
}
