import type { Keywords } from '../topics/keywords.ts';

const things = '(messaggi|messaggio|sms|notifiche|comunicazioni|spam|whatsapp)';
const offers =
  '(promozioni|promozione|promo|pubblicita|offerte|offerta|sconti|campagne|messaggi (promozionali|pubblicitari|commerciali)|marketing)';
const each = `(${offers}|${things})`;
const what = `${each}( (e|o|ne) ${each})?`;
const some =
  '( (piu|altri|altre|questi|queste|i|le|gli|la|vostri|vostre|tuoi|tue|di|dei|delle|a|ai|alle|con|tutti|tutte)){0,3}';
const list = '(lista|liste|rubrica|elenco|database|contatti|gruppo|mailing list|archivio)';

/** Sources: opt-out matchers in use (basta messaggi, cancellami, disiscrivimi, annulla iscrizione, interrompi, esci, annulla, termina), Meta's
 * quick reply ("Interrompi promozioni"). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `
    basta messaggi, cancellami, cancellatemi, disiscrivimi, disiscrivetemi, disiscriviti, disiscrivere,
    annulla iscrizione, annulla l’iscrizione, cancella iscrizione, rimuovimi, rimuovetemi,
    toglietemi dalla lista, toglimi dalla lista, disiscrizione, disiscrivermi, cancellarmi dalla lista, cancella la mia iscrizione, interrompi tutto, ferma tutto, annulla tutto, stop tutto`,
  everyday: `interrompi, esci, annulla, termina, basta così, cancella, cancellare, annullare, ferma, fermati, fermatevi, smettila, smettetela,
    rimuovi, disattiva, interrompere, uscire`,
  maybe: `non mi interessa, non interessato, non sono interessato, non sono interessata, lasciatemi in pace, lasciami in pace, non disturbare, non mi interessa grazie, non voglio più, niente sms, no sms, niente messaggi`,
  start: 'sottoscrivi, riprendi, avvia, inizia',
  help: 'aiuto',
  preferences:
    'preferenze, le mie preferenze, cambia cosa ricevo, cambiare cosa ricevo, modifica preferenze, cambia preferenze, cambia le mie preferenze, cambia messaggi, scegli messaggi, gestisci messaggi, impostazioni',
  courtesies: `per favore, per cortesia, grazie, ciao, buongiorno, buonasera, salve, grazie mille, subito, adesso, ora, scusate, scusi, cortesemente,
    gentilmente, perfavore, pf, buona sera, saluti, cordiali saluti`,
  requests: `voglio, vorrei, desidero, potete, e, può, puoi, potreste, chiedo di, vi prego di, prego, posso, vi chiedo di, dovete, mi può, mi potete, desidererei, vorrei che, siete pregati di`,
  greetings: 'ciao, buongiorno, buonasera, salve',
  tails: 'questo, da questo gruppo, dal gruppo',
  joiners: 'ed, messaggi',
  reactions: 'piace, non piace, ha adorato, ha messo mi piace a, ha riso per, ha enfatizzato, ha contestato',
  things,
  offers,
  phrases: {
    'smettere-di-inviare': `(smettila|smettetela|smettere|smetti|smettete|smetta|basta) (di )?(inviarmi|mandarmi|scrivermi|contattarmi|disturbarmi|inviare|mandare)${some}( ${what})?`,
    'non-inviare': `non (inviatemi|mandatemi|inviarmi|mandarmi|inviate|mandate|mi inviate|mi mandate|inviate mi)${some} ${what}`,
    'non-scrivere-piu':
      'non (scrivetemi|scrivermi|contattatemi|contattarmi|mandatemi|inviatemi|disturbatemi|disturbarmi|mi contattate|mi scrivete) piu( niente| nulla)?',
    'non-voglio-messaggi': `non (voglio|desidero|vogliamo)( piu)?( ricevere)?${some} ${what}( da voi| vostri)?`,
    'non-voglio-ricevere-nulla': 'non (voglio|desidero)( piu)? ricevere( piu)? (niente|nulla)( da voi)?',
    'basta-messaggi': `(basta|interrompi|ferma|fermate|stop|blocca|bloccate|interrompere|disattiva)${some} ${what}`,
    cancellami: `(cancellami|cancellatemi|rimuovimi|rimuovetemi|toglimi|toglietemi|eliminatemi|eliminami|levatemi) (dalla|dalle|da|dal|dai)( (vostra|vostre|tua|questa|vostro|vostri))? ${list}`,
    'revocare-consenso': '(revoco|ritiro|revocare|ritirare)( il)?( mio)? consenso',
    'cancellate-il-numero': `(cancellate|cancella|cancellare|rimuovete|rimuovi|rimuovere|togliete|togli|togliere|eliminate|elimina|eliminare) (il mio (numero|nome|contatto|telefono)|i miei dati|questo numero)( (dalla|dalle|da|dal|dai)( (vostra|vostre|tua|questa|vostro|vostri))?( ${list})?)?`,
    'non-contattatemi':
      'non (contattatemi|scrivetemi|disturbatemi|mi contattate|mi scrivete|mi disturbate|contattarmi|scrivermi)( piu| mai piu)?',
    'essere-cancellato':
      `(essere |venire )(cancellat[ao]|rimoss[ao]|tolt[ao])( (dalla|dalle|dal)( (vostra|tua|questa))?( ${list})?)?`.replace(
        /\[ao\]/g,
        '(a|o)',
      ),
    'smettere-di-ricevere': `(smettere di|non) ricevere${some} ${what}`,
    'niente-offerte': `(niente|nessuna|senza) (piu )?${offers}`,
  },
  maybePhrases: {
    'non-ricevere': 'non (voglio|desidero)( piu)? ricever',
    'chi-vi-ha-dato': '(chi vi ha dato|come avete avuto|dove avete preso) il mio numero',
    'numero-sbagliato': `numero sbagliato`,
  },
  harmless: ['basta (un|una|poco|cosi poco|che)'],
  prefers: '(solo|soltanto|solamente|meglio|preferisco|va bene|ok|basta|bene|si|piuttosto|usate)',
};
