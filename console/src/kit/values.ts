/** What stands in a form: by the pointer of the field in the body that is sent (`/whatsapp/phone`). */
export type Values = { readonly [pointer: string]: string };

/** The lines of a value: what several boxes, or a field with one thing a line, have as one text. */
export const linesOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
