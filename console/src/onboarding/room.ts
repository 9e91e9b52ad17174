import type { Room } from '../room.ts';

export const onboardingRoom: Room = {
  id: 'onboarding',
  title: { en: 'Onboarding', es: 'Captación', pt: 'Captação', ar: 'طرق الاشتراك', de: 'Anmeldewege', hi: 'ऑनबोर्डिंग' },
  sign: 'M8 4H4v12h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  scope: 'collection:read',
  load: () => import('./onboarding-room.tsx'),
};
