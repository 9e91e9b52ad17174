import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Questa pagina è di {business}.',
    trademark: 'WhatsApp è un marchio di Meta Platforms, Inc., che non partecipa a questa pagina.',
    languages: 'Lingua',
    newTab: '(si apre in un’altra scheda)',
  },
  check: {
    purposes: 'Che cosa desidera ricevere?',
    purposesHint: 'Selezioni ciò che vuole. Nulla è già scelto.',
    agreement: 'Per ciò che seleziona, dichiara:',
    confirm: 'Non riceverà messaggi finché non lo conferma su WhatsApp dal suo telefono.',
    continue: 'Continua su WhatsApp',
    chat: 'Apri solo la chat',
    chatNote: 'Aprire la chat non comporta alcuna iscrizione.',
  },
  number: {
    country: 'Paese',
    number: 'Il suo numero WhatsApp',
    example: 'Per esempio {example}',
    more: 'Aggiungi un altro numero',
    another: 'Numero {n}',
    moreHint: 'Per un numero di un altro Paese, inizi con + e il prefisso del Paese.',
  },
  fault: {
    summary: 'Controlli, per favore',
    purposes: 'Selezioni almeno una voce.',
    purposesOrChat: 'Selezioni almeno una voce, oppure apra solo la chat.',
    numberMissing: 'Inserisca il suo numero.',
    numberInvalid:
      'Non sembra un numero di questo Paese ({country}). Controlli le cifre, oppure inizi con + e il prefisso del Paese.',
    numberTwice: 'Ha già inserito questo numero.',
    country: 'Scelga un Paese.',
    changed: 'Nel frattempo il testo è cambiato. Lo rilegga e scelga.',
  },
  end: {
    heading: 'Un ultimo passo',
    text: 'Apra WhatsApp e invii il messaggio già pronto. L’iscrizione vale quando arriva.',
    onlyFrom: 'Lo invii dal numero che termina con {number}. Solo quel telefono può confermare.',
    fromEach: 'Lo invii da ciascuno dei suoi telefoni: i numeri che terminano con {numbers}. Ognuno conferma per sé.',
    open: 'Apri WhatsApp',
    scan: 'Oppure inquadri questo con il telefono',
    message: 'Che cosa invierà',
    messageHint: 'Per favore, non modifichi il testo.',
    sent: 'L’ho inviato',
    notYet:
      'La sua conferma non è ancora arrivata. Tocchi invia in WhatsApp, risponda se lì le viene chiesto qualcosa e riprovi.',
    until: 'Può farlo fino al {time}.',
    confirmedHeading: 'Iscrizione confermata',
    confirmedText: '{business} ora può scriverle su WhatsApp riguardo a:',
    confirmedNumbers: 'Confermato: numero che termina con {numbers}.',
    waitingNumbers: 'Non ancora confermato: numero che termina con {numbers}.',
    howToStop: 'Per non ricevere più messaggi, invii STOP nella chat in qualsiasi momento.',
    lapsed: {
      heading: 'Il tempo per questo passo è scaduto',
      text: 'Se ha inviato il messaggio, nulla è andato perso. Altrimenti non è stato registrato alcun consenso e può ricominciare.',
    },
    again: 'Ricomincia',
  },
  closed: {
    paused: { heading: 'Chiuso al momento', text: 'Ora nessuno può iscriversi qui. Riprovi più tardi.' },
    expired: { heading: 'Questo link è scaduto', text: 'Non è più possibile iscriversi qui.' },
    full: { heading: 'Posti esauriti', text: 'Qui si è già iscritto il numero massimo di persone.' },
  },
  widget: {
    button: 'Ricevi messaggi su WhatsApp',
    close: 'Chiudi',
    line: '{purposes} su WhatsApp',
    numberHint: 'Con + e il prefisso del Paese, per esempio {example}',
    numberInvalid: 'Non sembra un numero di telefono. Inizi con + e il prefisso del Paese.',
    otherDevice: 'Inquadra un codice con il telefono o guarda se il messaggio è arrivato',
  },
  problem: {
    notFound: { heading: 'Questa pagina non esiste', text: 'Controlli l’indirizzo o inquadri di nuovo il codice.' },
    tooMany: { heading: 'Troppi tentativi', text: 'Attenda qualche minuto e riprovi.' },
    unreadable: {
      heading: 'Non ha funzionato',
      text: 'Qualcosa nel modulo non era come previsto. Nulla è stato salvato. Torni indietro e riapra la pagina.',
    },
    failed: { heading: 'Qui qualcosa è andato storto', text: 'Riprovi tra un momento.' },
  },
};
