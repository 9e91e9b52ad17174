import type { Language } from './languages.ts';

/**
 * Words that stop, by how much they can mean besides.
 * `explicit`: means the end of messages wherever it stands: a whole sentence of it is a clear stop, anywhere else it is ambiguous.
 * `stop`: the whole message is a clear stop; inside other words it is ambiguous.
 * `everyday`: the whole message is a clear stop; inside other words it means nothing (CANCEL my order, fin de semana BAJA).
 * `maybe`: even the whole message is only ambiguous.
 * Each column is a list with commas.
 */
export interface StopWords {
  readonly language: Language;
  readonly explicit?: string;
  readonly stop?: string;
  readonly everyday?: string;
  readonly maybe?: string;
}

/**
 * Sources: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel, unsubscribe), Twilio default keywords (STOPALL, OPTOUT),
 * AWS End User Messaging SMS opt-out keywords (ARRET, REMOVE, TD), Telnyx (STOP ALL), Salesforce (TERMINATE), Bronto (STOPP),
 * Canadian RCS rules (ARRET), Sinch's WhatsApp opt-out page (Portuguese), Aivo help (Spanish, Portuguese), opt-out matchers and bots
 * in use (the other languages); misspellings and inflections are ours. Written as people write them; compared after `normalise`.
 */
