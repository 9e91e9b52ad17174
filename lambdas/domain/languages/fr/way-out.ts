import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Vous êtes libre de votre choix ; ce n’est une condition d’aucun achat. Vous pouvez mettre fin aux messages à tout moment et sans frais : envoyez STOP ou ARRÊT dans la discussion.',
  footer: 'Envoyez STOP pour ne plus recevoir nos messages.',
  optOutButton: 'Arrêter les messages',
};
