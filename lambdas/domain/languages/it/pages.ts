import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Questa pagina è di {business}.',
    trademark: 'WhatsApp è un marchio di Meta Platforms, Inc., che non ha legami con questa pagina.',
    languages: 'Lingua',
    newTab: '(si apre in un’altra scheda)',
    privacy: 'Informativa sulla privacy',
    chat: 'Chatta con {business}',
    shop: 'Torna da {business}',
  },
  check: {
    purposes: 'Scegli cosa ricevere',
    agreement: 'In base a quello che scegli, accetti questo:',
    confirm: 'Confermi su WhatsApp, dal tuo telefono. Fino ad allora non ricevi nessun messaggio.',
    continue: 'Continua su WhatsApp',
    chat: 'Chatta senza iscriverti',
    chatNote: 'Una chat non ti iscrive a niente.',
    notOpened: 'WhatsApp non si è aperto?',
  },
  number: {
    country: 'Paese',
    number: 'Il tuo numero WhatsApp',
    example: 'Per esempio {example}',
    more: 'Aggiungi un altro numero',
    another: 'Numero {n}',
    moreHint: 'Per un numero di un altro Paese, inizia con + e il prefisso internazionale.',
  },
  fault: {
    summary: 'C’è qualcosa da correggere',
    purposes: 'Scegli almeno un’opzione.',
    purposesOrChat: 'Scegli almeno un’opzione, oppure chatta senza iscriverti.',
    numberMissing: 'Inserisci il tuo numero, per esempio {example}.',
    numberInvalid:
      'Questo numero non sembra corretto. Scrivilo così: {example} ({country}), oppure inizia con + e il prefisso internazionale.',
    numberWithCode:
      'Questo numero non sembra corretto. Inizia con + e il prefisso internazionale, per esempio {example}.',
    numberTwice: 'Hai già inserito questo numero.',
    country: 'Scegli il tuo Paese, oppure inizia il numero con + e il prefisso internazionale, per esempio {example}.',
    notServed: 'Non è possibile inviare messaggi a numeri di questo Paese ({country}). Scrivi un altro numero.',
    changed: 'Il testo è cambiato da quando hai aperto questa pagina. Rileggilo e scegli quello che vuoi.',
  },
  end: {
    heading: 'Ci siamo quasi: premi Invia su WhatsApp',
    step: 'Passaggio 2 di 2',
    text: 'Apri WhatsApp e invia a {business} il messaggio già pronto. Appena arriva, è fatta.',
    onlyFrom: 'Invialo dal numero che finisce con {number}. Vale solo da quel telefono.',
    fromEach:
      'Invialo da ognuno dei tuoi telefoni: i numeri che finiscono con {numbers}. Ogni numero va confermato a parte.',
    open: 'Apri WhatsApp',
    scan: 'Inquadra questo codice con il telefono',
    message: 'Il tuo messaggio a {business}',
    messageHint: 'Non modificare il testo, per favore.',
    sent: 'L’ho inviato',
    notYet:
      'Il tuo messaggio non è ancora arrivato. Premi Invia su WhatsApp, rispondi se lì ti chiediamo qualcosa, poi riprova.',
    looking: 'Questa pagina si aggiorna da sola quando arriva il tuo messaggio.',
    stopLooking: 'Disattiva',
    until: 'Conferma entro: {time}.',
    confirmedHeading: 'Iscrizione confermata',
    confirmedText: '{business} ti scriverà su WhatsApp per:',
    confirmedNumbers: 'Confermato: numero che finisce con {numbers}.',
    waitingNumbers: 'Non ancora confermato: numero che finisce con {numbers}.',
    howToStop: 'Per non ricevere più messaggi, invia STOP nella chat.',
    lapsed: {
      heading: 'Il tempo per confermare è scaduto',
      text: 'Hai già inviato il messaggio? Allora non si è perso niente. Se no, non hai accettato niente e puoi ricominciare.',
    },
    again: 'Ricomincia',
  },
  closed: {
    paused: {
      heading: 'Chiuso per ora',
      text: '{business} per ora non accetta iscrizioni qui. Riprova più tardi.',
    },
    expired: { heading: 'Questo link è scaduto', text: 'Chiedine uno nuovo a {business}, o manda un saluto.' },
    full: { heading: 'Posti esauriti', text: '{business} ha raggiunto il limite di iscrizioni qui.' },
  },
  widget: {
    button: 'Novità su WhatsApp',
    close: 'Chiudi',
    line: '{purposes} su WhatsApp',
    numberHint: 'Con + e il prefisso internazionale, per esempio {example}',
    otherDevice: 'Inquadra un codice con il telefono, o guarda se il messaggio è arrivato',
  },
  problem: {
    retry: 'Riprova',
    notFound: { heading: 'Non troviamo questa pagina', text: 'Controlla l’indirizzo o inquadra di nuovo il codice.' },
    tooMany: { heading: 'Troppi tentativi', text: 'Aspetta qualche minuto e riprova.' },
    unreadable: {
      heading: 'Non ha funzionato',
      text: 'Qualcosa nel modulo non andava, quindi non è stato salvato niente. Torna indietro e riapri la pagina.',
    },
    failed: { heading: 'Ci dispiace, qualcosa è andato storto', text: 'Riprova tra un momento.' },
  },
};
