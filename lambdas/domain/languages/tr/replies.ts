import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: kaydınız silindi, artık mesaj almayacaksınız. Yeniden almak için START gönderin.',
  marketingStopConfirmed: '{business}: artık bizden şunları almayacaksınız: {purposes}.',
  goesOn: 'Şunları almaya devam edeceksiniz: {purposes}.',
  marketingAgain: 'Yeniden pazarlama mesajı almak için bize tekrar kaydolun.',
  marketing: 'pazarlama mesajları',
  startConfirmed: '{business}: bizden yeniden şunları alacaksınız: {purposes}. Durdurmak için STOP gönderin.',
  optInConfirmed:
    '{business}: kaydınız tamam, WhatsApp’tan bizden şunları alacaksınız: {purposes}. Durdurmak için STOP, yardım için HELP gönderin.',
  askWhetherStop: '{business} mesajlarının tümünü durdurmak istiyor musunuz?',
  buttonStop: 'Tümünü durdur',
  buttonKeep: 'Almaya devam et',
  askWhetherStopBySms:
    '{business}: mesajlarımızı durdurmak istiyor musunuz? Durdurmak için STOP, devam etmek için START gönderin.',
  help: '{business}: mesajlarımızı durdurmak için STOP, yeniden almak için START gönderin.',
  howToOptIn: 'Kaydolmak için OPTIN {name} gönderin.',
};
