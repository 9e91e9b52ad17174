import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'मेरी पसंद बदलें',
  buttonStopMarketing: 'विज्ञापन बंद करें',
  askWhichBySms:
    '{business}: क्या आपको हमारे मैसेज बंद करने हैं? सभी बंद करने के लिए STOP, सिर्फ़ विज्ञापन के लिए “विज्ञापन बंद करें”, जारी रखने के लिए START भेजें।',
  getsNow: '{business}: अभी आपको हमारे ये मैसेज मिलते हैं: {purposes}।',
  getsNothing: '{business}: अभी आपको हमारा कोई मैसेज नहीं मिलता।',
  adding: 'कुछ और पाने के लिए “पाएँ” चुनें। इससे आप कहते हैं:',
  howToAdd: 'कुछ और पाने के लिए हमारे यहाँ साइन अप करें।',
  more: 'इस सूची में सब कुछ नहीं आता। बाक़ी के लिए हमें लिखें।',
  open: 'सूची देखें',
  rowGet: '{purposes} पाएँ',
  rowStop: '{purposes} बंद करें',
  rowStopAll: 'सभी मैसेज बंद करें',
  rowStopAllHint: 'अब आपको हमारा कोई मैसेज नहीं आएगा',
};
