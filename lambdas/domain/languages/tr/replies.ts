import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Listemizden çıktınız, artık bizden mesaj almayacaksınız. Yeniden almak için START gönderin.',
  marketingStopConfirmed: '{business}: Artık size şunları göndermeyeceğiz: {purposes}.',
  goesOn: 'Bizden şunları almaya devam edeceksiniz: {purposes}.',
  marketingAgain: 'Yeniden reklam almak için bize tekrar kaydolun.',
  marketing: 'reklam mesajları',
  startConfirmed:
    '{business}: Yeniden hoş geldiniz. Bundan sonra size yine şunları göndereceğiz: {purposes}. Durdurmak için STOP gönderin.',
  optInConfirmed:
    '{business}: Kaydınız tamam. Size WhatsApp’tan şunları göndereceğiz: {purposes}. Durdurmak için STOP, yardım için HELP gönderin.',
  noAdvertising: 'Şu anda bu ülkenin ({country}) numaralarına reklam gönderilemiyor. Seçiminiz yine de geçerli.',
  askWhetherStop: '{business} mesajlarının tümünü durdurmak istiyor musunuz?',
  buttonStop: 'Tümünü durdur',
  buttonKeep: 'Almaya devam et',
  askWhetherStopBySms:
    '{business}: Mesajlarımızın tümünü durdurmak istiyor musunuz? Durdurmak için STOP, devam etmek için START gönderin.',
  help: '{business}: Mesajlarımızı durdurmak için STOP, yeniden almak için START gönderin.',
  howToOptIn: 'Kaydolmak için OPTIN {name} gönderin.',
};
