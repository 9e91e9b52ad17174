import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: आपके लिए संदेश बंद कर दिए गए हैं। दोबारा पाने के लिए START भेजें।',
  marketingStopConfirmed: '{business}: अब हम आपको ये संदेश नहीं भेजेंगे: {purposes}।',
  goesOn: 'ये आपको मिलते रहेंगे: {purposes}।',
  marketingAgain: 'प्रचार दोबारा पाने के लिए हमारे यहाँ फिर से सहमति दें।',
  marketing: 'प्रचार के संदेश',
  startConfirmed: '{business}: अब आपको हमारे ये संदेश फिर से मिलेंगे: {purposes}। बंद करने के लिए STOP भेजें।',
  optInConfirmed:
    '{business}: हो गया, अब आपको WhatsApp पर हमारे ये संदेश मिलेंगे: {purposes}। बंद करने के लिए STOP, मदद के लिए HELP भेजें।',
  askWhetherStop: 'क्या आप {business} के सभी संदेश बंद करना चाहते हैं?',
  buttonStop: 'सभी बंद करें',
  buttonKeep: 'जारी रखें',
  askWhetherStopBySms: '{business}: क्या आप हमारे संदेश बंद करना चाहते हैं? बंद करने के लिए STOP, जारी रखने के लिए START भेजें।',
  help: '{business}: संदेश बंद करने के लिए STOP भेजें, दोबारा पाने के लिए START भेजें।',
  howToOptIn: 'सहमति देने के लिए OPTIN {name} भेजें।',
};
