import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'La scelta è libera; non è una condizione per nessun acquisto. Può mettere fine ai messaggi in qualsiasi momento e gratuitamente: invii STOP o ANNULLA nella chat.',
  footer: 'Invii STOP per non ricevere più messaggi.',
  optOutButton: 'Basta messaggi',
};
