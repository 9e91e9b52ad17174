import type { HeardLanguage, SharedLanguages } from './heard-languages.ts';

/**
 * The rules that are named after a wording, not after words, by language: nobody may be quoted with them. The names stand in `keywords.ts`
 * too, with their patterns; whoever only explains a decision need not carry those. A test holds the two together.
 */
export const phraseRules: Readonly<Record<Exclude<HeardLanguage, SharedLanguages>, string>> = {
  en: 'stop-messages no-more-messages stop-sending-messages do-not-message do-not-send no-wish do-not-hear unsubscribe-me remove-me take-me-off revoke-consent leave-me-alone do-not-contact do-not-want-these stop-this off-your-list end-messages be-removed do-not-want no-further who-gave-my-number never-signed-up block-report stop-glued remove-from wrong-number',
  es: 'no-me-escriban no-envien-mensajes no-envien-mas dejar-de-enviar no-quiero-mensajes detener-mensajes dar-de-baja revocar-consentimiento saquenme-de-la-lista borren-mi-numero no-quiero-recibir-nada no-quiero-que-escriban dejar-de-recibir no-quiero-recibir de-baja quien-dio-mi-numero no-manden numero-equivocado',
  pt: 'parar-de-enviar nao-enviar nao-enviar-mais nao-quero-mensagens parar-mensagens remova-me revogar-consentimento nao-quero-receber-nada remova-meu-contato me-tire-da-lista nao-escreva parar-de-receber sem-promocoes nao-quero-receber quem-deu-meu-numero nao-mande numero-errado',
  fr: 'arreter-denvoyer ne-plus-envoyer ne-plus-infinitif ne-veux-plus arreter-messages ne-veux-rien-recevoir retirez-moi retirer-consentement ne-me-contactez-plus retirer-mon-numero pas-de-promos arreter-de-recevoir plus-de-promos ne-plus-recevoir qui-a-donne-mon-numero me-desabonner mauvais-numero ne-pas-contacter',
  de: 'aufhoeren-zu-schreiben nicht-mehr-schreiben keine-nachrichten nicht-kontaktieren nachrichten-stoppen abmelden nummer-loeschen einwilligung-widerrufen nichts-mehr nummer-loeschen-infinitiv nicht-mehr-anschreiben nicht-mehr-erhalten aus-dem-verteiler nicht-erhalten woher-nummer mehr-abmelden falsche-nummer',
  no: 'stopp-meldinger ikke-send vil-ikke-ha ingen-flere fjern-meg trekker-samtykke ikke-flere motta-mer',
  it: 'smettere-di-inviare non-inviare non-scrivere-piu non-voglio-messaggi non-voglio-ricevere-nulla basta-messaggi cancellami revocare-consenso cancellate-il-numero non-contattatemi essere-cancellato smettere-di-ricevere niente-offerte non-ricevere chi-vi-ha-dato numero-sbagliato',
  hi: 'message-band-karo sandesh-band-karen mat-bhejo suchi-se-hatao sahmati-vapas sandesh-kaise-band band-kaise',
  ar: 'la-urid la-tursil waqf-alrasail ihdhif-raqmi la-tatawasalu ashab-muwafaqati izala-min-alqaima ma-urid min-ayn-raqmi alishtirak',
  id: 'hentikan-pesan jangan-kirim tidak-mau-pesan hapus-nomor cabut-izin tidak-mau-dihubungi berhenti-menerima jangan-lagi dapat-nomor tidak-mau-terima',
  ru: 'ne-prisylajte prekratite ne-hochu ne-hochu-nichego udalite-menya iz-rassylki otpishite otzyvayu-soglasie bez-reklamy net-bolshe perestat-poluchat ne-poluchat otkuda-nomer',
  tr: 'mesaj-gondermeyin mesaj-istemiyorum mesajlari-durdur listeden-cikarin numarami-silin onayimi-geri abonelikten-cik rahatsiz-etmeyin almak-istemiyorum numaram-nereden listeden-cik',
  he: 'tafsiku-lishloach al-tishlechu lo-rotze hasiru-oti atzor-hodaot mevatel-haskama lo-lekabel me-eifo-mispar lehasir',
  pl: 'nie-wysylajcie nie-chce przestancie usuncie-mnie koniec-z wypisac-sie cofam-zgode zadnych-wiecej przestac-dostawac nie-chce-dostawac skad-numer jak-wypisac',
  vi: 'dung-gui khong-muon dung-tin xoa-so rut-dong-y khong-nhan-nua khong-nhan dung-nua so-toi-dau',
  zh: 'bu-yao-fa bu-xiang-shoudao tingzhi-xinxi shanchu-haoma chehui-tongyi bu-xiang wo-de-haoma quxiao-dingyue',
  ko: 'bonaeji-maseyo geuman-bonae batgo-sipji jungji-munja beonho-sakje dongui-cheolhoe susin-geobu gudok-chwiso batgi-sileo beonho-eodiseo geuman-haju',
  ja: 'okuranaide iranai haishin-teishi sakujo doui-tekkai uketoritakunai bangou-doko teishi-houhou',
  el: 'min-stelnete stamatiste den-thelo diagrapste-me anakalo-sygkatathesi ochi-alla na-lamvano pou-vrikate',
  nl: 'stop-berichten stop-met-sturen niet-meer-sturen geen-berichten-meer wil-niet-meer verwijder-mij uitschrijven-van trek-toestemming-in geen-ontvangen niet-ontvangen hoe-nummer afmelden-voor',
  uk: 'ne-nadsylajte prypynit ne-hochu ne-hochu-nichoho vydalit-mene vidpyshit vidklykayu-zgodu bez-reklamy ne-treba perestaty-otrymuvaty ne-otrymuvaty zvidky-nomer',
  ro: 'nu-mai-trimiteti nu-ma-contactati nu-mai-vreau opriti-mesajele stergeti-ma stergeti-numarul retrag-acordul fara-mesaje nu-primesc de-unde-numar dezabona',
  th: 'yut-song mai-yak-rap mai-rap lop-boe yut-what thon-khwam-yinyom mai-yak ao-boe',
  tl: 'itigil-mensahe huwag-magpadala ayaw-ko ayaw-ng-mensahe tanggalin-ako wala-nang binabawi-pahintulot saan-number wag-na ayaw-na',
  bn: 'message-bondho pathaben-na jogajog-korben-na talika-theke peteb-chai-na sommoti pete-chai-na message-bondho-kibhabe nombor-kothay ar-pathaben',
  ta: 'seythi-vendam anuppa-vendam todarbu-vendam pattiyalil-irundhu oppudhal-vilakku virumbavillai en-engey',
  ur: 'paigham-band mat-bhejein fehrist-se razamandi-wapas nahi-chahta paigham-kaise-roken number-kahan',
  sw: 'sitisha-ujumbe usitume sitaki-ujumbe niondoe nafuta-idhini kujiondoa acha-kunitumia sitaki-kupokea namba-wapi jinsi-ya-kujiondoa',
};
