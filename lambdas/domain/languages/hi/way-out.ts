import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'यह पूरी तरह आपकी इच्छा पर है; यह किसी ख़रीदारी की शर्त नहीं है। आप किसी भी समय, बिना किसी शुल्क के, संदेश रोक सकते हैं: चैट में STOP या “बंद करें” लिखकर भेजें।',
  footer: 'संदेश बंद करने के लिए STOP लिखकर भेजें।',
  optOutButton: 'संदेश बंद करें',
};
