import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  title: 'टीम के पास',
  lead: 'जिन्होंने किसी व्यक्ति से बात करने को कहा, या जिन्हें सौंपा गया। वापस भेजने तक, या उनके आख़िरी मैसेज के 24 घंटे बाद तक, ऑटोमैटिक जवाब बंद रहते हैं। STOP हमेशा सुना जाता है।',
  person: 'व्यक्ति',
  since: 'कब से',
  by: 'कैसे',
  lastWrote: 'आख़िरी मैसेज',
  handBack: 'वापस भेजें',
  handedBack: 'वापस भेजा गया। ऑटोमैटिक जवाब फिर चालू हैं।',
  none: 'टीम के पास कोई नहीं है',
  noneWhy: 'जो “किसी से बात करें” दबाए, या लिखकर कहे, वह यहाँ दिखता है।',
  causes: {
    button: 'बटन',
    words: 'उनके शब्द',
    business: 'आपकी टीम',
  },
};
