import type { CorpusLanguage } from './corpus-language.ts';

export const latinEast: readonly CorpusLanguage[] = [
  {
    code: 'pl',
    everyday: 'rezygnuję|koniec|anuluj',
    hello: 'Dzień dobry',
    please: 'proszę',
    thanks: 'dziękuję',
    wishes: 'chcę {w}|chciałbym {w}',
    story: 'Nie wiem kim jesteście',
    sentences:
      'proszę nie wysyłać mi więcej wiadomości|nie chcę już otrzymywać wiadomości|usuńcie mój numer|wypiszcie mnie z listy|nie piszcie do mnie|przestańcie wysyłać mi smsy|chcę się wypisać',
    hints: 'jak mogę wypisać się z listy?|dajcie mi spokój',
    marketing: 'nie chcę reklam|koniec z promocjami|proszę nie wysyłać mi ofert',
    elsewhere: 'nie chcę smsów, tylko WhatsApp|nie piszcie do mnie, lepiej mail',
    harmless:
      'chcę anulować zamówienie|koniec tygodnia pasuje|do końca miesiąca|przystanek autobusowy|rezygnuję z zamówienia|kiedy koniec promocji|lot bez przesiadki non stop|nie dziękuję|nic więcej nie potrzebuję|bez cebuli proszę|nie dostałem wiadomości|usuń cebulę z kanapki|zatrzymaj się przy sklepie|kończę pracę o piątej|weekend mi pasuje|anulować wizytę u lekarza|przestań się martwić|mój zegarek stanął',
  },
  {
    code: 'ro',
    everyday: 'anulare|oprește|renunț',
    hello: 'Bună ziua',
    please: 'vă rog',
    thanks: 'mulțumesc',
    wishes: 'vreau {w}|aș vrea {w}',
    story: 'Nu știu cine sunteți',
    sentences:
      'nu mai vreau să primesc mesaje|nu îmi mai trimiteți mesaje|ștergeți numărul meu|scoateți-mă din listă|dezabonați-mă|nu mă mai contactați|vreau să mă dezabonez',
    hints: 'cum pot face dezabonare de la aceste mesaje?|lăsați-mă în pace',
    marketing: 'nu mai vreau oferte|opriți reclamele|fără promoții vă rog',
    elsewhere: 'nu mai vreau sms, doar WhatsApp|nu mă mai contactați aici, mai bine pe email',
    harmless:
      'vreau să anulez comanda|stația de autobuz|oprește la colț|sfârșit de săptămână|la sfârșitul lunii|când se termină oferta|nu mulțumesc|nu mai vreau nimic, mulțumesc|fără ceapă vă rog|nu am primit mesajul|anulați comanda mea|renunț la sos|puteți șterge pata?|zbor fără oprire|ceasul meu s-a oprit|ies din oraș mâine|unde oprește autobuzul|mă las de fumat',
  },
  {
    code: 'tr',
    everyday: 'iptal|dur|yeter',
    hello: 'Merhaba',
    please: 'lütfen',
    thanks: 'teşekkürler',
    wishes: '{w} istiyorum|{w} etmek istiyorum',
    story: 'Sizi tanımıyorum',
    sentences:
      'bana mesaj göndermeyin|artık mesaj almak istemiyorum|numaramı silin|beni listenizden çıkarın|listeden çık|bir daha yazmayın|mesaj atmayı kesin',
    hints: 'abonelikten nasıl çıkarım, listeden çıkmak istiyorum|beni rahat bırakın',
    marketing: 'reklam istemiyorum|kampanya mesajı göndermeyin|promosyonları durdurun',
    elsewhere: 'sms istemiyorum, sadece WhatsApp|mesaj göndermeyin, e-posta yeter',
    harmless:
      'siparişi iptal et|siparişimi iptal etmek istiyorum|otobüs durağı nerede|dur bir dakika geliyorum|hafta sonu uygun|ay sonunda|kampanya ne zaman bitiyor|hayır teşekkürler|başka bir şey istemiyorum|soğan istemiyorum|mesajı almadım|durmadan çalışıyor|lekeyi siler misiniz|aktarmasız uçuş|saatim durdu|yarın dükkana uğrarım|bana fişi göndermediniz|iki tane yeter bana',
  },
  {
    code: 'id',
    everyday: 'berhenti|batal|hentikan',
    hello: 'Halo',
    please: 'tolong',
    thanks: 'terima kasih',
    wishes: 'saya ingin {w}|saya mau {w}',
    story: 'Saya tidak kenal kalian',
    sentences:
      'jangan kirim pesan lagi|saya tidak mau menerima pesan lagi|hapus nomor saya|keluarkan saya dari daftar|berhenti mengirim pesan|jangan hubungi saya lagi|tolong hapus nomor saya dari daftar',
    hints: 'bagaimana cara berhenti berlangganan?|jangan ganggu',
    marketing: 'jangan kirim promo lagi|saya tidak mau iklan|hentikan promosi',
    elsewhere: 'jangan kirim sms, lewat WhatsApp saja|berhenti kirim pesan, lewat email saja',
    harmless:
      'saya mau batal pesanan nomor 12|batalkan pesanan saya|berhenti di depan toko|di mana halte busnya|akhir pekan bisa|akhir bulan ya|kapan promo selesai|tidak terima kasih|saya tidak mau bawang|pesan belum saya terima|berhenti merokok susah|penerbangan tanpa henti|jam tangan saya berhenti|nodanya bisa dihapus?|saya keluar kota besok|hujan tidak berhenti|sudah cukup dua saja|kalian belum kirim notanya',
  },
  {
    code: 'vi',
    everyday: 'dừng|hủy|ngừng',
    hello: 'Xin chào',
    please: 'làm ơn',
    thanks: 'cảm ơn',
    wishes: 'tôi muốn {w}|cho tôi {w}',
    story: 'Tôi không biết các bạn là ai',
    sentences:
      'đừng gửi tin nhắn cho tôi nữa|tôi không muốn nhận tin nhắn nữa|xóa số của tôi|xóa tôi khỏi danh sách|ngừng gửi tin nhắn|đừng nhắn tin cho tôi nữa|vui lòng hủy đăng ký',
    hints: 'làm sao để hủy đăng ký vậy?|đừng làm phiền tôi nữa',
    marketing: 'tôi không muốn nhận quảng cáo|đừng gửi khuyến mãi nữa|dừng quảng cáo',
    elsewhere: 'đừng gửi sms, chỉ WhatsApp thôi|đừng nhắn tin nữa, qua email được',
    harmless:
      'tôi muốn hủy đơn hàng|hủy lịch hẹn giúp tôi|trạm dừng xe buýt ở đâu|dừng xe ở trước cửa hàng|cuối tuần được không|cuối tháng nhé|khi nào kết thúc khuyến mãi|không cảm ơn|tôi không cần hành|tôi chưa nhận được tin nhắn|mưa không ngừng|đồng hồ của tôi dừng rồi|bay thẳng không dừng|tẩy được vết này không|mai tôi ghé cửa hàng|đúng rồi|shop chưa gửi hóa đơn|tôi bỏ thuốc lá',
  },
  {
    code: 'tl',
    everyday: 'itigil|hinto|tigil',
    hello: 'Kumusta',
    please: 'po',
    thanks: 'salamat',
    wishes: 'gusto ko nang {w}|gusto kong {w}',
    story: 'Hindi ko kayo kilala',
    sentences:
      'huwag na kayong magtext sa akin|ayaw ko nang makatanggap ng mensahe|tanggalin ang number ko|alisin nyo ako sa listahan|itigil ang mga mensahe|wag na po kayo magsend ng message|paki unsubscribe ako',
    hints: 'paano po mag-unsubscribe dito?|tigilan nyo ako',
    marketing: 'ayaw ko ng promo|itigil ang mga promo|wag na kayong magsend ng promo',
    elsewhere: 'wag na sms, WhatsApp na lang|huwag na kayong magtext sa akin, email na lang',
    harmless:
      'kanselahin ang order ko|saan ang bus stop|hinto sa kanto|hindi tumitigil ang ulan|katapusan ng buwan|weekend pwede|kailan matatapos ang promo|hindi na salamat|walang sibuyas please|hindi ko natanggap ang message|tumigil ang relo ko|dadaan ako sa shop bukas|wag kayong titigil|tama na ang dalawa|may promo pa ba|hindi nyo pa naisend ang resibo|titigil na akong manigarilyo|nasaan na ang order ko',
  },
  {
    code: 'sw',
    everyday: 'sitisha|simamisha|ghairi',
    hello: 'Habari',
    please: 'tafadhali',
    thanks: 'asante',
    wishes: 'nataka {w}|naomba {w}',
    story: 'Siwajui nyinyi ni nani',
    sentences:
      'msinitumie ujumbe tena|sitaki kupokea ujumbe tena|futa namba yangu|niondoe kwenye orodha|acha kunitumia ujumbe|usiwasiliane nami tena|naomba kujiondoa',
    hints: 'jinsi ya kujiondoa kwenye huduma hii?|niacheni',
    marketing: 'sitaki matangazo|sitisha matangazo|msinitumie ofa tena',
    elsewhere: 'msinitumie sms, WhatsApp tu|acha kunitumia ujumbe, barua pepe ni bora',
    harmless:
      'nataka kughairi oda yangu|kituo cha basi kiko wapi|simamisha gari hapa|mwisho wa wiki ni sawa|mwisho wa mwezi|ofa inaisha lini|hapana asante|bila kitunguu tafadhali|sijapokea ujumbe|mvua haiachi kunyesha|saa yangu imesimama|nitapita dukani kesho|acha mzigo mlangoni|hamjanitumia risiti|oda yangu iko wapi|nimeacha kuvuta sigara|asante kwa ujumbe|mbili zinatosha',
  },
];
