import type { Room } from '../room.ts';

export const importsRoom: Room = {
  id: 'imports',
  title: {
    en: 'Imports',
    es: 'Importaciones',
    pt: 'Importações',
    ar: 'الاستيراد',
    de: 'Importe',
    hi: 'आयात',
  },
  sign: 'M10 12V3M6.5 6.5 10 3l3.5 3.5M4 13v3.5h12V13',
  scope: 'imports:read',
  load: () => import('./imports-room.tsx'),
};
