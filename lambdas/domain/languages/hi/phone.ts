import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'नमस्ते, यह {business} है।',
  listen: 'आप इसके लिए हाँ कह सकते हैं:',
  yes: 'अगर आप सहमत हैं, तो 1 दबाएँ। फिर हम WhatsApp पर दोबारा पूछेंगे।',
  no: 'अगर आपको ये संदेश नहीं चाहिए, तो 2 दबाएँ।',
  thanks: 'धन्यवाद। अब WhatsApp पर हमारे संदेश का जवाब दें।',
  declined: 'ठीक है। आपको ये संदेश नहीं आएँगे।',
  nothing: 'कुछ नहीं बदला। नमस्ते।',
};
