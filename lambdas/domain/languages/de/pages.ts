import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Eine Seite von {business}.',
    trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc. Meta hat mit dieser Seite nichts zu tun.',
    languages: 'Sprache',
    newTab: '(öffnet einen neuen Tab)',
    privacy: 'Datenschutzhinweise',
    chat: 'Mit {business} chatten',
    shop: 'Zurück zu {business}',
  },
  check: {
    purposes: 'Wählen Sie, was Sie möchten',
    agreement: 'Zu Ihrer Auswahl sagen Sie:',
    confirm: 'Sie bestätigen in WhatsApp auf Ihrem eigenen Handy. Vorher kommen keine Nachrichten.',
    continue: 'Weiter in WhatsApp',
    chat: 'Chatten ohne Anmeldung',
    chatNote: 'Ein Chat ist keine Anmeldung.',
    notOpened: 'WhatsApp öffnet sich nicht?',
  },
  number: {
    country: 'Land',
    number: 'WhatsApp-Nummer',
    example: 'Zum Beispiel {example}',
    more: 'Weitere Nummer hinzufügen',
    another: 'Nummer {n}',
    moreHint: 'Nummer aus einem anderen Land? Beginnen Sie mit + und der Landesvorwahl.',
  },
  fault: {
    summary: 'Da stimmt noch etwas nicht',
    purposes: 'Wählen Sie mindestens eins aus.',
    purposesOrChat: 'Wählen Sie mindestens eins aus oder chatten Sie ohne Anmeldung.',
    numberMissing: 'Geben Sie Ihre Nummer ein, zum Beispiel {example}.',
    numberInvalid:
      'Mit dieser Nummer stimmt etwas nicht. Schreiben Sie zum Beispiel {example} ({country}) oder beginnen Sie mit + und der Landesvorwahl.',
    numberWithCode:
      'Mit dieser Nummer stimmt etwas nicht. Beginnen Sie mit + und der Landesvorwahl, zum Beispiel {example}.',
    numberTwice: 'Diese Nummer haben Sie schon eingegeben.',
    country: 'Wählen Sie Ihr Land oder beginnen Sie die Nummer mit + und der Landesvorwahl, zum Beispiel {example}.',
    notServed:
      'An Nummern aus diesem Land ({country}) können keine Nachrichten gesendet werden. Bitte geben Sie eine andere Nummer ein.',
    changed:
      'Der Text hat sich geändert, seit Sie die Seite geöffnet haben. Bitte lesen Sie ihn noch einmal und wählen Sie, was Sie möchten.',
  },
  end: {
    heading: 'Fast fertig: jetzt in WhatsApp senden',
    step: 'Schritt 2 von 2',
    text: 'Öffnen Sie WhatsApp und senden Sie die vorbereitete Nachricht an {business}. Sobald sie ankommt, sind Sie dabei.',
    onlyFrom: 'Senden Sie sie von der Nummer, die auf {number} endet. Sie zählt nur von diesem Handy.',
    fromEach: 'Senden Sie sie von jeder Ihrer Nummern (Endziffern {numbers}). Jede Nummer bestätigt nur für sich.',
    open: 'WhatsApp öffnen',
    scan: 'Mit dem Handy scannen',
    message: 'Ihre Nachricht an {business}',
    messageHint: 'Bitte lassen Sie den Text so, wie er ist.',
    sent: 'Ich habe sie gesendet',
    notYet:
      'Ihre Nachricht ist noch nicht da. Tippen Sie in WhatsApp auf Senden und antworten Sie, falls wir dort etwas fragen. Versuchen Sie es dann noch einmal.',
    looking: 'Sobald Ihre Nachricht ankommt, aktualisiert sich diese Seite von selbst.',
    stopLooking: 'Ausschalten',
    until: 'Sie haben Zeit bis zum {time}.',
    confirmedHeading: 'Sie sind dabei',
    confirmedText: 'Das bekommen Sie jetzt von {business} per WhatsApp:',
    confirmedNumbers: 'Bestätigt: Nummer mit den Endziffern {numbers}.',
    waitingNumbers: 'Noch nicht bestätigt: Nummer mit den Endziffern {numbers}.',
    howToStop: 'Zum Abmelden schreiben Sie einfach STOP in den Chat.',
    lapsed: {
      heading: 'Die Zeit zum Bestätigen ist um',
      text: 'Nachricht schon gesendet? Dann ist nichts verloren. Wenn nicht, haben Sie nichts zugesagt und können neu anfangen.',
    },
    again: 'Neu anfangen',
  },
  closed: {
    paused: {
      heading: 'Anmeldung gerade nicht möglich',
      text: '{business} nimmt hier gerade keine Anmeldungen an. Bitte versuchen Sie es später noch einmal.',
    },
    expired: {
      heading: 'Dieser Link ist abgelaufen',
      text: 'Fragen Sie bei {business} nach einem neuen oder sagen Sie einfach Hallo.',
    },
    full: { heading: 'Keine Plätze mehr frei', text: '{business} nimmt hier keine weiteren Anmeldungen an.' },
  },
  widget: {
    button: 'Updates per WhatsApp',
    close: 'Schließen',
    line: '{purposes} per WhatsApp',
    numberHint: 'Mit + und Landesvorwahl, zum Beispiel {example}',
    otherDevice: 'Lieber einen Code mit dem Handy scannen oder nachsehen, ob Ihre Nachricht da ist',
  },
  problem: {
    retry: 'Noch einmal versuchen',
    notFound: {
      heading: 'Diese Seite gibt es nicht',
      text: 'Prüfen Sie die Adresse oder scannen Sie den Code noch einmal.',
    },
    tooMany: {
      heading: 'Zu viele Versuche',
      text: 'Bitte warten Sie ein paar Minuten und versuchen Sie es noch einmal.',
    },
    unreadable: {
      heading: 'Das hat nicht geklappt',
      text: 'Im Formular hat etwas nicht gestimmt, deshalb wurde nichts gespeichert. Bitte gehen Sie zurück und öffnen Sie die Seite neu.',
    },
    failed: {
      heading: 'Hier ist etwas schiefgegangen',
      text: 'Das tut uns leid. Bitte versuchen Sie es gleich noch einmal.',
    },
  },
};
