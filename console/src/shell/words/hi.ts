import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  skip: 'सीधे पेज पर जाएँ',
  navigation: 'विभाग',
  more: 'और',
  close: 'बंद करें',
  business: 'व्यवसाय',
  chooseBusiness: 'व्यवसाय चुनें',
  anotherBusiness: 'व्यवसाय जोड़ें…',
  language: 'भाषा',
  look: 'रूप',
  themes: { system: 'डिवाइस जैसा', light: 'हल्का', dark: 'गहरा' },
  signOut: 'साइन आउट',
  tryingAgain: 'अपने-आप फिर से कोशिश हो रही है।',
  notYourRole: 'यह विभाग आपकी भूमिका में नहीं है',
  notYourKey: 'आपकी कुंजी से यह विभाग नहीं खुलता',
  opensFor: 'यह इनके लिए खुलता है: {roles}।',
  needsScope: 'इसके लिए {scope} वाली कुंजी चाहिए।',
  nothingForYou: 'यहाँ अभी आपके लिए कुछ नहीं है',
  askForOne: 'किसी मालिक से कहें कि आपको कोई व्यवसाय सौंपें।',
  broke: 'पेज का यह हिस्सा रुक गया।',
  brokeHow: 'सहेजा हुआ कुछ भी नहीं खोया है। पेज फिर से लोड करें; फिर भी रुके तो OptLedger चलाने वालों को बताएँ।',
  reload: 'फिर से लोड करें',
  toStart: 'शुरुआत पर जाएँ',
};
