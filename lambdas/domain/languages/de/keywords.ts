import type { Keywords } from '../topics/keywords.ts';

const things =
  '(nachrichten?|sms|newsletter|mitteilungen|benachrichtigungen|whatsapp nachrichten|whatsapps?|spam|texte|e mails)';
const offers =
  '(werbung|werbenachrichten|werbe sms|werbemails|angebote|promotions?|promos?|aktionen|werbeaktionen|rabatte|marketing|reklame)';
const each = `(${offers}|${things})`;
const what = `${each}( (und|oder) ${each})?`;
const list = '(liste|verteiler|datenbank|kartei|listen|verteilerliste|kontakten|system|gruppe)';

/** Sources: opt-out matchers in use (stopp, abmelden, abbestellen, aufhören). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `abmelden, abbestellen, austragen, keine Werbung mehr, abmeldung, mich abmelden, mich austragen, abbestellung, werbung stoppen,
    angebote stoppen, werbeaktionen stoppen, promotions stoppen, keine Angebote mehr, keine Promotions mehr, alles stoppen, alles beenden, alles abbestellen, stopp alles`,
  everyday:
    'aufhören, aufhoeren, Ende, beenden, löschen, stornieren, Schluss, hören Sie auf, hör auf, hört auf, stoppen, widerrufen, abbrechen',
  maybe: `kein Interesse, ich will raus, kündigen, Abo kündigen, lassen Sie mich in Ruhe, lass mich in Ruhe, nicht interessiert, kein Bedarf,
    ich habe kein Interesse, nicht stören, kein Interesse mehr, Kündigung, keine sms, keine Nachrichten, keine WhatsApp`,
  help: 'hilfe',
  preferences:
    'auswahl ändern, auswahl aendern, einstellungen, meine einstellungen, einstellungen ändern, präferenzen, nachrichten ändern, nachrichten auswählen, nachrichten verwalten, meine auswahl',
  courtesies: `bitte, danke, vielen Dank, hallo, sofort, jetzt, guten Tag, guten Morgen, guten Abend, mfg, moin, servus, hi, dankeschön, bitte sehr,
    endlich, grüezi, sehr geehrte Damen und Herren, ab sofort, mit freundlichen Grüßen, viele Grüße`,
  requests: `ich möchte mich, ich will mich, ich möchte, ich will, können Sie, und, könnten Sie, kannst du, könnt ihr, ich würde gerne, ich wünsche, ich bitte Sie, ich hätte gerne, würden Sie, ich bitte darum, bitte`,
  greetings: 'hallo, guten Tag, guten Morgen, guten Abend, liebes',
  tails: 'das, dies, aus der Gruppe',
  joiners: 'und, oder, auch, nachrichten',
  reactions:
    'gefällt, gefällt nicht, liebt, hat geliebt, lacht über, hat gelacht über, betont, hat betont, hinterfragt',
  things,
  offers,
  phrases: {
    'aufhoeren-zu-schreiben': `(hor|hort|horen sie|hoeren sie)( bitte)?( damit)? auf( (mir|uns|mich|diese|weitere)){0,2}( ${what})? (zu schicken|zu senden|zu schreiben|anzuschreiben|zu belastigen|zu kontaktieren)`,
    'nicht-mehr-schreiben': `(schickt|schicken sie|schick|sendet|senden sie|schreibt|schreiben sie|schreib) (mir|uns)( bitte)? (nicht mehr|nie wieder|nichts mehr|keine( weiteren)? ${what}( mehr)?)( schreiben| schicken)?`,
    'keine-nachrichten': `((ich )?(will|mochte|moechte|wunsche)( ich)? keine( weiteren| weitere)? ${what}|(bitte )?keine (weiteren |weitere )${what}|(bitte )?keine ${what} mehr)( mehr)?( erhalten| bekommen| haben| von ihnen| senden| schicken)?`,
    'nicht-kontaktieren': '(kontaktieren sie|kontaktiert|kontaktiere) (mich|uns)( bitte)? nicht( mehr| wieder)',
    'nachrichten-stoppen': `(${what} (stoppen|abbestellen|abmelden|beenden|einstellen|abstellen)|(stopp|stoppt|stop|stoppen sie|schluss mit|beenden sie)( (die|diese|alle|der|mit|den|eure|ihre)){0,2} ${what})`,
    abmelden:
      '(melden sie mich|meldet mich|melde mich|tragen sie mich|tragt mich|trag mich|nehmen sie mich|nehmt mich)( bitte)? (ab|aus|raus|heraus)',
    'nummer-loeschen': `(loschen sie|loscht|losche|entfernen sie|entfernt|entferne|streichen sie|nehmen sie|nehmt|nimm)( bitte)? (mich|meine nummer|meinen namen|meine daten|meinen kontakt|meine kontaktdaten|diese nummer)( (aus|von|der|ihrer|eurer|dem|deiner|den)){0,2}( ${list})?( raus| heraus)?`,
    'einwilligung-widerrufen': '(ich )?(widerrufe|entziehe)( ich)?( hiermit)?( meine| die)? (einwilligung|zustimmung)',
    'nichts-mehr':
      '(ich )?(will|mochte|moechte|wunsche)( ich)? (nichts mehr|keine mehr|nicht mehr)( davon| von (ihnen|euch))?( erhalten| bekommen| horen| angeschrieben werden| kontaktiert werden)',
    'nummer-loeschen-infinitiv': `(mich|meine nummer|meinen namen|meine daten|meinen kontakt|diese nummer)( bitte)?( (aus|von)( (der|ihrer|eurer|dem))?( ${list})?)? (loschen|entfernen|streichen|austragen|rausnehmen)`,
    'nicht-mehr-anschreiben':
      '(mich |mir |uns )?(bitte )?(nicht mehr|nie wieder|nichts mehr) (kontaktieren|anschreiben|schreiben|schicken|senden|belastigen|zusenden)',
    'nicht-mehr-erhalten': `(keine|nicht mehr)( weiteren)? ${what}( mehr)? (erhalten|bekommen|empfangen)`,
    'aus-dem-verteiler': `(mich |meine nummer )?(bitte )?(aus|von) (dem|der|ihrem|ihrer|eurem|eurer) ${list} (nehmen|entfernen|austragen|streichen|loschen)`,
  },
  maybePhrases: {
    'nicht-erhalten': '(keine|nichts|nicht) (mehr |weiteren )?(erhalten|bekommen|zusenden|zuschicken)',
    'woher-nummer': '(woher (haben sie|habt ihr|hast du)|wer hat ihnen) meine nummer',
    'mehr-abmelden': '(abmelden|abbestellen|austragen)',
    'falsche-nummer': `(falsche nummer|nummer falsch)`,
  },
  harmless: [
    'stopp? (an|am|bei|in|im|vor)',
    '(letzter|letzte|nachster|nachste|kurzer) stopp?',
    '(vom|von der|beim|im) (arzt|kurs|amt|schule|finanzamt) abmelden',
    '(auto|kind|hund|strom|wohnsitz|gewerbe|kennzeichen) (abmelden|abbestellen)',
  ],
  prefers: '(nur|lieber|reicht|ist ok|ok|okay|gerne|besser|gut|ja|bitte per|bevorzuge|passt|genugt|ausschliesslich)',
};
