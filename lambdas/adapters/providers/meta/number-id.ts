/** Meta's id of a number: digits (in samples also words). Anything else names no app, and may be no key that the table takes. */
export const numberId = /^[\w-]{1,100}$/;
