import type { Room } from '../room.ts';

export const callbacksRoom: Room = {
  id: 'callbacks',
  title: {
    en: 'Callbacks',
    es: 'Avisos automáticos',
    pt: 'Avisos automáticos',
    ar: 'الإشعارات التلقائية',
    de: 'Rückrufe',
    hi: 'कॉलबैक',
  },
  sign: 'M3 10h9M8.5 6 12.5 10l-4 4M13 3.5h4v13h-4',
  scope: 'apps:write',
  load: () => import('./callbacks-room.tsx'),
};
