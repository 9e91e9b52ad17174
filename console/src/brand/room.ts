import type { Room } from '../room.ts';

export const brandRoom: Room = {
  id: 'brand',
  title: { en: 'Brand', es: 'Marca', pt: 'Marca', ar: 'الهوية', de: 'Marke', hi: 'ब्रांड' },
  sign: 'M10 3a7 7 0 1 0 0 14c1.5 0 1.5-1 1-2s0-2 1.5-2H15a2.5 2.5 0 0 0 2-2.500C17 6 14 3 10 3zM7 8h.01M11 6.500h.01M6.500 12h.01',
  scope: 'brand:write',
  load: () => import('./brand-room.tsx'),
};
