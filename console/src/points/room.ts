import type { Room } from '../room.ts';

export const pointsRoom: Room = {
  id: 'points',
  title: { en: 'Points', es: 'Puntos', pt: 'Pontos', ar: 'النقاط', de: 'Stellen', hi: 'स्थान' },
  sign: 'M10 17s5-4.6 5-8.8A5 5 0 0 0 5 8.2C5 12.4 10 17 10 17ZM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  scope: 'collection:read',
  load: () => import('./points-room.tsx'),
};
