import type { Language } from './language.ts';

/** A sentence that depends on a number: one for each category that the language has (CLDR), `other` always. `{n}` is the number. */
export type Plural = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };

/** The words of a room in another language than English: the same keys. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends { readonly other: string }
      ? Plural
      : Words<English[Key]>;
};

/** The words of a room in every language. */
export type Dictionary<English> = { readonly [L in Language]: Words<English> };

/** What stands in braces, by its name: `fill('Hello {name}', { name: 'Ana' })`. */
export function fill(template: string, values: { readonly [name: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
