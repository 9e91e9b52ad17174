import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Telefonunuzun kamerasıyla okutun',
  open: 'veya açın',
  receive: 'Alabilecekleriniz',
  check: 'İstediklerinizi seçin, ardından WhatsApp’ta onaylayın.',
  chat: 'WhatsApp’ta {business} ile bir sohbet açılır.',
  trademark:
    'WhatsApp, Meta Platforms, Inc. şirketinin ticari markasıdır. Bu poster {business} tarafından hazırlanmıştır.',
  print: 'Bu sayfayı %100 ölçekte yazdırın veya PDF olarak kaydedin.',
  card: 'Tezgâh kartı',
  tent: 'Masa kartı',
};
