/** Languages in which we answer. Others get English. */
export const replyLanguages = ['en', 'es', 'pt', 'fr', 'de', 'it', 'hi', 'ar', 'id', 'tr'] as const;
export type ReplyLanguage = (typeof replyLanguages)[number];

/** What is said in one language. `{business}` is the name the person knows; STOP, START and OPTIN work in every language. */
export interface ReplyTexts {
  /** Nothing but the confirmation and the way back: no marketing is allowed in it (47 CFR 64.1200(a)(12)). */
  readonly stopConfirmed: string;
  /** What ended, what goes on, and how to come back, which START does not do. */
  readonly marketingStopConfirmed: string;
  readonly startConfirmed: string;
  readonly optInConfirmed: string;
  /** The question after an unclear stop, for a message with buttons. */
  readonly askWhetherStop: string;
  /** Titles of its buttons, at most 20 characters (Meta, "Interactive reply buttons messages"). */
  readonly buttonStop: string;
  readonly buttonKeep: string;
  /** The same question by SMS, answered by words. */
  readonly askWhetherStopBySms: string;
  /** The answer to HELP, and to an opt-in for a name that nobody has. */
  readonly help: string;
  /** Added to help for each name that can be opted in to; `{name}` is the app's name for SMS. */
  readonly howToOptIn: string;
}

