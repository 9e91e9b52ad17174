import type { Room } from '../room.ts';

export const handoversRoom: Room = {
  id: 'handovers',
  title: {
    en: 'With a human',
    es: 'Con una persona',
    pt: 'Com uma pessoa',
    ar: 'مع موظف',
    de: 'Bei einem Menschen',
    hi: 'टीम के पास',
  },
  sign: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 17c0-4 2-6 5-6s5 2 5 6M14 6h4M16 4v4',
  scope: 'users:read',
  load: () => import('./handovers-room.tsx'),
};
