import type { Room } from '../room.ts';

export const overviewRoom: Room = {
  id: 'overview',
  title: {
    en: 'Overview',
    es: 'Resumen',
    pt: 'Visão geral',
    ar: 'نظرة عامة',
    de: 'Übersicht',
    hi: 'सारांश',
  },
  sign: 'M3 10.5 10 4l7 6.5M5 9v7h10V9',
  scope: 'apps:read',
  load: () => import('./overview.tsx'),
};