export const stopWords: readonly StopWords[] = [
  {
    language: 'en',
    explicit:
      'unsubscribe, unsub, unsuscribe, unsubcribe, un subscribe, optout, opt out, opt me out, stopall, stop all',
    stop: 'stop, s t o p, stop everything',
    everyday: 'cancel, end, quit, revoke, remove, terminate, td',
    maybe:
      'stpo, sotp, stp, st op, s top, cancel subscription, cancel my subscription, not interested, go away, enough',
  },
  {
    language: 'es-pt',
    everyday: 'cancelar, pare, parar',
  },
  {
    language: 'es',
    explicit: `
      darme de baja, dar de baja, dame de baja, deme de baja, denme de baja, darse de baja, desuscribir,
      desuscribirme, desuscríbeme, desuscríbanme, cancelar suscripción a mensajes, bórrame de la lista,
      sácame de la lista, quítame de la lista, sáquenme de la lista, bórrenme de la lista, elimíname de la lista,
      elimínenme de la lista, elimina mi número, borra mi número`,
    everyday: 'alto, baja, detener, deténgase, detente, salir, basta',
    maybe:
      'cancelar suscripción, cancelar mi suscripción, no molestar, no me interesa, paren, baja por favor, alto por favor, quiero la baja, solicito la baja',
  },
  {
    language: 'pt',
    explicit: `
      descadastrar, descadastre-me, me descadastre, descadastro, desinscrever, sair da lista, me tira da lista,
      cancelar inscrição`,
    everyday: 'sair, remover, chega',
    maybe: 'cancelar assinatura, não tenho interesse, sem interesse, sair por favor',
  },
  {
    language: 'fr',
    explicit: `
      désabonner, me désabonner, désabonnez-moi, désabonnement, désinscrire, me désinscrire, désinscrivez-moi,
      désinscription`,
    everyday: 'arrêt, arrêter, arrêtez, arrête',
    maybe: 'plus de messages, pas intéressé, pas intéressée',
  },
  {
    language: 'de-no',
    stop: 'stopp',
  },
  {
    language: 'de',
    explicit: 'abmelden, abbestellen, austragen, keine Werbung mehr',
    everyday: 'aufhören, aufhoeren',
    maybe: 'kein Interesse, kündigen, Abo kündigen',
  },
  {
    language: 'no',
    explicit: 'meld meg av, avmeld, ikke send meg flere meldinger',
  },
  {
    language: 'it',
    explicit: `
      basta messaggi, cancellami, cancellatemi, disiscrivimi, disiscrivetemi, disiscriviti, disiscrivere,
      annulla iscrizione, annulla l’iscrizione, cancella iscrizione, rimuovimi, rimuovetemi,
      toglietemi dalla lista, toglimi dalla lista`,
    everyday: 'interrompi, esci, annulla, termina, basta così',
    maybe: 'non mi interessa, non interessato',
  },
  {
    language: 'hi',
    explicit: `
      मैसेज बंद करो, मैसेज बंद करें, संदेश बंद करें, मैसेज भेजना बंद करो, मैसेज मत भेजो, मुझे मैसेज मत भेजो,
      मैसेज मत करो`,
    stop: 'बंद करो, बंद करें, बंद कर दो, स्टॉप, band karo, band kar do, band karein, band kro',
    everyday: 'रोको, रोकें, roko, बंद',
    maybe: 'mat karo, mat bhejo, मत भेजो',
  },
  {
    language: 'ar',
    explicit: `
      إلغاء الاشتراك, إلغاء اشتراك, ألغ الاشتراك, الغي الاشتراك, أوقف الرسائل, إيقاف الرسائل, أوقفوا الرسائل,
      وقف الرسائل, لا ترسل لي رسائل, لا ترسلوا لي رسائل, لا تراسلني, لا تراسلوني, توقف عن إرسال الرسائل,
      توقفوا عن إرسال الرسائل, احذف رقمي`,
    stop: 'ستوب',
    everyday: 'توقف, توقفوا, إلغاء, إيقاف, أوقف',
  },
  {
    language: 'id',
    explicit: `
      berhenti berlangganan, berhenti langganan, berhenti melanggan, batal langganan, hentikan pesan,
      hentikan pesan ini, jangan kirim pesan lagi, jangan kirim lagi, jangan hubungi saya lagi, hapus nomor saya`,
    everyday: 'berhenti, hentikan',
  },
  {
    language: 'ru',
    explicit: `
      отписаться, отписка, отпишите меня, отпишите, отпиши меня, отписываюсь, не пишите мне, не пишите мне больше,
      больше не пишите, больше не пишите мне, прекратите рассылку, не присылайте сообщения,
      не присылайте мне сообщения, удалите мой номер, уберите меня из рассылки, удалите меня из рассылки,
      исключите меня из рассылки`,
    stop: 'стоп',
    everyday: 'отмена, прекратите, хватит',
  },
  {
    language: 'tr',
    explicit: `
      abonelikten çık, abonelikten ayrıl, aboneliği iptal et, mesaj göndermeyin, mesaj atmayın, bana mesaj atmayın,
      beni listeden çıkarın`,
    everyday: 'dur, durdur, iptal, ret',
  },
  {
    language: 'he',
    explicit: `
      הסירו אותי, תסירו אותי, הסר אותי, הסר אותי מהרשימה, הסירו אותי מהרשימה, תפסיקו לשלוח לי הודעות,
      תפסיקו לשלוח הודעות`,
    stop: 'הסר, הסרה',
    everyday: 'עצור, תפסיק, תפסיקו, ביטול',
  },
  {
    language: 'pl',
    explicit: `
      wypisz, wypisz mnie, proszę mnie wypisać, wypisuję się, usuń mnie z listy, nie wysyłajcie mi wiadomości,
      nie piszcie do mnie`,
    everyday: 'rezygnuję, rezygnacja',
  },
  {
    language: 'vi',
    explicit: `
      hủy đăng ký, huỷ đăng ký, huy dang ky, ngừng gửi tin nhắn, dừng gửi tin nhắn, đừng nhắn tin nữa,
      ngừng nhận tin`,
    everyday: 'dừng, dừng lại, dung lai, ngừng, ngung, hủy, huỷ',
    maybe: 'dung',
  },
  {
    language: 'zh-ja',
    everyday: '停止',
  },
  {
    language: 'zh',
    explicit:
      '退订, 退訂, 取消订阅, 取消訂閱, 停止发送, 停止發送, 请停止发送, 不要再发了, 别再发了, 不要再给我发信息, 停止接收',
    everyday: '停',
  },
  {
    language: 'ko',
    explicit: '수신거부, 수신 거부, 구독취소, 구독 취소, 문자 보내지 마세요, 메시지 보내지 마세요, 그만 보내세요',
    everyday: '중지, 그만',
  },
  {
    language: 'ja',
    explicit:
      '配信停止, 配信停止してください, 配信を停止してください, 配信解除, 購読解除, 送らないでください, もう送らないでください',
    stop: 'ストップ',
    everyday: '解除, やめて',
  },
  {
    language: 'el',
    explicit:
      'απεγγραφή, κατάργηση εγγραφής, διαγραφή από τη λίστα, μη μου στέλνετε μηνύματα, μην μου στέλνετε μηνύματα',
    stop: 'στοπ',
    everyday: 'διαγραφή',
  },
];
