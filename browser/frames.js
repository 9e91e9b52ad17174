/** @import { Frames } from './client.ts' */

/**
 * Elements of ours in the page of a shop, each with a shadow of its own, where neither side's styles reach the other. Self-contained,
 * because it is served as text (decision 0020): it may use its arguments and the browser, nothing else.
 *
 * @param {string} styles
 * @returns {Frames}
 */
export function frames(styles) {
  /** @type {CSSStyleSheet | undefined} */
  let sheet;

  return {
    make(view, mode, theme) {
      if (!sheet) {
        // A sheet that is made and not parsed from a page needs no permission of the shop's policy.
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
      }
      const host = document.createElement('div');
      host.dataset.optledger = mode;
      host.dataset.theme = theme || 'auto';
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const frame = document.createElement('div');
      frame.className = `frame ${mode}`;
      frame.dir = view.dir;
      frame.lang = view.locale;
      // The shop's keyboard shortcuts cannot see that a field of ours has the focus.
      for (const type of ['keydown', 'keypress', 'keyup']) {
        frame.addEventListener(type, (event) => event.stopPropagation());
      }
      root.append(frame);
      return { host, frame };
    },

    bubble() {
      const space = 'http://www.w3.org/2000/svg';
      const icon = document.createElementNS(space, 'svg');
      icon.setAttribute('viewBox', '0 0 24 24');
      icon.setAttribute('aria-hidden', 'true');
      for (const d of ['M4 4h16v12H9.5L4 20.5z', 'M8.5 10l2.5 2.5 4.5-5']) {
        const path = document.createElementNS(space, 'path');
        path.setAttribute('d', d);
        icon.append(path);
      }
      return icon;
    },
  };
}
