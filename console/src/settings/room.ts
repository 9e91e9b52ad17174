import type { Room } from '../room.ts';

export const settingsRoom: Room = {
  id: 'settings',
  title: { en: 'Settings', es: 'Ajustes', pt: 'Configurações', ar: 'الإعدادات', de: 'Einstellungen', hi: 'सेटिंग' },
  sign: 'M4 6h7M15 6h1M4 14h1M9 14h7M11 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 14a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  scope: 'apps:write',
  load: () => import('./settings-room.tsx'),
};
