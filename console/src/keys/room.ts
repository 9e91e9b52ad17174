import type { Room } from '../room.ts';

export const keysRoom: Room = {
  id: 'keys',
  of: 'stage',
  title: {
    en: 'API keys',
    es: 'Claves de API',
    pt: 'Chaves de API',
    ar: 'مفاتيح API',
    de: 'API-Schlüssel',
    hi: 'API कुंजियाँ',
  },
  sign: 'M12.5 11.5a4 4 0 1 0-3.4-1.9L3.5 15.2V17h3v-2h2v-2h1.6l.9-.9M13.2 7.2h.01',
  scope: 'keys:write',
  load: () => import('./keys-room.tsx'),
};