export const replyTexts: { readonly [Language in ReplyLanguage]: ReplyTexts } = {
  en: {
    stopConfirmed: '{business}: you are unsubscribed and will get no more messages. Send START to get them again.',
    marketingStopConfirmed:
      '{business}: you will get no more marketing messages. Other messages that you agreed to go on. To get marketing again, sign up with us again.',
    startConfirmed: '{business}: welcome back, you will get our messages again. Send STOP to end them.',
    optInConfirmed: '{business}: you have opted in to our WhatsApp messages. Send STOP to end them, HELP for help.',
    askWhetherStop: 'Do you want to stop all messages from {business}?',
    buttonStop: 'Stop all messages',
    buttonKeep: 'Keep messages',
    askWhetherStopBySms:
      '{business}: do you want to stop all our messages? Send STOP to end them or START to keep them.',
    help: '{business}: send STOP to end our messages, START to get them again.',
    howToOptIn: 'Send OPTIN {name} to opt in.',
  },
  es: {
    stopConfirmed: '{business}: su baja está hecha y no recibirá más mensajes. Envíe START para volver a recibirlos.',
    marketingStopConfirmed:
      '{business}: no recibirá más mensajes publicitarios. Los demás mensajes que aceptó continúan. Para volver a recibir publicidad, inscríbase de nuevo con nosotros.',
    startConfirmed: '{business}: volverá a recibir nuestros mensajes. Envíe STOP para darse de baja.',
    optInConfirmed:
      '{business}: ha aceptado recibir nuestros mensajes de WhatsApp. Envíe STOP para la baja, HELP para ayuda.',
    askWhetherStop: '¿Desea dejar de recibir todos los mensajes de {business}?',
    buttonStop: 'No recibir más',
    buttonKeep: 'Seguir recibiendo',
    askWhetherStopBySms:
      '{business}: ¿desea dejar de recibir nuestros mensajes? Envíe STOP para la baja o START para seguir.',
    help: '{business}: envíe STOP para dejar de recibir mensajes, START para volver a recibirlos.',
    howToOptIn: 'Envíe OPTIN {name} para suscribirse.',
  },
  pt: {
    stopConfirmed:
      '{business}: sua inscrição foi cancelada e você não receberá mais mensagens. Envie START para voltar a receber.',
    marketingStopConfirmed:
      '{business}: você não receberá mais mensagens de marketing. As outras mensagens que você aceitou continuam. Para voltar a receber marketing, inscreva-se de novo conosco.',
    startConfirmed: '{business}: você voltará a receber nossas mensagens. Envie STOP para cancelar.',
    optInConfirmed:
      '{business}: você aceitou receber nossas mensagens no WhatsApp. Envie STOP para cancelar, HELP para ajuda.',
    askWhetherStop: 'Você quer parar de receber todas as mensagens de {business}?',
    buttonStop: 'Parar mensagens',
    buttonKeep: 'Continuar',
    askWhetherStopBySms:
      '{business}: quer parar de receber nossas mensagens? Envie STOP para parar ou START para continuar.',
    help: '{business}: envie STOP para parar de receber mensagens, START para voltar a receber.',
    howToOptIn: 'Envie OPTIN {name} para se inscrever.',
  },
  fr: {
    stopConfirmed:
      '{business} : votre inscription est annulée, vous ne recevrez plus de messages. Envoyez START pour en recevoir de nouveau.',
    marketingStopConfirmed:
      '{business} : vous ne recevrez plus de messages publicitaires. Les autres messages que vous avez acceptés continuent. Pour recevoir de nouveau de la publicité, inscrivez-vous à nouveau chez nous.',
    startConfirmed: '{business} : vous recevrez de nouveau nos messages. Envoyez STOP pour les arrêter.',
    optInConfirmed:
      '{business} : vous avez accepté nos messages WhatsApp. Envoyez STOP pour les arrêter, HELP pour de l’aide.',
    askWhetherStop: 'Voulez-vous arrêter tous les messages de {business} ?',
    buttonStop: 'Tout arrêter',
    buttonKeep: 'Continuer',
    askWhetherStopBySms:
      '{business} : voulez-vous arrêter tous nos messages ? Envoyez STOP pour arrêter ou START pour continuer.',
    help: '{business} : envoyez STOP pour arrêter nos messages, START pour en recevoir de nouveau.',
    howToOptIn: 'Envoyez OPTIN {name} pour vous inscrire.',
  },
  de: {
    stopConfirmed:
      '{business}: Sie sind abgemeldet und erhalten keine Nachrichten mehr. Mit START erhalten Sie sie wieder.',
    marketingStopConfirmed:
      '{business}: Sie erhalten keine Werbenachrichten mehr. Andere Nachrichten, denen Sie zugestimmt haben, kommen weiterhin. Um wieder Werbung zu erhalten, melden Sie sich bei uns neu an.',
    startConfirmed: '{business}: Sie erhalten unsere Nachrichten wieder. Mit STOP melden Sie sich ab.',
    optInConfirmed:
      '{business}: Sie haben unseren WhatsApp-Nachrichten zugestimmt. STOP beendet sie, HELP zeigt Hilfe.',
    askWhetherStop: 'Möchten Sie keine Nachrichten von {business} mehr erhalten?',
    buttonStop: 'Alle abbestellen',
    buttonKeep: 'Weiter erhalten',
    askWhetherStopBySms:
      '{business}: Möchten Sie keine Nachrichten mehr erhalten? Senden Sie STOP zum Abmelden oder START zum Behalten.',
    help: '{business}: STOP beendet unsere Nachrichten, mit START erhalten Sie sie wieder.',
    howToOptIn: 'Senden Sie OPTIN {name}, um sich anzumelden.',
  },
  it: {
    stopConfirmed:
      '{business}: la sua iscrizione è annullata e non riceverà più messaggi. Invii START per riceverli di nuovo.',
    marketingStopConfirmed:
      '{business}: non riceverà più messaggi promozionali. Gli altri messaggi che ha accettato continuano. Per ricevere di nuovo le promozioni, si iscriva di nuovo presso di noi.',
    startConfirmed: '{business}: riceverà di nuovo i nostri messaggi. Invii STOP per interromperli.',
    optInConfirmed:
      '{business}: ha accettato di ricevere i nostri messaggi WhatsApp. Invii STOP per interromperli, HELP per aiuto.',
    askWhetherStop: 'Vuole interrompere tutti i messaggi di {business}?',
    buttonStop: 'Interrompi tutto',
    buttonKeep: 'Continua a ricevere',
    askWhetherStopBySms:
      '{business}: vuole interrompere i nostri messaggi? Invii STOP per interrompere o START per continuare.',
    help: '{business}: invii STOP per interrompere i nostri messaggi, START per riceverli di nuovo.',
    howToOptIn: 'Invii OPTIN {name} per iscriversi.',
  },
  hi: {
    stopConfirmed: '{business}: आपके लिए संदेश बंद कर दिए गए हैं। दोबारा पाने के लिए START भेजें।',
    marketingStopConfirmed:
      '{business}: अब आपको प्रचार के संदेश नहीं मिलेंगे। जिन दूसरे संदेशों के लिए आपने सहमति दी है, वे आते रहेंगे। प्रचार दोबारा पाने के लिए हमारे यहाँ फिर से सहमति दें।',
    startConfirmed: '{business}: आपको हमारे संदेश फिर से मिलेंगे। बंद करने के लिए STOP भेजें।',
    optInConfirmed: '{business}: आपने हमारे WhatsApp संदेशों के लिए सहमति दी है। बंद करने के लिए STOP, मदद के लिए HELP भेजें।',
    askWhetherStop: 'क्या आप {business} के सभी संदेश बंद करना चाहते हैं?',
    buttonStop: 'सभी बंद करें',
    buttonKeep: 'जारी रखें',
    askWhetherStopBySms: '{business}: क्या आप हमारे संदेश बंद करना चाहते हैं? बंद करने के लिए STOP, जारी रखने के लिए START भेजें।',
    help: '{business}: संदेश बंद करने के लिए STOP भेजें, दोबारा पाने के लिए START भेजें।',
    howToOptIn: 'सहमति देने के लिए OPTIN {name} भेजें।',
  },
  ar: {
    stopConfirmed: '{business}: تم إلغاء اشتراكك ولن تصلك رسائل أخرى. أرسل START لاستقبالها من جديد.',
    marketingStopConfirmed:
      '{business}: لن تصلك رسائل تسويقية بعد الآن. تستمر الرسائل الأخرى التي وافقت عليها. لاستقبال التسويق من جديد، سجّل لدينا مرة أخرى.',
    startConfirmed: '{business}: ستصلك رسائلنا من جديد. أرسل STOP لإيقافها.',
    optInConfirmed: '{business}: لقد وافقت على تلقي رسائلنا على WhatsApp. أرسل STOP لإيقافها أو HELP للمساعدة.',
    askWhetherStop: 'هل تريد إيقاف جميع رسائل {business}؟',
    buttonStop: 'إيقاف الرسائل',
    buttonKeep: 'متابعة الاستقبال',
    askWhetherStopBySms: '{business}: هل تريد إيقاف رسائلنا؟ أرسل STOP للإيقاف أو START للمتابعة.',
    help: '{business}: أرسل STOP لإيقاف رسائلنا أو START لاستقبالها من جديد.',
    howToOptIn: 'أرسل OPTIN {name} للاشتراك.',
  },
  id: {
    stopConfirmed:
      '{business}: Anda tidak lagi terdaftar dan tidak akan menerima pesan lagi. Kirim START untuk menerimanya lagi.',
    marketingStopConfirmed:
      '{business}: Anda tidak akan menerima pesan pemasaran lagi. Pesan lain yang Anda setujui tetap berlanjut. Untuk menerima pemasaran lagi, daftar kembali kepada kami.',
    startConfirmed: '{business}: Anda akan menerima pesan kami lagi. Kirim STOP untuk berhenti.',
    optInConfirmed:
      '{business}: Anda setuju menerima pesan WhatsApp kami. Kirim STOP untuk berhenti, HELP untuk bantuan.',
    askWhetherStop: 'Apakah Anda ingin menghentikan semua pesan dari {business}?',
    buttonStop: 'Hentikan semua',
    buttonKeep: 'Tetap menerima',
    askWhetherStopBySms:
      '{business}: ingin menghentikan pesan kami? Kirim STOP untuk berhenti atau START untuk tetap menerima.',
    help: '{business}: kirim STOP untuk menghentikan pesan kami, START untuk menerimanya lagi.',
    howToOptIn: 'Kirim OPTIN {name} untuk mendaftar.',
  },
  tr: {
    stopConfirmed: '{business}: kaydınız silindi, artık mesaj almayacaksınız. Yeniden almak için START gönderin.',
    marketingStopConfirmed:
      '{business}: artık pazarlama mesajı almayacaksınız. Kabul ettiğiniz diğer mesajlar devam eder. Yeniden pazarlama mesajı almak için bize tekrar kaydolun.',
    startConfirmed: '{business}: mesajlarımızı yeniden alacaksınız. Durdurmak için STOP gönderin.',
    optInConfirmed:
      '{business}: WhatsApp mesajlarımızı almayı kabul ettiniz. Durdurmak için STOP, yardım için HELP gönderin.',
    askWhetherStop: '{business} mesajlarının tümünü durdurmak istiyor musunuz?',
    buttonStop: 'Tümünü durdur',
    buttonKeep: 'Almaya devam et',
    askWhetherStopBySms:
      '{business}: mesajlarımızı durdurmak istiyor musunuz? Durdurmak için STOP, devam etmek için START gönderin.',
    help: '{business}: mesajlarımızı durdurmak için STOP, yeniden almak için START gönderin.',
    howToOptIn: 'Kaydolmak için OPTIN {name} gönderin.',
  },
};

/** The texts for a BCP 47 tag: by its language alone. */
export function textsFor(locale: string): ReplyTexts {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return replyTexts[replyLanguages.find((known) => known === language) ?? 'en'];
}
