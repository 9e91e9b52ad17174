import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Lo que ve la gente',
  look: 'Claro u oscuro',
  schemes: {
    light: 'Claro',
    dark: 'Oscuro',
  },
  note: 'Dibujado con las mismas palabras, logotipo y color que la página. Aquí nada se puede pulsar.',
};
