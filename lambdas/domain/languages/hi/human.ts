import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'किसी से बात करें',
  wayToHuman: 'किसी व्यक्ति से बात करने के लिए एजेंट लिखकर भेजें।',
  handedOver: 'धन्यवाद। {business} से कोई व्यक्ति आपको यहीं मैसेज करेगा।',
  handedOverAway: 'धन्यवाद। {business} से कोई व्यक्ति आपको यहीं मैसेज करेगा। हम फिर खुलेंगे: {when}',
  words: `एजेंट, एजेन्ट, इंसान, व्यक्ति, प्रतिनिधि, ऑपरेटर, कस्टमर केयर, ग्राहक सेवा, insaan, insan, kisi insaan se baat, agent se baat,
    customer care se baat`,
  phrases: {
    'kisi-se-baat':
      '((किसी|kisi|एक|ek) )?(एजेंट|एजेन्ट|इंसान|व्यक्ति|आदमी|प्रतिनिधि|किसी|agent|insaan|insan|aadmi|person|human|kisi) (से|se) (बात|baat|bat)( (करनी|करना|करवाओ|करवाइए|कराओ|कराइए|करें|karni|karna|karao|karwao|karwaiye|karaiye|kare))?( (है|हैं|hai))?',
  },
};
