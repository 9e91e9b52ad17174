import type { Room } from '../room.ts';

/** Those of the business who sign in. People whose consent is kept are in the room of users. */
export const teamRoom: Room = {
  id: 'team',
  of: 'stage',
  title: { en: 'Team', es: 'Equipo', pt: 'Equipe', ar: 'الفريق', de: 'Team', hi: 'टीम' },
  sign: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.5 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5M14 6l1.5 1.5L18.5 4.5',
  scope: 'people:write',
  load: () => import('./team-room.tsx'),
};
