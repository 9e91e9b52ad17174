import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `WhatsApp पर ${business} के संदेश`,
  agreement: (business) => `मेरी सहमति है कि ${business} मुझे WhatsApp पर, {number} पर, {purposes} भेजे।`,
  purposes: {
    marketing: 'ऑफ़र और समाचार',
    utility: 'ऑर्डर की जानकारी',
    authentication: 'एक बार इस्तेमाल होने वाले कोड',
  },
  benefits: (business) =>
    `आप जो चुनेंगे, वह उसी चैट में मिलेगा जिसे आप रोज़ इस्तेमाल करते हैं, और आप वहीं ${business} को जवाब भी दे सकते हैं।`,
  frequency: {
    marketing: 'ऑफ़र और समाचार महीने में ज़्यादा से ज़्यादा चार बार आएँगे।',
    utility: 'ऑर्डर की जानकारी तभी आएगी जब किसी ऑर्डर में कुछ नया हो।',
    authentication: 'कोड तभी आएगा जब आप उसे माँगेंगे।',
  },
  privacy: (business) =>
    `${business} की गोपनीयता सूचना में लिखा है कि हम कौन हैं और हमसे कैसे संपर्क करें, हम आपके नंबर का क्या करते हैं, आपके क्या अधिकार हैं और शिकायत कहाँ करें।`,
};
