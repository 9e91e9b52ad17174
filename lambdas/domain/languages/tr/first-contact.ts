import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Merhaba, burası {business}. Size buradan ne gönderebiliriz?',
  pick: 'İstediğinize dokunun. Her seçim yalnızca ona evet demektir.',
  open: 'Seç',
  noThanks: 'Hayır, teşekkürler',
};
