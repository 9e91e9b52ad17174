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
  sign: 'M3.5 8a9 9 0 0 1 13 0M6 11a5.5 5.5 0 0 1 8 0M10 15.5h.01',
  scope: 'apps:write',
  load: () => import('./callbacks-room.tsx'),
};
