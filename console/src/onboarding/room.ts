import type { Room } from '../room.ts';

export const onboardingRoom: Room = {
  id: 'onboarding',
  title: { en: 'Onboarding', es: 'Captación', pt: 'Captação', ar: 'طرق الاشتراك', de: 'Anmeldewege', hi: 'ऑनबोर्डिंग' },
  sign: 'M12 4h4v12h-4M3 10h9M8.5 6.5 12 10l-3.5 3.5',
  scope: 'collection:read',
  load: () => import('./onboarding-room.tsx'),
};
