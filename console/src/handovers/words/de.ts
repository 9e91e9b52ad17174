import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Bei einem Menschen',
  lead: 'Wer nach einem Menschen gefragt hat oder übergeben wurde. Automatische Antworten schweigen, bis Sie zurückgeben, oder bis 24 Stunden nach der letzten Nachricht. STOP wird immer gehört.',
  person: 'Person',
  since: 'Seit',
  by: 'Durch',
  lastWrote: 'Schrieb zuletzt',
  handBack: 'Zurückgeben',
  handedBack: 'Zurückgegeben. Automatische Antworten antworten wieder.',
  none: 'Niemand ist bei einem Menschen',
  noneWhy: 'Wer „Persönliche Hilfe“ drückt oder in Worten danach fragt, steht hier.',
  causes: {
    button: 'Taste',
    words: 'Eigene Worte',
    business: 'Ihr Team',
  },
};
