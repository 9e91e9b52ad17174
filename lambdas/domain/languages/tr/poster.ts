import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Telefonunuzun kamerasıyla okutun',
  open: 'ya da şu adrese gidin',
  receive: 'Gelebilecek mesajlar',
  check: 'İstediklerinizi seçin, sonra WhatsApp’ta onaylayın.',
  chat: 'WhatsApp’ta {business} ile sohbet açılır.',
  trademark: 'WhatsApp, Meta Platforms, Inc. şirketinin ticari markasıdır. Bu posteri {business} hazırladı.',
  print: 'Bu sayfayı %100 boyutta yazdırın ya da PDF olarak kaydedin.',
  card: 'Tezgâh kartı',
  tent: 'Masa kartı',
};
