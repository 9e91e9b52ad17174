import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  title: 'साइन इन',
  lead: 'देखें किसने हाँ कहा, किसने ना, और क्यों।',
  key: 'API कुंजी',
  keyHint: 'यह olk_ से शुरू होती है और टैब बंद होने तक इसी टैब में रहती है।',
  signIn: 'साइन इन करें',
  noKey: 'कुंजी लिखें।',
  over: 'फिर से साइन इन करें',
  overWhy: 'आपका सत्र समाप्त हो गया। आपने जो लिखा था वह यहीं है: साइन इन करें और आगे बढ़ें।',
  refused: 'इस कुंजी से यहाँ कुछ नहीं खुलता।',
  whereFrom:
    'आपकी अपनी मशीन पर npm start एक लिंक दिखाता है जिससे साइन इन होता है। कहीं और, OptLedger चलाने वाले आपको कुंजी देते हैं।',
};
