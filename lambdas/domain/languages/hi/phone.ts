import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'नमस्ते, यह {business} है।',
  listen: 'आप इसके लिए हाँ कह सकते हैं:',
  yes: 'अगर आप सहमत हैं, तो 1 दबाएँ। यह तभी मान्य होगा, जब WhatsApp पर भी आपकी हाँ मिले।',
  no: 'अगर आपको ये संदेश नहीं चाहिए, तो 2 दबाएँ।',
  thanks: 'धन्यवाद। अगर हम WhatsApp पर पूछें, तो वहाँ जवाब दें। यह तभी मान्य होगा।',
  declined: 'ठीक है। आपको ये संदेश नहीं आएँगे।',
  nothing: 'कुछ नहीं बदला। नमस्ते।',
};
