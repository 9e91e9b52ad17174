import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  states: {
    'never-asked': 'कभी नहीं पूछा',
    pending: 'फ़ोन की प्रतीक्षा',
    'opted-in': 'सहमत',
    'opted-out': 'मना किया',
    expired: 'अवधि समाप्त',
    erased: 'मिटाया गया',
  },
  sources: {
    api: 'आपके अपने सिस्टम से',
    'web-form': 'वेब फ़ॉर्म पर',
    paper: 'काग़ज़ पर',
    'point-of-sale': 'बिल काउंटर पर',
    'call-centre': 'फ़ोन पर',
    import: 'इम्पोर्ट से',
    ivr: 'फ़ोन मेन्यू से',
    email: 'ईमेल से',
    policy: 'व्यवसाय के नियम से',
    'whatsapp-message': 'WhatsApp संदेश में',
    'whatsapp-button': 'WhatsApp के बटन से',
    'whatsapp-platform': 'WhatsApp की सेटिंग में',
    'in-app-signup': 'WhatsApp में साइन-अप से',
    'messaging-provider': 'मैसेजिंग कंपनी की सूचना से',
    'sms-keyword': 'SMS से',
    'preference-page': 'पसंद वाले पेज पर',
    'personal-link': 'निजी लिंक से',
    erasure: 'डेटा मिटाने से',
  },
  categories: { marketing: 'मार्केटिंग', utility: 'सेवा', authentication: 'कोड' },
};
