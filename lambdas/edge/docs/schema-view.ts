import { type Html, html } from '../pages/parts/html.ts';
import type { ApiSchema } from './api-document.ts';
import { apiAnchor } from './docs-address.ts';
import { markdownLine } from './markdown.ts';

/** The anchor of a named shape. */
export const shapeAnchor = (name: string): string => `shape-${name}`;

const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** What a value may be, in a few words with links to named shapes: `string (date-time)`, `list of OptIn`, `"open" or "closed"`. */
export function typeLine(schema: ApiSchema): Html {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    return html`<a href="${apiAnchor(shapeAnchor(name))}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum !== undefined) return joined(schema.enum.map((each) => html`<code>${JSON.stringify(each)}</code>`));
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return joined(branches.map(typeLine));
  if (schema.allOf?.length === 1 && schema.allOf[0] !== undefined) return typeLine(schema.allOf[0]);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['anything']);
  return joined(types.map((type) => typeOf(type, schema)));
}

function typeOf(type: string, schema: ApiSchema): Html {
  if (type === 'array') return html`list of ${schema.items === undefined ? 'anything' : typeLine(schema.items)}`;
  if (type === 'integer') return html`whole number`;
  if (type === 'object' && typeof schema.additionalProperties === 'object')
    return html`object of ${typeLine(schema.additionalProperties)} by name`;
  return html`${type}${schema.format === undefined ? undefined : ` (${schema.format})`}`;
}

/** Each once: several kinds of object are one word here, and are shown below. */
function joined(words: readonly Html[]): Html {
  const different = [...new Map(words.map((word) => [word.markup, word])).values()];
  return html`${different.map((word, at) => (at === 0 ? word : html` or ${word}`))}`;
}

/** Lengths and ranges, as a sentence; empty where there are none that a reader must know. */
function limitsOf(schema: ApiSchema): string {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const range = (least: number | undefined, most: number | undefined, what: string): string | undefined => {
    if (most !== undefined && most >= Number.MAX_SAFE_INTEGER) return range(least, undefined, what);
    if (least !== undefined && least <= Number.MIN_SAFE_INTEGER) return range(undefined, most, what);
    if (least !== undefined && most !== undefined)
      return least === most ? `${least}${what}` : `${least} to ${most}${what}`;
    if (most !== undefined) return `at most ${most}${what}`;
    return least === undefined || least === 0 ? undefined : `at least ${least}${what}`;
  };
  const all = [
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
    range(minimum, maximum, ''),
    schema.default === undefined ? undefined : `${JSON.stringify(schema.default)} when not given`,
  ];
  return all.filter((each) => each !== undefined).join(', ');
}

/** Below this depth a reader follows the examples. */
const deepest = 4;

/** The fields of a shape as a list, with those of objects inside them; for anything else what it may be. */
export function schemaView(schema: ApiSchema, depth = 0): Html {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    const inner = innerOf(schema, depth);
    return depth === 0 ? html`<p class="type">${typeLine(schema)}</p>${inner}` : html`${inner}`;
  }
  const required = new Set(schema.required);
  return html`<dl class="fields">${fields.map(
    ([name, field]) =>
      html`<div><dt><code>${name}</code> <span class="type">${typeLine(field)}</span>${
        required.has(name) ? html` <span class="required">required</span>` : undefined
      }</dt><dd>${described(field)}${innerOf(field, depth)}</dd></div>`,
  )}</dl>`;
}

function described(schema: ApiSchema): Html | undefined {
  const limits = limitsOf(schema);
  if (schema.description === undefined && limits === '') return undefined;
  const text = [schema.description, limits === '' ? undefined : `${limits[0]?.toUpperCase()}${limits.slice(1)}.`];
  return html`<p>${markdownLine(text.filter((each) => each !== undefined).join(' '))}</p>`;
}

/** Objects within a value: its own fields, those of its items or values, and of each branch that has some. */
function innerOf(schema: ApiSchema, depth: number): Html | undefined {
  if (schema.$ref !== undefined || depth >= deepest) return undefined;
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  if (schema.properties !== undefined) return schemaView(schema, depth + 1);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return branchesView(branches, depth);
  const inner = [schema.items, values, ...(schema.allOf ?? [])];
  const shown = inner.flatMap((each) => (each === undefined ? [] : [innerOf(each, depth)]));
  const some = shown.filter((each) => each !== undefined);
  return some.length === 0 ? undefined : html`${some}`;
}

/** Kinds of objects one after the other, each by what tells it from the others. */
function branchesView(branches: readonly ApiSchema[], depth: number): Html | undefined {
  const shown = branches.flatMap((branch) => {
    const inner = innerOf(branch, depth);
    return inner === undefined ? [] : [{ branch, inner }];
  });
  if (shown.length === 0) return undefined;
  if (shown.length === 1) return shown[0]?.inner;
  return html`${shown.map(({ branch, inner }, at) => html`<p class="kind">${kindOf(branch, at)}</p>${inner}`)}`;
}

function kindOf({ properties = {} }: ApiSchema, at: number): Html {
  const fixed = Object.entries(properties).find(([, { const: value }]) => value !== undefined);
  if (fixed === undefined) return html`${at === 0 ? 'Either' : 'or'}`;
  const [name, { const: value }] = fixed;
  return html`Where <code>${name}</code> is <code>${JSON.stringify(value)}</code>`;
}
