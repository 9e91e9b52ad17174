import type { Keywords } from '../topics/keywords.ts';

const things =
  '(pesan|pesan pesan|sms|wa|chat|notifikasi|pemberitahuan|spam|mesej|pesan whatsapp|info|broadcast|whatsapp)';
const offers =
  '(promosi|promo|iklan|penawaran|tawaran|diskon|pesan (promosi|promo|iklan|pemasaran|marketing)|mesej promosi|marketing|pemasaran|kampanye)';
const each = `(${offers}|${things})`;
const what = `${each}( (dan|atau) ${each})?`;

/** Sources: bots in use (berhenti, hentikan). UNREG: the convention of Indonesian short codes. Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `
    berhenti berlangganan, berhenti langganan, berhenti melanggan, batal langganan, hentikan pesan,
    hentikan pesan ini, jangan kirim pesan lagi, jangan kirim lagi, jangan hubungi saya lagi, hapus nomor saya, unreg, hentikan promosi,
    batalkan langganan, henti langganan, jangan hantar lagi, hentikan promo, nyahlanggan, hentikan semua, berhenti semua, stop semua, batalkan semua`,
  everyday: 'berhenti, hentikan, batal, batalkan, setop, henti, keluar, hapus, akhiri, selesai',
  maybe: `tidak tertarik, tidak berminat, tak berminat, jangan ganggu, gak minat, cukup, sudah cukup, jangan kirim, tidak mau, gak mau lagi, tidak mau lagi, nggak tertarik, jangan sms, jangan wa, tanpa sms`,
  start: 'mulai',
  help: 'bantuan',
  preferences:
    'ubah pilihan saya, ubah pilihan, pilihan saya, preferensi, preferensi saya, ubah preferensi, atur pesan, ubah pesan, pengaturan, pengaturan pesan',
  courtesies:
    'tolong, mohon, terima kasih, terimakasih, makasih, halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, sekarang, segera, ya, dong, min, kak, pak, bu, permisi, maaf, sila, assalamualaikum, minta tolong, trims, lah, deh',
  requests: `saya ingin, saya mau, aku mau, bisakah, bisa, boleh, dan, saya minta, bolehkah, saya hendak, saya nak, tolong, mau, ingin, minta`,
  greetings: 'halo, hai, selamat pagi',
  tails: 'ini, dari sini, dari grup ini',
  joiners: 'dan, atau',
  things,
  offers,
  phrases: {
    'hentikan-pesan': `(hentikan|berhenti|stop|setop|batalkan|matikan|henti|berhentikan)( (semua|mengirim|kirim|kirimkan|menerima|mengirimkan|segala|hantar|menghantar)){0,3} ${what}( (ini|itu|dari anda|ke saya|kepada saya|ke nomor ini|lagi|kalian)){0,2}`,
    'jangan-kirim': `(jangan|jgn|tolong jangan|usah|mohon tidak|tidak usah|gak usah|stop|berhenti) (kirim|kirimkan|kirimi|mengirim|mengirimi|hantar|hubungi|chat|wa|sms|ganggu|menghubungi|kontak|spam)( (saya|aku|kami|lagi|semua|ke saya|ke nomor ini|apa apa|apapun|pada saya)){0,3}( ${what})?( (lagi|ke saya|ini|kepada saya|apapun)){0,2}`,
    'tidak-mau-pesan': `(saya |aku |kami )?(sudah )?(tidak|tak|gak|nggak|ga|enggak|tdk) (mau|ingin|mahu|nak|perlu|butuh)( (lagi|menerima|terima|dapat|dapet|dikirimi|dikirim|semua|dihubungi)){0,3} ${what}( (lagi|ini|dari anda|dari kalian|apapun)){0,2}`,
    'hapus-nomor':
      '(hapus|hapuskan|keluarkan|hilangkan|padam|buang|coret|delete|remove|cabut) (saya|nomor saya|nomer saya|nombor saya|nama saya|kontak saya|data saya|nomor ini)( (dari|daripada)( (daftar|list|database|grup|senarai|kontak|sistem)( (anda|kalian|ini|kontak|broadcast))?)?)?',
    'cabut-izin': '(saya )?(mencabut|cabut|tarik|menarik)( kembali)? (izin|persetujuan|kebenaran)( saya)?',
    'tidak-mau-dihubungi':
      '(saya |aku )?(tidak|tak|gak|nggak|ga) (mau|ingin|mahu|nak) (lagi )?(dihubungi|dikirimi|dichat|diganggu)( lagi)?',
    'berhenti-menerima': `(berhenti|tidak lagi|stop) (menerima|dapat|terima)( (semua|lagi)){0,2} ${what}( (dari kalian|dari anda|ini|lagi)){0,2}`,
  },
  maybePhrases: {
    'jangan-lagi': 'jangan (kirim|hubungi|chat|wa|ganggu)',
    'dapat-nomor': '(dari mana|darimana|siapa yang kasih|dapat) (anda |kalian )?(dapat |tahu )?nomor saya',
    'tidak-mau-terima': '(tidak|tak|gak) (mau|ingin|mahu) (menerima|terima|dapat)',
  },
  harmless: [
    '(halte|terminal|berhenti di) ',
    'tidak berhenti',
    'jangan berhenti',
    'berhenti (merokok|kerja|bekerja|sebentar|dulu|di)',
  ],
  prefers: '(saja|hanya|lewat|cukup|lebih baik|boleh|ok|oke|aja|sahaja|ya|lebih suka|silakan)',
};
