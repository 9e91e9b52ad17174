import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'La scelta è tua e non è una condizione per nessun acquisto. Puoi smettere in qualsiasi momento, gratis: invia STOP o ANNULLA nella chat.',
  footer: 'Invia STOP per non ricevere più messaggi.',
  optOutButton: 'Basta messaggi',
};
