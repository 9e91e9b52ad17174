import type { Keywords } from '../topics/keywords.ts';

const things =
  '(mensahe|mga mensahe|message|messages|text|texts|mga text|sms|abiso|spam|notification|notifications|mga notification|chat|txt)';
const offers =
  '(promo|promos|mga promo|alok|mga alok|promosyon|mga promosyon|patalastas|mga patalastas|ads|mga ads|advertisement|marketing|offers|mga offer|offer|promotions|anunsyo)';
const each = `((mga |ng |ang )?(${offers}|${things}))`;
const what = `${each}( (at|o) ${each})?`;

/** Sources: itigil, tigil, hinto: the SMS keyword list of a service in use; the rest: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `mag-unsubscribe, magunsubscribe, itigil ang mga mensahe, itigil ang mensahe, itigil ang mga promo, itigil ang mga promosyon, huwag na kayong magtext, huwag na magtext,
    wag na magtext, wag na kayo magtext, tanggalin ang number ko, alisin ang number ko, i-unsubscribe ako, paki unsubscribe, paki unsubscribe ako, ihinto ang mga mensahe, itigil lahat, itigil ang lahat, ihinto lahat`,
  everyday:
    'itigil, tigil, hinto, ihinto, tumigil, tigilan, kanselahin, ikansela, tigil na, itigil na, hinto na, tama na, tumigil na, kansela, tapusin, itigil mo',
  maybe:
    'ayoko na, ayaw ko na, hindi interesado, hindi ako interesado, wag na, huwag na, tigilan mo ako, tigilan nyo ako, ayoko, ayaw ko, di ako interesado, nakakainis na',
  help: 'tulong',
  preferences:
    'mga kagustuhan, kagustuhan ko, baguhin ang mga mensahe, piliin ang mga mensahe, palitan ang mga mensahe',
  courtesies:
    'po, opo, pakiusap, salamat, salamat po, maraming salamat, kumusta, magandang umaga, magandang hapon, magandang gabi, ngayon, agad, ngayon na, paki, sana, nga, naman, kayo, paumanhin, boss, sir, maam, mam, na po, pls po',
  requests: `gusto kong, gusto ko, gusto ko nang, pwede bang, puwede bang, pwede ba, at, maaari bang, nais kong, pwede, gusto ko na, kailangan kong, hinihiling kong, paki, gusto ko po, gusto ko pong, gusto ko na pong`,
  greetings: 'kumusta',
  tails: 'ito, na ito',
  joiners: 'at',
  things,
  offers,
  phrases: {
    'itigil-mensahe': `(itigil|ihinto|tigilan|stop|patigilin|kanselahin|itigil na|stop na|tama na|tigil na)( (na|nyo|ninyo|mo|po|ang|sa|ng|yung|ang pag|pag|lahat ng|pagpapadala ng|pagsend ng|pagpadala ng|pagpapadala)){0,5} ${what}( (na ito|sa akin|ninyo|nyo|na yan|po)){0,2}`,
    'huwag-magpadala': `(huwag|wag|hwag|wag na wag)( (na|nang|po|kayong|kayo|kang|mo|nyo|ninyo|akong|ako|muling|na po)){0,4} (magpadala|magsend|mag send|magtext|mag text|padalhan|itext|i text|imessage|i message|kontakin|kontakin ako|tawagan|magmessage|mag message|magpadala pa|guluhin|istorbohin|abalahin|contact|icontact|i contact|magchat|ichat)( (ng|na|pa|po|ako|akong|sa akin|mga|kahit anong|ulit|pang|muli)){0,4}( ${what})?( (sa akin|ulit|po|pa|muli|sa number na ito|kahit kailan)){0,3}`,
    'ayaw-ko': `(ayaw|ayoko|ayaw ko|di ko gusto|hindi ko gusto|hindi ko na gusto|ayaw na)( (ko|na|kong|nang|po|na po|ng|akong)){0,4}( (makatanggap|tumanggap|makareceive|mareceive|matanggap|makakuha|makita))( (ng|pa|mga|ang|na|po|ang mga|pa ng)){0,3} ${what}( (ninyo|nyo|mula sa inyo|na ito|galing sa inyo|po)){0,2}`,
    'ayaw-ng-mensahe': `(ayaw ko|ayoko|ayaw ko na|ayoko na|ayaw na)( (na|ng|po|sa|nang|ko)){0,3} ${what}( (ninyo|nyo|na ito|po|na)){0,2}`,
    'tanggalin-ako':
      '(tanggalin|alisin|burahin|tanggalin na|paki tanggal|pakitanggal|pakialis|alisin na|i remove|iremove|idelete|i delete|remove|delete|erase|burahin na)( (na|po|nyo|ninyo|mo|ang)){0,3} (ako|number ko|numero ko|pangalan ko|contact ko|ang number ko|ang numero ko|ang pangalan ko|yung number ko|ang aking numero|aking numero|ang aking pangalan)( (na|po|sa)){0,2}( (listahan|list|database|contacts|inyong listahan|listahan ninyo|group|list nyo|listahan nyo))?( (ninyo|nyo))?',
    'wala-nang': `(wala nang|walang|no more|wag nang|wag na|huwag na|huwag nang|tama na ang|tama na sa) ${what}( (please|po|na))?`,
    'binabawi-pahintulot':
      '(binabawi|inaalis|kinakansela|binabawi ko|tinatanggal) (ko )?(na )?(ang )?(aking )?(pahintulot|permiso|consent)( ko)?',
  },
  maybePhrases: {
    'saan-number': '(saan|paano|kanino) (nyo|ninyo|mo) (nakuha|kinuha) (ang )?(number|numero) ko',
    'wag-na': '(huwag|wag) (na )?(kayong |kayo |kang |po )?(mag ?text|mag ?send|magpadala|mag ?message)',
    'ayaw-na': '(ayaw|ayoko) (ko )?na(ng)? (makatanggap|tumanggap|makareceive)',
  },
  harmless: ['(bus|jeep) stop', 'hindi tumitigil', 'huwag (kang |kayong )?(titigil|tumigil|hihinto)'],
  prefers: '(lang|lamang|mas mabuti|okay|ok|pwede|puwede|mas gusto|nalang|na lang|sige|mas maganda|sa)',
};
