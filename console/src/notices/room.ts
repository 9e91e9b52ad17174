import type { Room } from '../room.ts';

export const noticesRoom: Room = {
  id: 'notices',
  title: { en: 'Notices', es: 'Avisos', pt: 'Avisos', ar: 'الإشعارات', de: 'Hinweistexte', hi: 'सूचनाएँ' },
  sign: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h2',
  scope: 'collection:read',
  load: () => import('./notices-room.tsx'),
};
