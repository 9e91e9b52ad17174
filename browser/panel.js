/** @import { Frames, LastStep, Panel, PanelOptions } from './client.ts' */
/** @import { OpenView } from './widget-view.ts' */

/**
 * The form of a collection point, and the last step after it, as elements. Nothing is ticked and nothing is sent before the person
 * does it. As a line it is boxes and small print alone, and the rest appears with the first tick. Self-contained, because it is served
 * as text (decision 0020): it may use its arguments and the browser, nothing else.
 *
 * @param {Frames} frames
 * @param {LastStep} lastStep
 * @param {OpenView} view
 * @param {PanelOptions} options
 * @returns {Panel}
 */
export function panel(frames, lastStep, view, options) {
  const { make, link } = frames;
  const { texts, privacy } = view;
  const { phone, country, isLine, onUse, onChoice, send } = options;
  /** @param {string | undefined} text @param {string} [look] */
  const line = (text, look) => (text ? make('p', look ? { class: look } : {}, text) : undefined);
  /** @param {string} id */
  const alert = (id) => make('p', { id, class: 'alert', role: 'alert' });
  const field = typeof phone === 'object' ? phone : undefined;
  const asksNumber = view.kind === 'form';
  /** In a line the number is that of the shop's own field. */
  const hasField = asksNumber && !(isLine && field);

  let isDone = false;
  let isSending = false;
  let isUsed = false;

  const boxes = view.purposes.map(({ purposeId, text }) => ({
    text,
    box: make('input', { type: 'checkbox', name: 'purpose', value: purposeId, 'aria-describedby': 'purpose-fault' }),
  }));
  const number = make('input', { id: 'number', type: 'tel', name: 'number', autocomplete: 'tel', dir: 'ltr' });
  number.setAttribute('aria-describedby', 'hint number-fault');
  const faults = { purpose: alert('purpose-fault'), number: alert('number-fault'), other: alert('fault') };
  const heading = make('h2', { id: 'title', tabindex: '-1' }, view.heading);
  const agreement = make('p');
  const said = make(
    'div',
    { class: 'agreement', id: 'agreement' },
    make('p', { class: 'small' }, texts.agreement),
    agreement,
  );
  const submit = make('button', { class: 'main', 'aria-describedby': 'agreement confirm' }, texts.goOn);
  const choices = make(
    'fieldset',
    {},
    make('legend', {}, texts.choose),
    ...boxes.map(({ box, text }) =>
      make(
        'label',
        { class: 'choice' },
        box,
        make('span', {}, isLine ? texts.line.split('{purposes}').join(text) : text),
      ),
    ),
    faults.purpose,
  );
  const numberPart = make(
    'div',
    { class: 'field' },
    make('label', { for: 'number' }, texts.number),
    number,
    make('p', { class: 'small', id: 'hint' }, texts.numberHint),
  );
  const small = make(
    'div',
    { class: 'small lines' },
    make('p', { id: 'confirm' }, texts.confirm),
    line(view.frequency),
    line(view.howToStop),
    privacy && make('p', {}, `${privacy.text} `, link(privacy.url, privacy.url.replace(/^https?:\/\//, ''), '')),
    line(texts.trademark),
  );
  const form = make('form', { novalidate: '', 'aria-labelledby': 'title' });
  if (hasField) numberPart.append(faults.number);
  const numberOrFault = hasField ? numberPart : asksNumber ? faults.number : undefined;
  const last = make('div', { class: 'last' }, said, faults.other, submit);
  if (isLine) form.append(heading, choices, ...(numberOrFault ? [numberOrFault] : []), last, small);
  else
    form.append(
      ...[
        line(view.incentive, 'incentive'),
        heading,
        line(view.benefits),
        choices,
        numberOrFault,
        last,
        view.chatUrl &&
          make('div', { class: 'chat small' }, link(view.chatUrl, texts.justChat, 'link'), texts.chatNote),
        small,
      ].filter((each) => each instanceof Node),
    );
  const element = make('div', { class: 'panel' }, form);
  followTicks();
  if (hasField) beginWith();

  form.addEventListener('input', () => {
    if (!isUsed) onUse();
    isUsed = true;
    complain({});
    followTicks();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitted();
  });

  /** The number that the shop knows; its field is followed until the number is edited here. */
  function beginWith() {
    if (typeof phone === 'string') number.value = phone;
    if (!field) return;
    let isEdited = false;
    const follow = () => {
      if (!isEdited) number.value = field.value;
    };
    number.addEventListener('input', () => {
      isEdited = true;
    });
    field.addEventListener('input', follow);
    field.addEventListener('change', follow);
    follow();
  }

  /** The sentence with what is ticked; while nothing is, with what is offered. */
  function followTicks() {
    const ticked = boxes.filter(({ box }) => box.checked);
    const words = (ticked.length > 0 ? ticked : boxes).map(({ text }) => text);
    const list = Intl.ListFormat ? new Intl.ListFormat(view.locale).format(words) : words.join(', ');
    agreement.textContent = view.agreement.split('{purposes}').join(list);
    form.dataset.ticked = String(ticked.length > 0);
  }

  /** Marks and says all that is wrong, and leads to the first of it. @param {{ purpose?: string, number?: string, other?: string }} wrong */
  function complain(wrong) {
    for (const name of /** @type {const} */ (['purpose', 'number', 'other'])) {
      // A word that is the same again is not said again.
      if (faults[name].textContent !== (wrong[name] || '')) faults[name].textContent = wrong[name] || '';
    }
    choices.dataset.bad = String(Boolean(wrong.purpose));
    for (const { box } of boxes) box.setAttribute('aria-invalid', String(Boolean(wrong.purpose)));
    number.setAttribute('aria-invalid', String(Boolean(wrong.number)));
    const [first] = boxes;
    if (wrong.purpose && first) first.box.focus();
    else if (wrong.number) (hasField ? number : field || number).focus();
  }

  async function submitted() {
    if (isSending) return;
    const ticked = boxes.filter(({ box }) => box.checked);
    // With a number everything is judged at once, at our side.
    if (ticked.length === 0 && !asksNumber) return complain({ purpose: texts.nothingTicked });
    const fields = new URLSearchParams(view.shown);
    for (const { box } of ticked) fields.append('purpose', box.value);
    if (asksNumber) fields.append('number', hasField || !field ? number.value : field.value);
    if (asksNumber && country) fields.append('country', country);
    for (const [name, value] of new URLSearchParams(location.search))
      if (/^utm_/.test(name)) fields.append(name, value);
    busy(true);
    try {
      const response = await send(fields);
      const answer = await response.json();
      if (response.ok) {
        isDone = true;
        const words = ticked.map(({ text }) => text);
        lastStep(frames, view, element, answer, words, options);
        onChoice(
          answer,
          ticked.map(({ box }) => box.value),
        );
      } else complainOf(answer);
    } catch {
      complain({ other: texts.failed });
    }
    busy(false);
  }

  /** @param {{ errors?: { pointer: string, detail: string }[] }} problem */
  function complainOf({ errors = [] }) {
    /** @type {{ purpose?: string, number?: string, other?: string }} */
    const wrong = {};
    for (const { pointer, detail } of errors) {
      const place = pointer === '/purpose' ? 'purpose' : pointer === '/number' && asksNumber ? 'number' : 'other';
      if (!wrong[place]) wrong[place] = detail;
    }
    complain(errors.length > 0 ? wrong : { other: texts.failed });
  }

  /** @param {boolean} state */
  function busy(state) {
    isSending = state;
    submit.setAttribute('aria-disabled', String(state));
  }

  return {
    element,
    focus: () => /** @type {HTMLElement} */ (element.querySelector('h2')).focus(),
    isDone: () => isDone,
  };
}
