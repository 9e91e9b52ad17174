import type { Room } from '../room.ts';

export const templatesRoom: Room = {
  id: 'templates',
  title: { en: 'Templates', es: 'Plantillas', pt: 'Modelos', ar: 'القوالب', de: 'Vorlagen', hi: 'टेम्पलेट' },
  sign: 'M4 4h12v9H9l-3.5 3v-3H4V4ZM7 7.5h6M7 10h4',
  scope: 'collection:read',
  load: () => import('./templates-room.tsx'),
};
