import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Nachrichten von ${business} per WhatsApp`,
  agreement: (business) => `Ich stimme zu, dass ${business} mir {purposes} per WhatsApp an {number} schickt.`,
  purposes: {
    marketing: 'Angebote und Neuigkeiten',
    utility: 'Infos zur Bestellung',
    authentication: 'Einmalcodes',
  },
  benefits: (business) => `Direkt aufs Handy, und im Chat können Sie ${business} gleich antworten.`,
  frequency: {
    marketing: 'Angebote und Neuigkeiten: höchstens viermal im Monat.',
    utility: 'Infos zur Bestellung: nur, wenn sich bei Ihrer Bestellung etwas tut.',
    authentication: 'Codes: nur, wenn Sie einen anfordern.',
  },
  privacy: (business) =>
    `In den Datenschutzhinweisen von ${business} steht, wer wir sind und wie Sie uns erreichen, was wir mit Ihrer Nummer machen, welche Rechte Sie haben und wo Sie sich beschweren können.`,
};
