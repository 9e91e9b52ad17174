import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Nachrichten von ${business} auf WhatsApp`,
  agreement: (business) => `Ich stimme zu, dass ${business} mir {purposes} über WhatsApp an {number} sendet.`,
  purposes: {
    marketing: 'Angebote und Neuigkeiten',
    utility: 'Mitteilungen zu Bestellungen',
    authentication: 'Einmalcodes',
  },
  benefits: (business) =>
    `Was Sie hier auswählen, erreicht Sie in dem Chat, den Sie ohnehin nutzen. Dort können Sie ${business} auch gleich antworten.`,
  frequency: {
    marketing: 'Angebote und Neuigkeiten kommen höchstens viermal im Monat.',
    utility: 'Mitteilungen zu Bestellungen kommen nur, wenn sich bei einer Bestellung etwas tut.',
    authentication: 'Codes kommen nur, wenn Sie einen anfordern.',
  },
  privacy: (business) =>
    `In der Datenschutzerklärung von ${business} steht, wer wir sind und wie Sie uns erreichen, was wir mit Ihrer Nummer tun, welche Rechte Sie haben und wo Sie sich beschweren können.`,
};
