import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Merhaba, burası {business}.',
  listen: 'Şunu kabul edebilirsiniz:',
  yes: 'Kabul ediyorsanız 1’e basın. Sonra WhatsApp’tan yeniden soracağız.',
  no: 'Bu mesajları istemiyorsanız 2’ye basın.',
  thanks: 'Teşekkürler. WhatsApp’taki mesajımıza yanıt verin, hepsi bu.',
  declined: 'Tamam. Bu mesajları almayacaksınız.',
  nothing: 'Hiçbir şey değişmedi. Hoşça kalın.',
};
