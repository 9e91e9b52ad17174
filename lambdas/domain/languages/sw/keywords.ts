import type { Keywords } from '../topics/keywords.ts';

const things = '(ujumbe|jumbe|meseji|sms|arifa|taarifa|spam|matangazo ya sms|text|texts|ujumbe huu|meseji hizi)';
const offers =
  '(matangazo|tangazo|ofa|promosheni|punguzo|ujumbe wa (matangazo|biashara|promosheni|masoko|ofa)|meseji za (matangazo|promosheni|ofa|biashara)|masoko|promo|biashara)';
const each = `(${offers}|${things})`;
const what = `${each}( (na|au) ${each})?`;

/** Sources: sitisha, simamisha: cancel words of bots in use; the rest: no source, everyday usage. "acha" alone is missing on purpose: in Hindi it is "good". */
export const keywords: Keywords = {
  explicit: `jiondoe, jitoe, kujiondoa, niondoe, niondoeni, nitoe kwenye orodha, niondoe kwenye orodha, sitisha ujumbe, acha kutuma ujumbe, acheni kunitumia ujumbe, msinitumie ujumbe,
    usinitumie ujumbe, sitisha matangazo, sitisha ofa, acha kunitumia ujumbe, simamisha matangazo, sitisha promosheni, futa namba yangu, sitisha zote, sitisha yote, simamisha zote`,
  everyday: 'sitisha, simamisha, komesha, futa, ghairi, ondoa, katisha, acheni, sitisheni, maliza, imetosha',
  maybe:
    'sihitaji, sina haja, sipendi, sivutiwi, niacheni, niache, inatosha, usinisumbue, msinisumbue, sitaki, sitaki tena, sina nia',
  help: 'msaada',
  preferences: 'mapendeleo, mapendeleo yangu, badilisha mapendeleo, chagua ujumbe, mipangilio',
  courtesies:
    'tafadhali, asante, asanteni, habari, jambo, hujambo, mambo, sasa, mara moja, sasa hivi, asante sana, samahani, shukrani, ndugu, tafadhalini, salamu, shikamoo, haraka',
  requests: `nataka, ningependa, naomba, naweza, mnaweza, na, unaweza, ninataka, ninaomba, nahitaji, nataka ku, ninaweza, nawaomba, nakuomba, ningependa ku, je naweza`,
  greetings: 'habari, jambo',
  joiners: 'na, au',
  things,
  offers,
  phrases: {
    'sitisha-ujumbe': `(sitisha|sitisheni|simamisha|acha|acheni|komesha|zima|katisha|stop|funga)( (kutuma|kunitumia|kutuma hizi|kutuletea|kuniletea|hizi|huu|zote|wote|hii|kupokea|kunisumbua na|kwa)){0,3} ${what}( (hizi|huu|zote|zenu|wenu|yenu|tena|kwangu|kwa namba hii|haya)){0,2}`,
    usitume: `(usinitumie|msinitumie|usitume|msitume|usiniandikie|msiniandikie|usiwasiliane|msiwasiliane|usinisumbue|msinisumbue|usinipigie|msinitumie tena)( (tena|nami|na mimi|kwangu|mimi|zaidi|kamwe|na)){0,3}( ${what})?( (tena|zaidi|kwangu|kamwe|yoyote|wowote|zozote|zenu)){0,2}`,
    'sitaki-ujumbe': `(mimi )?(sitaki|sipendi|sihitaji|sitaki tena|sitaki kabisa)( (tena|kupokea|kupata|kuona|kutumiwa|kuletewa)){0,3} ${what}( (hizi|zenu|wenu|yenu|tena|kutoka kwenu|kutoka kwako|huu|haya)){0,2}`,
    niondoe:
      '(niondoe|niondoeni|nitoe|nitoeni|ondoa namba yangu|ondoeni namba yangu|futa namba yangu|futeni namba yangu|ondoa jina langu|futa jina langu|toa namba yangu|toeni namba yangu|ondoa nambari yangu|futa nambari yangu|ondoeni jina langu|ondoa mawasiliano yangu)( (kwenye|katika|kutoka|kwa|kutoka kwenye)( (orodha|orodha yenu|kundi|mfumo|listi|list|hifadhidata|orodha hii|orodha yako))?)?',
    'nafuta-idhini': '(nafuta|ninafuta|natengua|naondoa|ninaondoa|nabatilisha) (idhini|ruhusa|kibali)( yangu| changu)?',
    kujiondoa:
      '(kujiondoa|nijiondoe|kujitoa|nijitoe)( (kwenye|katika|kutoka)( (orodha|kundi|huduma|orodha yenu|huduma hii|ujumbe huu))?)?',
    'acha-kunitumia':
      '(acha|acheni) (kunitumia|kuniandikia|kunisumbua|kutuma|kuwasiliana nami|kunipigia)( (tena|meseji|hizi))?',
  },
  maybePhrases: {
    'sitaki-kupokea': '(sitaki|sipendi) (kupokea|kupata)',
    'namba-wapi': '(mmepata|umepata|mlipata) wapi (namba|nambari) yangu',
    'jinsi-ya-kujiondoa': '(kujiondoa|kujitoa|jiondoe)',
  },
  harmless: ['kituo cha (basi|daladala)', 'bila kusimama'],
  prefers: '(tu|pekee|bora|sawa|inatosha|napendelea|ni nzuri|afadhali|ndiyo|kupitia|kwa)',
};
