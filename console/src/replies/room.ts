import type { Room } from '../room.ts';

export const repliesRoom: Room = {
  id: 'replies',
  title: {
    en: 'Automatic replies',
    es: 'Respuestas automáticas',
    pt: 'Respostas automáticas',
    ar: 'الردود التلقائية',
    de: 'Automatische Antworten',
    hi: 'ऑटोमैटिक जवाब',
  },
  sign: 'M3 5h10v7H7l-3 3v-3H3zM15 8h2v6h-1v3l-3-3h-3',
  scope: 'apps:write',
  load: () => import('./replies-room.tsx'),
};
