import type { Keywords } from '../topics/keywords.ts';

const things =
  '(wiadomości|wiadomosci|wiadomościami|smsami|wiadomość|smsów|smsy|sms|sms y|powiadomień|powiadomienia|spamu|maili|esemesów|newslettera|newsletter)';
const offers =
  '(reklam|reklamy|reklamami|reklamą|promocjami|ofertami|promocji|promocje|ofert|oferty|reklamowych|(wiadomości|smsów|treści|informacji) (reklamowych|marketingowych|promocyjnych|handlowych)|marketingu|rabatów|kampanii|zniżek)';
const each = `(${offers}|${things})`;
const what = `${each}( (i|ani|lub) ${each})?`;

/** Sources: opt-out matchers in use (wypisz, rezygnuję). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `
    wypisz, wypisz mnie, proszę mnie wypisać, wypisuję się, usuń mnie z listy, nie wysyłajcie mi wiadomości,
    nie piszcie do mnie, wypiszcie mnie, wypisać się, wyrejestruj, anuluj subskrypcję, usuńcie mnie z listy, zatrzymaj promocje, wypisz z listy,
    koniec promocji, nie chcę reklam, zatrzymaj wszystko, stop wszystko, anuluj wszystko`,
  everyday:
    'rezygnuję, rezygnacja, koniec, anuluj, zrezygnuj, przestań, przestańcie, dość, zatrzymaj, usuń, rezygnować, zakończ, stopuj, anulować, zakończyć',
  maybe:
    'nie jestem zainteresowany, nie jestem zainteresowana, nie interesuje mnie to, dajcie mi spokój, daj mi spokój, nie chcę, nie przeszkadzać, nie dziękuję nie jestem zainteresowany, odczepcie się',
  help: 'pomoc',
  preferences:
    'preferencje, moje preferencje, zmień preferencje, zmienić preferencje, ustawienia, ustawienia wiadomości, moje wiadomości',
  courtesies:
    'proszę, dziękuję, dzień dobry, cześć, witam, hej, natychmiast, teraz, dzięki, dobry wieczór, pozdrawiam, przepraszam, od razu, już, bardzo proszę, z góry dziękuję, uprzejmie proszę',
  requests: `chcę, chciałbym, chciałabym, czy możecie, czy możesz, i, proszę o, proszę, żądam, czy mogę, pragnę, muszę, chcę żeby, możecie`,
  greetings: 'cześć, dzień dobry',
  tails: 'to, stąd',
  joiners: 'w, i, oraz, lub, ani',
  things,
  offers,
  phrases: {
    'nie-wysylajcie': `(proszę )?(już )?(więcej )?nie (wysyłajcie|wysyłaj|przysyłajcie|przysyłaj|wysyłać|przysyłać|piszcie|pisz|pisać|kontaktujcie się|kontaktować się|kontaktuj się|ślijcie)( (do mnie|mi|nam|więcej|już|ze mną|na ten numer|żadnych|tych|swoich|waszych)){0,4}( ${what})?( (więcej|nigdy|do mnie)){0,2}`,
    'nie-chce': `(ja )?(już )?nie (chcę|życzę sobie|chciałbym|chciałabym|zgadzam się na)( (już|więcej|otrzymywać|dostawać|od was|otrzymywania|żadnych|tych|waszych|takich)){0,4} ${what}( (od was|więcej|od państwa)){0,2}`,
    przestancie: `(przestańcie|przestań|dość|koniec|stop|skończcie|zatrzymajcie)( z)?( (wysyłać|wysyłania|przysyłać|przysyłania|pisać|pisania|spamować|nękać))?( (do mnie|mi|tych|te|wasze|waszych)){0,2}( ${what}| do mnie)`,
    'usuncie-mnie':
      '(usuńcie|usuń|wypiszcie|wypisz|wykreślcie|skreślcie|skasujcie|usunąć|wykreśl|wypisać) (mnie|mój numer|moje dane|moje nazwisko|mój kontakt|ten numer)( z( (waszej|tej|swojej|państwa))?( (listy|bazy|bazy danych|newslettera|systemu|grupy|listy mailingowej))?)?',
    'koniec-z':
      '(dość|koniec|stop|skończcie) (z )?(tymi |tą |waszymi )?(promocjami|reklamami|ofertami|reklamą|smsami|wiadomościami|spamem)',
    'wypisac-sie':
      '((wypisać|wypisuję) (się|mnie)|się wypisać|mnie wypisać)( z( (waszej|tej))?( (listy|bazy|newslettera))?)?',
    'cofam-zgode': '(cofam|wycofuję|odwołuję) (swoją |moją )?zgodę( na (marketing|kontakt|przetwarzanie danych))?',
    'zadnych-wiecej': `(żadnych|bez|nigdy|nie) (więcej )?${what}`,
    'przestac-dostawac': `(przestać|nie) (otrzymywać|dostawać)( (tych|waszych|już|więcej)){0,2} ${what}`,
  },
  maybePhrases: {
    'nie-chce-dostawac': 'nie (chcę|życzę sobie) (już |więcej )?(dostawać|otrzymywać)',
    'skad-numer': '(skąd (macie|masz|mają państwo)|kto wam dał) (mój|moj) numer',
    'jak-wypisac': '(wypisać|zrezygnować|rezygnuję) (się )?z (listy|subskrypcji|wiadomości|newslettera)',
  },
  harmless: ['(koniec|do końca) (tygodnia|miesiąca|roku)', 'na przystanku'],
  prefers: '(tylko|lepiej|wolę|wystarczy|może być|ok|dobrze|tak|proszę na|pasuje|wyłącznie)',
};
