/** @import { Panel, PanelOptions } from './client.ts' */
/** @import { OpenView, WidgetAnswer } from './widget-view.ts' */

/**
 * The form of a collection point, and the last step after it, as elements. Nothing is ticked and nothing is sent before the person
 * does it. Self-contained, because it is served as text (decision 0020): it may use its arguments and the browser, nothing else.
 *
 * @param {OpenView} view
 * @param {PanelOptions} options
 * @returns {Panel}
 */
export function panel(view, { send, onUse, onDone, phone, country }) {
  const { texts } = view;
  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string | undefined)[]} children
   */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const child of children) if (child) element.append(child);
    return element;
  };
  /** @param {string} url @param {string} text @param {string} look */
  const link = (url, text, look) => {
    const attributes = { class: look, target: '_blank', rel: 'noopener noreferrer' };
    return make('a', /^https?:\/\//.test(url) ? { ...attributes, href: url } : {}, text);
  };
  /** @param {string | undefined} text */
  const line = (text) => (text ? make('p', {}, text) : undefined);
  /** @param {string} text */
  const title = (text) => make('h2', { id: 'title', tabindex: '-1' }, text);
  /** @param {string} id */
  const alert = (id) => make('p', { id, class: 'alert', role: 'alert' });

  let heading = title(view.heading);
  let isDone = false;
  let isSending = false;
  let isUsed = false;

  const boxes = view.purposes.map(({ purposeId, text }) => ({
    text,
    box: make('input', { type: 'checkbox', name: 'purpose', value: purposeId }),
  }));
  const number = make('input', { id: 'number', type: 'tel', name: 'number', autocomplete: 'tel', dir: 'ltr' });
  number.setAttribute('aria-describedby', 'hint number-fault');
  const numberFault = alert('number-fault');
  const asksNumber = view.kind === 'form';
  const agreement = make('p');
  const fault = alert('fault');
  const submit = make('button', { class: 'main', 'aria-describedby': 'agreement confirm' }, texts.goOn);
  const form = make(
    'form',
    { novalidate: '', 'aria-labelledby': 'title' },
    heading,
    line(view.benefits),
    make(
      'fieldset',
      {},
      make('legend', {}, texts.choose),
      ...boxes.map(({ box, text }) => make('label', { class: 'choice' }, box, make('span', {}, text))),
    ),
    asksNumber
      ? make(
          'div',
          { class: 'field' },
          make('label', { for: 'number' }, texts.number),
          number,
          make('p', { class: 'small', id: 'hint' }, texts.numberHint),
          numberFault,
        )
      : undefined,
    make('div', { class: 'agreement', id: 'agreement' }, make('p', { class: 'small' }, texts.agreement), agreement),
    make('p', { class: 'small', id: 'confirm' }, texts.confirm),
    fault,
    submit,
    view.chatUrl
      ? make('div', { class: 'chat small' }, link(view.chatUrl, texts.justChat, 'link'), texts.chatNote)
      : undefined,
    make(
      'div',
      { class: 'small lines' },
      line(view.frequency),
      line(view.howToStop),
      view.privacy && make('p', {}, link(view.privacy.url, view.privacy.text, '')),
      line(texts.trademark),
    ),
  );
  const element = make('div', { class: 'panel' }, form);
  showAgreement();
  if (asksNumber) beginWith(phone);

  form.addEventListener('input', () => {
    if (!isUsed) onUse();
    isUsed = true;
    complain('', '');
    showAgreement();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitted();
  });

  /** The number that the shop knows; its field is followed until the number is edited here. @param {PanelOptions['phone']} known */
  function beginWith(known) {
    if (!known) return;
    if (typeof known === 'string') {
      number.value = known;
      return;
    }
    let isEdited = false;
    const follow = () => {
      if (!isEdited) number.value = known.value;
    };
    number.addEventListener('input', () => {
      isEdited = true;
    });
    known.addEventListener('input', follow);
    known.addEventListener('change', follow);
    follow();
  }

  /** The sentence with what is ticked; while nothing is, with what is offered. */
  function showAgreement() {
    const ticked = boxes.filter(({ box }) => box.checked);
    const words = (ticked.length > 0 ? ticked : boxes).map(({ text }) => text);
    const list = Intl.ListFormat ? new Intl.ListFormat(view.locale).format(words) : words.join(', ');
    agreement.textContent = view.agreement.split('{purposes}').join(list);
  }

  /** @param {string} words @param {string} aboutNumber */
  function complain(words, aboutNumber) {
    fault.textContent = words;
    numberFault.textContent = aboutNumber;
    number.setAttribute('aria-invalid', String(aboutNumber !== ''));
    if (aboutNumber !== '') number.focus();
  }

  async function submitted() {
    if (isSending) return;
    const ticked = boxes.filter(({ box }) => box.checked);
    if (ticked.length === 0) return complain(texts.nothingTicked, '');
    const fields = new URLSearchParams(view.shown);
    for (const { box } of ticked) fields.append('purpose', box.value);
    if (asksNumber) fields.append('number', number.value);
    if (asksNumber && country) fields.append('country', country);
    for (const [name, value] of new URLSearchParams(location.search))
      if (/^utm_/.test(name)) fields.append(name, value);
    busy(true);
    try {
      const response = await send(fields);
      const answer = await response.json();
      if (response.ok) showLastStep(answer);
      else complainOf(answer);
    } catch {
      complain(texts.failed, '');
    }
    busy(false);
  }

  /** @param {{ errors?: { pointer: string, detail: string }[] }} problem */
  function complainOf({ errors = [] }) {
    const aboutNumber = errors.find(({ pointer }) => pointer === '/number');
    if (asksNumber && aboutNumber) complain('', aboutNumber.detail);
    else complain(errors[0] ? errors[0].detail : texts.failed, '');
  }

  /** @param {boolean} state */
  function busy(state) {
    isSending = state;
    submit.setAttribute('aria-disabled', String(state));
  }

  /** @param {WidgetAnswer} answer */
  function showLastStep(answer) {
    isDone = true;
    heading = title(texts.lastStep);
    const { words = '' } = answer;
    const code = words.lastIndexOf('(');
    element.replaceChildren(
      heading,
      make('p', {}, texts.sendThis),
      // Broken into two lines between Arabic words, the code would read in another order.
      make('blockquote', {}, words.slice(0, code), make('div', { class: 'code', dir: 'ltr' }, words.slice(code))),
      make('p', { class: 'small' }, texts.leaveAsIs),
      line(answer.from) || '',
      link(answer.whatsappUrl, texts.openWhatsApp, 'main'),
      answer.statusUrl ? link(answer.statusUrl, texts.otherDevice, 'link') : '',
      make('div', { class: 'small lines' }, line(view.howToStop)),
    );
    heading.focus();
    // The shop's own code, which may fail without hindering ours.
    if (onDone) setTimeout(() => onDone(answer));
  }

  return { element, focus: () => heading.focus(), isDone: () => isDone };
}
