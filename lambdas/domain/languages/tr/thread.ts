import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Seçimimi değiştir',
  buttonStopMarketing: 'Reklamları durdur',
  askWhichBySms:
    '{business}: Mesajlarımızı durdurmak istiyor musunuz? Hepsini durdurmak için STOP, yalnızca reklamları durdurmak için REKLAMLARI DURDUR, devam etmek için START gönderin.',
  getsNow: '{business}: Şu anda bizden size gelenler şunlar: {purposes}.',
  getsNothing: '{business}: Şu anda bizden size hiçbir mesaj gelmiyor.',
  adding: 'Bir şey eklemek için “gelsin” yazanı seçin. Böylece şunu dersiniz:',
  howToAdd: 'Bizden başka mesajlar almak için kaydolun.',
  more: 'Bu listeye her şey sığmıyor. Kalanlar için bize yazın.',
  open: 'Listeyi gör',
  rowGet: '{purposes} gelsin',
  rowStop: '{purposes} gelmesin',
  rowStopAll: 'Her şeyi durdur',
  rowStopAllHint: 'Artık bizden mesaj almayacaksınız',
};
