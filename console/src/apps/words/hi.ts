import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  title: 'आपका व्यवसाय',
  lead: 'शुरू करने के लिए तीन जवाब काफ़ी हैं; छोटे नाम को छोड़कर सब बाद में बदला जा सकता है।',
  displayName: 'नाम',
  displayNameHint: 'जैसा लोग जानते हैं। यह पेजों और सवालों में दिखता है।',
  appId: 'छोटा नाम',
  appIdHint: 'पतों और डेवलपरों के लिए: छोटे लैटिन अक्षर, अंक और हाइफ़न। यह हमेशा रहता है।',
  locale: 'आपके लोगों की भाषा',
  timeZone: 'समय क्षेत्र',
  timeZoneHint: 'जैसे Asia/Kolkata।',
  purpose: 'आप किस बारे में लिखेंगे?',
  purposeHint: 'लोग इसी के लिए हाँ कहते हैं, और किसी के लिए नहीं। शुरू में एक; बाद में और जोड़ें।',
  purposeName: 'ऑफ़र और ख़बरें',
  category: 'यह किस तरह का संदेश है?',
  categoryHint: 'WhatsApp के शब्दों में: ऑफ़र मार्केटिंग हैं, ऑर्डर की ख़बर सेवा है।',
  whatsapp: 'WhatsApp नंबर',
  whatsappLater: 'अभी नंबर न हो तो ख़ाली छोड़ें।',
  phone: 'नंबर',
  phoneNumberId: 'फ़ोन नंबर ID',
  wabaId: 'WhatsApp Business खाता ID',
  portfolioId: 'बिज़नेस पोर्टफ़ोलियो ID',
  metaHint: 'अंक। Meta के WhatsApp Manager में, नंबर की सेटिंग में।',
  make: 'व्यवसाय जोड़ें',
  made: '{name} अब यहाँ है।',
};
