import type { Room } from '../room.ts';

export const usersRoom: Room = {
  id: 'users',
  title: { en: 'People', es: 'Personas', pt: 'Pessoas', ar: 'الأشخاص', de: 'Personen', hi: 'लोग' },
  sign: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3 2-5 5-5s5 2 5 5M13 9a2.5 2.5 0 1 0 0-5M14 12c2.5 0 4 1.5 4 4',
  scope: 'users:read',
  load: () => import('./users-room.tsx'),
};
