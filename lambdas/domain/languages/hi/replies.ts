import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: मैसेज बंद हो गए हैं, अब आपको हमारा कोई मैसेज नहीं आएगा। दोबारा पाने के लिए START भेजें।',
  marketingStopConfirmed: '{business}: अब हम आपको ये मैसेज नहीं भेजेंगे: {purposes}।',
  goesOn: 'हमारे ये मैसेज आपको मिलते रहेंगे: {purposes}।',
  marketingAgain: 'विज्ञापन दोबारा पाने के लिए फिर से साइन अप करें।',
  marketing: 'विज्ञापन वाले मैसेज',
  startConfirmed: '{business}: आपका फिर से स्वागत है। अब आपको हमारे ये मैसेज फिर से मिलेंगे: {purposes}। बंद करने के लिए STOP भेजें।',
  optInConfirmed:
    '{business}: आपका साइन अप हो गया। अब हम आपको WhatsApp पर ये मैसेज भेजेंगे: {purposes}। बंद करने के लिए STOP, मदद के लिए HELP भेजें।',
  noAdvertising: 'फ़िलहाल इस देश ({country}) के नंबरों पर विज्ञापन नहीं भेजे जा सकते। आपकी पसंद फिर भी मान्य है।',
  askWhetherStop: 'क्या आपको {business} के सभी मैसेज बंद करने हैं?',
  buttonStop: 'सभी मैसेज बंद करें',
  buttonKeep: 'मैसेज जारी रखें',
  askWhetherStopBySms: '{business}: क्या आपको हमारे सभी मैसेज बंद करने हैं? बंद करने के लिए STOP, जारी रखने के लिए START भेजें।',
  help: '{business}: हमारे मैसेज बंद करने के लिए STOP भेजें, दोबारा पाने के लिए START भेजें।',
  howToOptIn: 'साइन अप के लिए OPTIN {name} भेजें।',
};
