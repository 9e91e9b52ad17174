import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Merhaba, burası {business}.',
  listen: 'Şunu kabul edebilirsiniz:',
  yes: 'Kabul ediyorsanız 1’e basın. Bu, ancak WhatsApp’ta da evet derseniz geçerli olur.',
  no: 'Bu mesajları istemiyorsanız 2’ye basın.',
  thanks: 'Teşekkürler. WhatsApp’tan sorarsak oradan yanıt verin; ancak o zaman geçerli olur.',
  declined: 'Tamam. Bu mesajları almayacaksınız.',
  nothing: 'Hiçbir şey değişmedi. Hoşça kalın.',
};
