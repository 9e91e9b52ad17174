import type { Keywords } from '../topics/keywords.ts';

const things =
  '(berichten|bericht|berichtjes|sms|smsjes|appjes|apps|meldingen|nieuwsbrief|nieuwsbrieven|spam|whatsapp berichten|notificaties|mails|updates)';
const offers =
  '(reclame|aanbiedingen|promoties|promotie|acties|advertenties|kortingen|marketing|(reclame|promotie|marketing) ?berichten|commerciële berichten|reclameberichten)';
const each = `(${offers}|${things})`;
const what = `${each}( (en|of) ${each})?`;

/** Sources: afmelden: CM.com and field reports (Coronasafe/life 109); the rest: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `afmelden, uitschrijven, schrijf mij uit, schrijf me uit, meld mij af, meld me af, afmelding, uitschrijving, mij afmelden, me afmelden,
    mij uitschrijven, me uitschrijven, stop promoties, promoties stoppen, stop met promoties, geen reclame meer, stop reclame, stop aanbiedingen, alles stoppen, stop alles, alles stopzetten`,
  everyday:
    'stoppen, annuleren, annuleer, opzeggen, beëindigen, einde, ophouden, hou op, houd op, verwijderen, verwijder, stopzetten, kappen, stop maar',
  maybe: `geen interesse, niet geïnteresseerd, laat me met rust, laat mij met rust, niet storen, genoeg, abonnement opzeggen, geen behoefte aan, ik heb geen interesse, rot op, abonnement annuleren, geen sms, geen berichten, geen whatsapp`,
  help: 'hulp',
  preferences:
    'voorkeuren, mijn voorkeuren, voorkeuren wijzigen, voorkeuren aanpassen, mijn berichten, berichten kiezen, instellingen',
  courtesies:
    'alstublieft, alsjeblieft, aub, svp, graag, bedankt, dank u, dank je, dank je wel, dankjewel, hallo, hoi, goedemorgen, goedemiddag, goedenavond, goedendag, nu, meteen, direct, per direct, mvg, groetjes, groeten, met vriendelijke groet, sorry, onmiddellijk, dag, beste',
  requests: `ik wil graag, ik wil, ik wil me, ik wil mij, ik zou graag, kunt u, kun je, kunnen jullie, wilt u, wil je, en, gelieve, ik wens, ik verzoek u, ik zou me graag, ik zou mij graag, mag ik, graag, willen jullie`,
  greetings: 'hoi, beste, goedendag',
  tails: 'dit, hiermee',
  joiners: 'of, en',
  things,
  offers,
  phrases: {
    'stop-berichten': `(stop|stopt|stoppen|hou op|houd op|ophouden|kap|kappen)( (met|alle|al|de|deze|die|jullie|uw|het|sturen van|versturen van|mij|me|te)){0,4} ${what}( (sturen|te sturen|versturen|aub|naar mij))?`,
    'stop-met-sturen': `(stop|stopt|hou op|houd op|kap|ophouden|gelieve te stoppen) (met|om)( (het|mij|me|ons|steeds|nog|te|berichten|reclame|dit|deze)){0,4} (sturen|versturen|appen|smsen|mailen|berichten|contacteren|benaderen|lastigvallen|lastig te vallen|spammen|schrijven|te sturen)( (van|naar mij|naar mijn nummer))?( ${what})?`,
    'niet-meer-sturen': `(stuur|stuurt|zend|schrijf|app|sms|contacteer|benader|bericht|mail|val|neem)( (mij|me|ons|alstublieft|aub|u|alsjeblieft)){0,2} (niet meer|niks meer|geen|nooit meer|niets meer|niet langer|niet)( (meer|verdere|nog|lastig|contact))?( ${what})?( (meer|meer op|op|toe|lastig)){0,2}( met mij)?( op)?`,
    'geen-berichten-meer': `(ik (wil|wens|hoef) (geen|niet)( (verdere|nog|langer|meer|jullie|uw|deze)){0,2} ${what}|(aub )?geen( (verdere|nog|jullie|uw|deze)){0,2} ${what} meer|geen (verdere|enkele) ${what})( meer)?( (van (jullie|u)|ontvangen|krijgen|hebben|te ontvangen|sturen|toesturen|te krijgen)){0,3}( meer)?`,
    'wil-niet-meer': `ik (wil|wens) (dit|deze|jullie|uw|die|het|hier|er)?( ${what})? ?(niet meer|niets meer|geen|niet langer)( (ontvangen|krijgen|hebben|horen|van jullie|te ontvangen|van u)){1,3}`,
    'verwijder-mij':
      '(verwijder|haal|schrap|wis|gooi|verwijderen|streep) (mij|me|mijn nummer|mijn naam|mijn gegevens|mijn contact|dit nummer|mijn telefoonnummer|mijn contactgegevens)( (van|uit|uit de|van de|van jullie|uit jullie|uit uw|van uw|van deze)( (lijst|lijsten|bestand|database|systeem|mailinglijst|adressenlijst|verzendlijst|groep))?)?( af| weg)?',
    'uitschrijven-van':
      '(mij|me|mijn nummer) (uitschrijven|afmelden|verwijderen|van de lijst halen|uit de lijst halen)( (van|uit|voor)( (de|jullie|uw|deze))?( (lijst|nieuwsbrief|berichten))?)?',
    'trek-toestemming-in': '(ik trek|intrekken|ik trek hierbij)( mijn)? toestemming( in)?',
    'geen-ontvangen': `(stoppen met|geen) (het )?(ontvangen van |krijgen van )?${what}( meer)? (ontvangen|krijgen)`,
  },
  maybePhrases: {
    'niet-ontvangen': '(niet|geen) (meer )?(ontvangen|krijgen)',
    'hoe-nummer': '(hoe komen jullie|hoe kom je|van wie hebben jullie|waar hebben jullie) (aan )?mijn nummer',
    'afmelden-voor': '(afmelden|uitschrijven)',
  },
  harmless: [
    '(bij|voor) de (bushalte|halte)',
    'stoppen (bij|in|met roken)',
    '(les|training|school|werk|afspraak|zwemles) (afmelden|annuleren)',
    'zonder te stoppen',
  ],
  prefers: '(alleen|liever|prima|goed|ok|oké|voldoende|graag|beter|enkel|ja|mag wel|is genoeg|genoeg)',
};
