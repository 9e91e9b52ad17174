import type { Keywords } from '../topics/keywords.ts';

const things = '(मैसेज|मेसेज|संदेश|सन्देश|एसएमएस|संदेशों|मैसेजेस|नोटिफिकेशन|व्हाट्सएप|messages?|msgs?|sms|whatsapp|notifications?)';
const offers =
  '(प्रमोशन|प्रमोशन्स|ऑफर|ऑफ़र|ऑफर्स|विज्ञापन|प्रचार|मार्केटिंग|promotions?|promos?|offers?|ads|advertisements?|marketing)';
const what = `(${offers}|${things})( (${offers}|${things}))?`;
const end =
  '(बंद (करो|करें|कर दो|कर दीजिए|कीजिए|कर दें|करिए|करना|हो)|मत (भेजो|भेजिए|भेजें|भेजना|करो|करिए|कीजिए)|न भेजें|ना भेजें|रोको|रोकें|रोक दो|रोक दीजिए|नहीं चाहिए|नहीं चाहते|band (karo|kar do|karein|kijiye|karna|kro|kardo)|mat (bhejo|bhejna|bhejiye|karo|bhejen)|nahi chahiye|na bhejo|roko|rok do)';

/** Sources: opt-out matchers in use (बंद करो, रोको, स्टॉप, band karo). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  scripts: ['Devanagari', 'Latin'],
  explicit: `
    मैसेज बंद करो, मैसेज बंद करें, संदेश बंद करें, मैसेज भेजना बंद करो, मैसेज मत भेजो, मुझे मैसेज मत भेजो,
    मैसेज मत करो, सदस्यता समाप्त करें, सदस्यता रद्द करें, अनसब्सक्राइब, प्रमोशन बंद करें, प्रमोशन रोकें, ऑफर बंद करो, प्रचार बंद करें, सब बंद करो, सब बंद करें, सभी बंद करें`,
  stop: 'बंद करो, बंद करें, बंद कर दो, स्टॉप, band karo, band kar do, band karein, band kro',
  everyday:
    'रोको, रोकें, roko, बंद, रद्द करें, रद्द करो, रद्द, समाप्त, हटाओ, हटाएं, बंद कीजिए, बंद कर दीजिए, cancel karo, cancel kar do',
  maybe:
    'mat karo, mat bhejo, मत भेजो, नहीं चाहिए, nahi chahiye, मुझे नहीं चाहिए, mujhe nahi chahiye, परेशान मत करो, pareshan mat karo, बस करो, bas karo, दिलचस्पी नहीं है, interested nahi hu',
  help: 'मदद, सहायता, madad',
  preferences: 'मेरी पसंद बदलें, मेरी पसंद, पसंद बदलें, मैसेज बदलें, मेरे मैसेज बदलें, सेटिंग, सेटिंग्स, meri pasand, pasand badle',
  courtesies:
    'प्लीज, कृपया, प्लीज़, धन्यवाद, शुक्रिया, नमस्ते, नमस्कार, अभी, तुरंत, भाई, सर, मैडम, जी, kripya, dhanyawad, shukriya, namaste, abhi, bhai, yaar, sir ji, ji, जल्दी',
  requests: 'मैं चाहता हूँ कि, मैं चाहती हूँ कि, मुझे, क्या आप, आप, और, मैं, mujhe, main, aap, kya aap, हमें, hame',
  requestEnds:
    'करना चाहता हूँ, करना चाहती हूँ, चाहता हूँ, चाहती हूँ, करना है, चाहिए, karna hai, karna chahta hu, karna chahti hu, सकते हैं, सकते हो',
  greetings: 'नमस्ते',
  joiners: 'और, या',
  things,
  offers,
  phrases: {
    'message-band-karo':
      '(mujhe )?(messages?|msgs?|sms|ye msg|ye message)( bhejna)? (band kar(o|do|ein|iye)?|band kar do|mat bhejo|mat bhejna|mat bhejiye|mat karo)',
    'sandesh-band-karen': `(मुझे |आगे से |अब |और |मेरे नंबर पर |इस नंबर पर |आपके |ये |यह |सारे |सभी |कोई |mujhe |ab |aur |ye |yeh |sare |koi |mere number par |aage se ){0,4}(${what} )(भेजना |करना |आना |bhejna |karna |और |aur |अब |ab ){0,2}${end}( है| हैं| hai)?`,
    'mat-bhejo':
      '(मुझे |आगे से |अब |कभी |mujhe |ab |aage se ){1,3}(मत भेजो|मत भेजिए|कुछ मत भेजो|मैसेज न करें|संपर्क न करें|संपर्क मत करो|कॉन्टैक्ट मत करो|contact mat karo|mat bhejo|kuch mat bhejo)',
    'suchi-se-hatao':
      '(मेरा नंबर|मुझे|मेरा नाम|mera number|mujhe|mera naam)( (अपनी|इस|apni|is|aapki|आपकी))?( (सूची|लिस्ट|list|डेटाबेस|database) (से|se))? (हटाओ|हटाएं|हटा दो|हटा दें|हटा दीजिए|हटाइए|निकालो|निकाल दो|डिलीट करो|hatao|hata do|nikalo|nikal do|delete karo|remove karo|remove kar do|हटाइये)',
    'sahmati-vapas': '(मैं )?(अपनी )?सहमति वापस (लेता हूँ|लेती हूँ|लें|लेना चाहता हूँ)',
  },
  maybePhrases: {
    'sandesh-kaise-band': `${things} (कैसे|kaise) (बंद|रोक|band|rok)`,
    'band-kaise': '(बंद|band) (कैसे|kaise)',
  },
  harmless: ['बस स्टॉप', 'bus stop'],
  prefers: '(केवल|सिर्फ|सिर्फ़|बस|ठीक|sirf|keval|bas|theek|thik|ok|चलेगा|chalega|सही|हाँ|haan)',
};
