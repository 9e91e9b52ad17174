/** What a ticked box stands for in the values of a form. */
export const ticked = 'yes';
