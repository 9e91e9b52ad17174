/** @import { Frames, Panel, Sheet } from './client.ts' */
/** @import { OpenView } from './widget-view.ts' */

/**
 * A sheet over the page: a head that stays, with whose it is and the way out, and the form below it, which scrolls. It closes by its
 * button, Esc, a tap beside it, and by being drawn down. Self-contained, because it is served as text (decision 0020): it may use its
 * arguments and the browser, nothing else.
 *
 * @param {Frames} frames
 * @param {OpenView} view
 * @param {() => Panel} makePanel made when it opens, and anew after a choice
 * @returns {Sheet}
 */
export function sheet({ make }, { brand, texts }, makePanel) {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': texts.close }, '\u00d7');
  const mark = make('span', { class: 'mark', 'aria-hidden': 'true' }, brand.letter);
  const name = make('bdi', {}, brand.name);
  const head = make('div', { class: 'head' }, mark, name, close);
  const body = make('div', { class: 'body' });
  const dialog = make('dialog', { 'aria-labelledby': 'title' }, head, body);
  if (brand.logo && /^https?:\/\//.test(brand.logo)) showLogo(brand.logo);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  drawDown();

  /**
   * The letter stays where the logo cannot be shown. A picture of pixels is drawn, because a shop whose policy lets us ask may know no
   * pictures of ours; an SVG can only be an image.
   */
  /** @param {string} url */
  function showLogo(url) {
    const look = { class: 'mark' };
    fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then((response) => response.blob())
      .then(async (blob) => {
        if (blob.type.includes('svg')) {
          const image = make('img', { ...look, alt: '', src: url });
          await image.decode();
          return image;
        }
        const bitmap = await createImageBitmap(blob);
        const canvas = make('canvas', { ...look, width: String(bitmap.width), height: String(bitmap.height) });
        canvas.setAttribute('aria-hidden', 'true');
        /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(bitmap, 0, 0);
        return canvas;
      })
      .then((logo) => {
        mark.replaceWith(logo);
        // A word mark says the name by itself, to whoever sees it.
        const [width, height] =
          'naturalWidth' in logo ? [logo.naturalWidth, logo.naturalHeight] : [logo.width, logo.height];
        if (width >= 2 * height) name.className = 'sr';
      })
      .catch(() => undefined);
  }

  /** On a phone the sheet follows the finger on its head. */
  function drawDown() {
    /** @type {number | undefined} */
    let from;
    /** @param {PointerEvent} event */
    const drawn = ({ clientY }) => Math.max(0, clientY - (from ?? clientY));
    /** @param {PointerEvent} event */
    const drop = (event) => {
      const isFar = event.type === 'pointerup' && drawn(event) > 80;
      from = undefined;
      dialog.style.transform = '';
      if (isFar) dialog.close();
    };
    head.addEventListener('pointerdown', (event) => {
      if (event.target === close || innerWidth >= 560) return;
      from = event.clientY;
      head.setPointerCapture(event.pointerId);
    });
    head.addEventListener('pointermove', (event) => {
      if (from !== undefined) dialog.style.transform = `translateY(${drawn(event)}px)`;
    });
    head.addEventListener('pointerup', drop);
    head.addEventListener('pointercancel', drop);
  }

  /** @type {Panel | undefined} */
  let panel;
  return {
    dialog,
    show() {
      if (!panel || panel.isDone()) {
        panel = makePanel();
        body.replaceChildren(panel.element);
      }
      dialog.showModal();
      body.scrollTop = 0;
      panel.focus();
    },
  };
}
