import type { Keywords } from '../topics/keywords.ts';

const things = '(meldinger|melding|sms|varsler|nyhetsbrev|tekster|spam|whatsapp meldinger|beskjeder)';
const offers = '(reklame|tilbud|kampanjer|markedsføring|annonser|promoteringer|kampanjemeldinger|rabatter)';
const each = `(${offers}|${things})`;
const what = `${each}( (og|eller) ${each})?`;

/** Sources: opt-out matchers in use (meld meg av). Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `meld meg av, avmeld, ikke send meg flere meldinger, avmelding, melde meg av, meg av listen, stopp kampanjer, stopp reklame, stopp alt, stopp alle`,
  everyday: 'avslutt, slutt, avbryt, slett, kanseller, stans',
  maybe: `ikke interessert, la meg være i fred, ikke forstyrr, slutt å mase, si opp, slutt å sende, ingen meldinger`,
  help: 'hjelp',
  preferences: 'preferanser, mine preferanser, endre preferanser, innstillinger, endre innstillinger, velg meldinger',
  courtesies:
    'vennligst, takk, hei, vær så snill, god dag, med en gang, nå, tusen takk, hallo, mvh, god morgen, snarest, beklager',
  requests: `jeg vil, jeg ønsker å, jeg ønsker, kan du, kan dere, og, jeg vil gjerne, kunne dere, vær så snill og, vil du, vennligst`,
  greetings: 'hei',
  tails: 'det',
  joiners: 'og, eller',
  things,
  offers,
  phrases: {
    'stopp-meldinger': `(stopp|stopp med|slutt med|stans|avslutt|slutt å sende)( (alle|de|disse|å sende|meg|flere)){0,3} ${what}`,
    'ikke-send': `(ikke send|send ikke|slutt å sende|ikke skriv|ikke kontakt|slutt å kontakte|slutt å skrive til|slutt å sende til) (meg|oss)( (flere|mer|noen|noe)){0,2}( ${what})?( mer| igjen)?`,
    'vil-ikke-ha': `(jeg )?(vil|ønsker)( jeg)? ikke( lenger)?( å)?( (ha|få|motta))?( (flere|mer|noen)){0,2} ${what}( fra dere)?( lenger| mer)?`,
    'ingen-flere': `(ingen|ikke) (flere|mer) ${what}( takk)?`,
    'fjern-meg':
      '(fjern|slett|ta|stryk) (meg|nummeret mitt|navnet mitt|kontakten min|dette nummeret)( (fra|av)( (listen|listene|deres liste|databasen|registeret|listen deres))?)?( bort)?',
    'trekker-samtykke': '(jeg )?(trekker|tilbakekaller)( tilbake)?( mitt)? samtykke(t)?( mitt)?( tilbake)?',
  },
  maybePhrases: { 'ikke-flere': '(ikke|ingen) (flere|mer) ', 'motta-mer': '(ikke )(motta|få) (mer|noe|flere)' },
  harmless: ['(neste|siste|første|uten) stopp?'],
  prefers: '(bare|kun|heller|holder|greit|ok|helst|ja|bra|fint)',
};
