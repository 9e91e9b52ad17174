import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'यह पूरी तरह आपकी मर्ज़ी है और किसी ख़रीदारी की शर्त नहीं है। आप कभी भी, बिना किसी शुल्क के, मैसेज बंद कर सकते हैं: चैट में STOP या “बंद करें” लिखकर भेजें।',
  footer: 'मैसेज बंद करने के लिए STOP लिखकर भेजें।',
  optOutButton: 'सभी मैसेज बंद करें',
};
