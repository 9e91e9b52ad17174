import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Diese Seite ist von {business}.',
    trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc.; Meta ist an dieser Seite nicht beteiligt.',
    languages: 'Sprache',
    newTab: '(öffnet einen neuen Tab)',
    privacy: 'Datenschutzhinweise',
    chat: 'Mit {business} chatten',
    shop: 'Zurück zu {business}',
  },
  check: {
    purposes: 'Was möchten Sie erhalten?',
    agreement: 'Für das, was Sie ankreuzen, erklären Sie:',
    confirm:
      'Sie erhalten erst dann Nachrichten, wenn Sie dies auf WhatsApp mit Ihrem eigenen Telefon bestätigt haben.',
    continue: 'Weiter auf WhatsApp',
    chat: 'Nur den Chat öffnen',
    chatNote: 'Wer nur den Chat öffnet, meldet sich zu nichts an.',
    notOpened: 'WhatsApp hat sich nicht geöffnet?',
  },
  number: {
    country: 'Land',
    number: 'Ihre WhatsApp-Nummer',
    example: 'Zum Beispiel {example}',
    more: 'Weitere Nummer angeben',
    another: 'Nummer {n}',
    moreHint: 'Nummern aus einem anderen Land beginnen mit + und der Landesvorwahl.',
  },
  fault: {
    summary: 'Bitte sehen Sie noch einmal nach',
    purposes: 'Kreuzen Sie mindestens eines an.',
    purposesOrChat: 'Kreuzen Sie mindestens eines an, oder öffnen Sie nur den Chat.',
    numberMissing: 'Geben Sie Ihre Nummer ein, zum Beispiel {example}.',
    numberInvalid:
      'Die Nummer sieht nicht richtig aus. Geben Sie sie so ein: {example} ({country}), oder beginnen Sie mit + und der Landesvorwahl.',
    numberWithCode:
      'Die Nummer sieht nicht richtig aus. Beginnen Sie mit + und der Landesvorwahl, zum Beispiel {example}.',
    numberTwice: 'Diese Nummer haben Sie schon angegeben.',
    country: 'Wählen Sie Ihr Land, oder beginnen Sie die Nummer mit + und der Landesvorwahl, zum Beispiel {example}.',
    changed: 'Der Text wurde inzwischen geändert. Bitte lesen Sie ihn noch einmal und wählen Sie.',
  },
  end: {
    heading: 'Noch ein Schritt',
    step: 'Schritt 2 von 2',
    text: 'Öffnen Sie WhatsApp und senden Sie {business} die Nachricht, die dort bereitsteht. Sobald sie ankommt, sind Sie angemeldet.',
    onlyFrom: 'Senden Sie sie von der Nummer mit den Endziffern {number}. Nur dieses Telefon kann bestätigen.',
    fromEach:
      'Senden Sie sie von jedem Ihrer Telefone: den Nummern mit den Endziffern {numbers}. Jedes bestätigt für sich selbst.',
    open: 'WhatsApp öffnen',
    scan: 'Scannen Sie dies mit Ihrem Telefon',
    message: 'Ihre Nachricht an {business}',
    messageHint: 'Bitte lassen Sie den Text, wie er ist.',
    sent: 'Ich habe sie gesendet',
    notYet:
      'Ihre Bestätigung ist noch nicht angekommen. Tippen Sie in WhatsApp auf Senden, antworten Sie, falls Sie dort gefragt werden, und versuchen Sie es noch einmal.',
    looking: 'Diese Seite merkt von selbst, wenn Ihre Nachricht ankommt.',
    stopLooking: 'Ausschalten',
    until: 'Das geht bis {time}.',
    confirmedHeading: 'Sie sind angemeldet',
    confirmedText: '{business} darf Ihnen jetzt auf WhatsApp schreiben, und zwar zu:',
    confirmedNumbers: 'Bestätigt: Nummer mit den Endziffern {numbers}.',
    waitingNumbers: 'Noch nicht bestätigt: Nummer mit den Endziffern {numbers}.',
    howToStop: 'Zum Beenden senden Sie jederzeit STOP im Chat.',
    lapsed: {
      heading: 'Die Zeit für diesen Schritt ist abgelaufen',
      text: 'Wenn Sie die Nachricht gesendet haben, ist nichts verloren. Wenn nicht, wurde keine Einwilligung von Ihnen gespeichert, und Sie können neu beginnen.',
    },
    again: 'Neu beginnen',
  },
  closed: {
    paused: {
      heading: 'Zurzeit geschlossen',
      text: '{business} nimmt hier gerade keine Anmeldungen an. Bitte versuchen Sie es später noch einmal.',
    },
    expired: {
      heading: 'Dieser Link ist abgelaufen',
      text: 'Fragen Sie {business} nach einem neuen, oder sagen Sie einfach hallo.',
    },
    full: {
      heading: 'Alle Plätze sind vergeben',
      text: 'Bei {business} sind hier keine weiteren Anmeldungen möglich.',
    },
  },
  widget: {
    button: 'Nachrichten auf WhatsApp erhalten',
    close: 'Schließen',
    line: '{purposes} per WhatsApp',
    numberHint: 'Mit + und Landesvorwahl, zum Beispiel {example}',
    otherDevice: 'Stattdessen einen Code mit dem Telefon scannen, oder nachsehen, ob die Nachricht angekommen ist',
  },
  problem: {
    retry: 'Noch einmal versuchen',
    notFound: {
      heading: 'Diese Seite gibt es nicht',
      text: 'Prüfen Sie die Adresse, oder scannen Sie den Code noch einmal.',
    },
    tooMany: {
      heading: 'Zu viele Versuche',
      text: 'Bitte warten Sie ein paar Minuten und versuchen Sie es noch einmal.',
    },
    unreadable: {
      heading: 'Das hat nicht geklappt',
      text: 'Etwas im Formular war anders als erwartet. Es wurde nichts gespeichert. Bitte gehen Sie zurück und öffnen Sie die Seite neu.',
    },
    failed: { heading: 'Hier ist etwas schiefgegangen', text: 'Bitte versuchen Sie es gleich noch einmal.' },
  },
};
