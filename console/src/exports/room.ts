import type { Room } from '../room.ts';

export const exportsRoom: Room = {
  id: 'exports',
  title: {
    en: 'Exports',
    es: 'Exportaciones',
    pt: 'Exportações',
    ar: 'التصدير',
    de: 'Exporte',
    hi: 'निर्यात',
  },
  sign: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3.5h12V13',
  scope: 'exports:counts',
  load: () => import('./exports-room.tsx'),
};
