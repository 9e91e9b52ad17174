import type { Room } from '../room.ts';

export const auditRoom: Room = {
  id: 'audit',
  of: 'stage',
  title: { en: 'Audit', es: 'Auditoría', pt: 'Auditoria', ar: 'سجل الأعمال', de: 'Protokoll', hi: 'लेखा-जोखा' },
  sign: 'M5 3h10v14l-2.5-1.6L10 17l-2.5-1.6L5 17zM8 7h4M8 10.5h4',
  scope: 'audit:read',
  load: () => import('./audit-room.tsx'),
};
