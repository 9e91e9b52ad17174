import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: kaydınız silindi, artık mesaj almayacaksınız. Yeniden almak için START gönderin.',
  marketingStopConfirmed:
    '{business}: artık pazarlama mesajı almayacaksınız. Kabul ettiğiniz diğer mesajlar devam eder. Yeniden pazarlama mesajı almak için bize tekrar kaydolun.',
  startConfirmed: '{business}: mesajlarımızı yeniden alacaksınız. Durdurmak için STOP gönderin.',
  optInConfirmed:
    '{business}: WhatsApp mesajlarımızı almayı kabul ettiniz. Durdurmak için STOP, yardım için HELP gönderin.',
  askWhetherStop: '{business} mesajlarının tümünü durdurmak istiyor musunuz?',
  buttonStop: 'Tümünü durdur',
  buttonKeep: 'Almaya devam et',
  askWhetherStopBySms:
    '{business}: mesajlarımızı durdurmak istiyor musunuz? Durdurmak için STOP, devam etmek için START gönderin.',
  help: '{business}: mesajlarımızı durdurmak için STOP, yeniden almak için START gönderin.',
  howToOptIn: 'Kaydolmak için OPTIN {name} gönderin.',
};
