import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `I messaggi di ${business} su WhatsApp`,
  agreement: (business) => `Accetto di ricevere {purposes} da ${business} su WhatsApp a {number}.`,
  purposes: {
    marketing: 'offerte e novità',
    utility: 'aggiornamenti sugli ordini',
    authentication: 'codici monouso',
  },
  benefits: (business) =>
    `Quello che sceglie arriva nella chat che usa già ogni giorno, e lì può rispondere subito a ${business}.`,
  frequency: {
    marketing: 'Offerte e novità arrivano al massimo quattro volte al mese.',
    utility: 'Gli aggiornamenti sugli ordini arrivano solo quando c’è qualcosa di nuovo in un ordine.',
    authentication: 'I codici arrivano solo quando ne chiede uno.',
  },
  privacy: (business) =>
    `L’informativa sulla privacy di ${business} spiega chi siamo e come contattarci, che cosa facciamo del suo numero, quali diritti ha e dove può presentare un reclamo.`,
};
