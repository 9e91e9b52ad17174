import type { Keywords } from '../topics/keywords.ts';

const things = '(mesaje|mesajele|mesaj|sms|sms uri|notificări|notificările|spam|newsletter|mesaje whatsapp|alerte)';
const offers =
  '(promoții|promoțiile|oferte|ofertele|reclame|reclamele|publicitate|reduceri|mesaje (promoționale|publicitare|comerciale|de marketing)|marketing|campanii)';
const each = `(${offers}|${things})`;
const what = `${each}( (și|sau) ${each})?`;

/** Sources: dezabonare: the footer of Romanian SMS senders and field reports; the rest: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `dezabonare, dezabonați-mă, dezabonează-mă, dezabonez, mă dezabonez, dezabonați, mă dezabonați, să mă dezabonez, dezabonati ma, doresc dezabonarea,
    oprește promoțiile, opriți promoțiile, stop promoții, fără reclame, dezaboneaza ma, vreau să mă dezabonez, oprește tot, opriți tot, stop tot`,
  everyday:
    'oprește, opriți, anulează, anulați, anulare, renunț, oprire, terminat, ieșire, ștergeți, încetați, ajunge, renunță, încetează, opreste te, sfârșit',
  maybe:
    'nu mă interesează, nu sunt interesat, nu sunt interesată, lăsați-mă în pace, lasă-mă în pace, nu deranjați, nu mai vreau, nu vreau, nu mă mai interesează, nu mulțumesc nu mă interesează',
  help: 'ajutor',
  preferences: 'preferințe, preferințele mele, schimbă preferințele, modifică preferințele, setări, alege mesajele',
  courtesies:
    'vă rog, te rog, mulțumesc, bună, bună ziua, salut, acum, imediat, mersi, bună seara, bună dimineața, vă mulțumesc, scuze, vă rog frumos, rog, cu stimă, multumesc, va rog, domnule, doamnă',
  requests: `vreau să, aș vrea să, doresc să, puteți să, poți să, și, solicit, cer, vreau, aș dori să, pot să, doresc, vă cer să, vă rog să, te rog să, trebuie să, aș vrea, rog să`,
  greetings: 'bună, bună ziua',
  joiners: 'si, sau, nici',
  things,
  offers,
  phrases: {
    'nu-mai-trimiteti': `(vă rog |te rog )?(să )?nu (îmi |ne |mi )?(mai )?(îmi )?(trimiteți|trimite|trimiteti|scrieți|scrie|contactați|contacta|deranjați|deranja|sunați|expediați)( mi)?( (mie|mai|alte|aceste|niciun|niciodată|la acest număr)){0,3}( ${what})?( (niciodată|de la voi|pe acest număr)){0,2}`,
    'nu-ma-contactati':
      '(vă rog )?(să )?nu (mă|ma|ne) (mai )?(contactați|contacta|contactati|deranjați|deranja|sunați|căutați|căuta)( niciodată)?',
    'nu-mai-vreau': `(eu )?nu (mai )?(vreau|doresc)( (să primesc|să mai primesc|alte|aceste|mai|mesajele voastre|să îmi trimiteți|să văd)){0,3} ${what}( (de la voi|de la dumneavoastră|voastre|dvs)){0,2}`,
    'opriti-mesajele': `(opriți|oprește|stop|încetați|încetează|gata cu|terminați|anulați|opriti|ajunge cu|basta)( (cu|toate|trimiterea de|să mai trimiteți|să îmi trimiteți|să trimiteți|de trimis|aceste)){0,2} ${what}`,
    'stergeti-ma':
      '(ștergeți|șterge|scoateți|scoate|eliminați|radiați|stergeti)( mă| ma)?( (numărul meu|numele meu|datele mele|contactul meu|acest număr|numarul meu))?( (din|de pe)( (lista|listă|baza de date|baza|agenda|lista voastră|lista de contacte|grup|liste))?( (voastră|dvs|aceasta|dumneavoastră))?)',
    'stergeti-numarul':
      '(ștergeți|șterge|eliminați|scoateți|stergeti) (numărul meu|numele meu|datele mele|contactul meu|acest număr)',
    'retrag-acordul': '(îmi retrag|retrag|revoc|imi retrag)( mi)? (acordul|consimțământul|permisiunea)( meu| mea)?',
    'fara-mesaje': `(fără|gata|nu mai|niciun fel de) (alte )?${what}`,
  },
  maybePhrases: {
    'nu-primesc': 'nu (mai )?(vreau|doresc) să (mai )?primesc',
    'de-unde-numar': '(de unde aveți|cine v a dat|cum ați obținut) numărul meu',
    dezabona: '(dezabonez|dezabonare|dezaboneze)',
  },
  harmless: ['stația de autobuz', 'la final', 'anulați comanda'],
  prefers: '(doar|numai|mai bine|prefer|e ok|ok|ajunge|bine|da|suficient|pe)',
};
