import { fill, type PageTexts } from '../texts/page-texts.ts';
import { type CountryCode, countryOptions, exampleNumber } from './countries.ts';
import { type Html, html } from './html.ts';
import { longestTyped } from './read-number.ts';

/** How many numbers one form takes. */
export const mostNumbers = 3;

/** What stands in the number fields, and what is wrong with it. */
export interface NumberEntries {
  readonly country: CountryCode | undefined;
  /** As typed, by place. */
  readonly typed: readonly string[];
  /** By id of the field: `number1` to `number3`, `country`. */
  readonly faults: { readonly [field: string]: string };
}

/** The country and the number. */
export function numberFields(texts: PageTexts, entries: NumberEntries): Html {
  const { number } = texts;
  const { country, faults } = entries;
  const example = country === undefined ? undefined : exampleNumber(country);
  const hint = example === undefined ? undefined : fill(number.example, { example: `\u2066${example}\u2069` });
  return html`<div class="number"><div class="field"><label for="country">${number.country}</label>
    <select id="country" name="country" autocomplete="country"${invalid('country', faults)}>${countryOptions(texts.locale, country)}</select></div>
    ${field(1, number.number, entries, hint !== undefined)}</div>
    ${faultOf('country', faults)}
    ${faultOf('number1', faults)}
    ${hint === undefined ? undefined : html`<p class="hint" id="number1-hint">${hint}</p>`}`;
}

/** Two further numbers, behind "add another": few people have them, so they stand below the button. */
export function moreNumbers(texts: PageTexts, entries: NumberEntries): Html {
  const { number } = texts;
  const others = [2, 3];
  const open = others.some((n) => (entries.typed[n - 1] ?? '') !== '') ? html` open` : undefined;
  return html`<details${open}><summary>${number.more}</summary>
    <p class="hint">${number.moreHint}</p>
    ${others.map((n) => html`${field(n, fill(number.another, { n }), entries)}${faultOf(`number${n}`, entries.faults)}`)}
    </details>`;
}

function field(n: number, label: string, { typed, faults }: NumberEntries, isHinted = false): Html {
  const id = `number${n}`;
  return html`<div class="field"><label for="${id}">${label}</label>
    <input type="tel" id="${id}" name="${id}" dir="ltr" maxlength="${longestTyped}" autocomplete="${n === 1 ? 'tel' : 'off'}" value="${typed[n - 1] ?? ''}"${invalid(id, faults, isHinted ? `${id}-hint` : undefined)}></div>`;
}

function invalid(id: string, faults: NumberEntries['faults'], hintId?: string): Html | undefined {
  const described = [faults[id] === undefined ? undefined : `${id}-fault`, hintId].filter((each) => each !== undefined);
  if (described.length === 0) return undefined;
  const wrong = faults[id] === undefined ? undefined : html` aria-invalid="true"`;
  return html`${wrong} aria-describedby="${described.join(' ')}"`;
}

function faultOf(id: string, faults: NumberEntries['faults']): Html | undefined {
  return faults[id] === undefined ? undefined : html`<p class="fault" id="${id}-fault">${faults[id]}</p>`;
}
