import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'هذا الرقم',
  ask: 'هل توافق على هذا؟',
  howToStop: 'أرسل STOP للإيقاف في أي وقت.',
  yes: 'نعم، أوافق',
  no: 'لا',
};
