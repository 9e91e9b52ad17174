/** The lines of a value: what several boxes, or a field with one thing a line, have as one text. */
export const linesOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
