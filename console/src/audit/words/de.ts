import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Protokoll',
  lead: 'Jede Handlung, die hier etwas geändert hat, und jede Liste von Menschen, die herausgegeben wurde. Nichts wird je geändert oder entfernt.',
  what: 'Handlung',
  about: 'Worüber, von wem',
  by: 'von',
  when: 'Wann',
  refused: 'abgelehnt',
  unknown: 'unbekannt, ob ausgeführt',
  none: 'Noch ist nichts geschehen',
  noneWhy: 'Was jemand ändert, steht von da an hier.',
};
