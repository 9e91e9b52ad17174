import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Ricevi i messaggi di ${business} su WhatsApp`,
  agreement: (business) => `Accetto di ricevere {purposes} da ${business} su WhatsApp a {number}.`,
  purposes: {
    marketing: 'offerte e novità',
    utility: 'aggiornamenti sugli ordini',
    authentication: 'codici monouso',
  },
  benefits: (business) => `Direttamente sul tuo telefono, e puoi rispondere a ${business} nella stessa chat.`,
  frequency: {
    marketing: 'Offerte e novità: al massimo quattro volte al mese.',
    utility: 'Aggiornamenti sugli ordini: solo quando c’è qualcosa di nuovo sul tuo ordine.',
    authentication: 'Codici: solo quando ne chiedi uno.',
  },
  privacy: (business) =>
    `L’informativa sulla privacy di ${business} spiega chi siamo e come contattarci, cosa facciamo del tuo numero, quali diritti hai e dove puoi presentare un reclamo.`,
};
