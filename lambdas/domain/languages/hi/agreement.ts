import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'इस नंबर',
  ask: 'क्या आप इससे सहमत हैं?',
  howToStop: 'कभी भी बंद करने के लिए STOP भेजें।',
  yes: 'हाँ, सहमत हूँ',
  no: 'नहीं',
};
