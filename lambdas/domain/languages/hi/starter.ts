import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `WhatsApp पर ${business} के मैसेज`,
  agreement: (business) => `मैं सहमत हूँ कि ${business} की ओर से मुझे {number} पर WhatsApp के ज़रिए ये मैसेज भेजे जाएँ: {purposes}।`,
  purposes: {
    marketing: 'ऑफ़र और नई ख़बरें',
    utility: 'ऑर्डर के अपडेट',
    authentication: 'वन-टाइम कोड',
  },
  benefits: (business) => `सीधे आपके फ़ोन पर, और ${business} को आप उसी चैट में जवाब दे सकते हैं।`,
  frequency: {
    marketing: 'ऑफ़र और नई ख़बरें: महीने में ज़्यादा से ज़्यादा चार बार।',
    utility: 'ऑर्डर के अपडेट: सिर्फ़ तब, जब आपके ऑर्डर में कुछ नया हो।',
    authentication: 'कोड: सिर्फ़ तब, जब आप माँगें।',
  },
  privacy: (business) =>
    `${business} के प्राइवेसी नोटिस में लिखा है कि हम कौन हैं और हमसे कैसे संपर्क करें, हम आपके नंबर का क्या करते हैं, आपके क्या अधिकार हैं और शिकायत कहाँ करें।`,
};
