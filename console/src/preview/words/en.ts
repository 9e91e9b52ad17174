export const en = {
  title: 'What people see',
  look: 'Light or dark',
  schemes: {
    light: 'Light',
    dark: 'Dark',
  },
  note: 'Drawn from the same words, logo and colour as the page. Nothing here can be pressed.',
};
