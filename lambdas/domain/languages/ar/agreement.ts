import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'هذا الرقم',
  ask: 'هل لدينا موافقتك على هذا؟',
  howToStop: 'يمكنك إرسال STOP للإيقاف في أي وقت.',
  yes: 'نعم، أوافق',
  no: 'لا',
};
