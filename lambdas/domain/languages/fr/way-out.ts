import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Vous êtes libre de choisir, et ce n’est pas une condition d’achat. Vous pouvez arrêter à tout moment, gratuitement : envoyez STOP ou ARRÊT dans la discussion.',
  footer: 'Envoyez STOP pour ne plus recevoir nos messages.',
  optOutButton: 'Arrêter les messages',
};
