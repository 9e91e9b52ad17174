import type { Room } from '../room.ts';

/** The sample business; local mode only. */
export const sampleRoom: Room = {
  id: 'sample',
  of: 'stage',
  title: {
    en: 'Sample business',
    es: 'Negocio de muestra',
    pt: 'Negócio de exemplo',
    ar: 'نشاط تجاري تجريبي',
    de: 'Beispielbetrieb',
    hi: 'नमूना व्यवसाय',
  },
  sign: 'M4 16V8h3v8zM8.5 16V4h3v12zM13 16v-5h3v5z',
  load: () => import('./sample.tsx'),
};
