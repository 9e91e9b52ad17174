import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    saya setuju, saya menyetujui, saya bersedia, saya ingin, saya mau, saya menerima, saya mengizinkan, saya memberi izin,
    saya memberikan izin, saya memberikan persetujuan, ya saya, kirimkan saya, kirimi saya, saya izinkan`,
  receive:
    'menerima, mendapat, mendapatkan, kirimkan saya, kirimi saya, mengirim, mengirimkan, mengirimi, dikirim, dikirimi, pesan',
  vague: `
    informasi, info, pembaruan, update, pesan, notifikasi, pemberitahuan, komunikasi, konten, peringatan, lainnya, lain lain,
    semuanya, semua, semua pesan, informasi penting, informasi berguna, informasi umum, informasi terkait, pembaruan penting,
    pesan whatsapp, dan lainnya, layanan`,
  marketing: `
    penawaran, promo, promosi, diskon, potongan harga, obral, kupon, voucher, iklan, pemasaran, marketing, newsletter, buletin,
    harga khusus, cashback`,
  service: `
    pesanan, pengiriman, pengantaran, paket, pemesanan, reservasi, janji temu, tagihan, faktur, akun, rekening, pembayaran, kode,
    otp, kata sandi, kuitansi, pembelian, transaksi`,
  bundled: `
    dengan melanjutkan, dengan meneruskan, dengan menggunakan, dengan memakai, dengan mendaftar, dengan membuat akun,
    dengan memesan, dengan melakukan pemesanan, dengan melakukan pembelian, dengan membeli, dengan membayar, dengan mengunjungi,
    dengan menjelajah, dengan mengunduh, otomatis setuju, otomatis menyetujui`,
  terms: `
    syarat dan ketentuan, syarat ketentuan, ketentuan layanan, ketentuan penggunaan, syarat penggunaan, syarat layanan,
    kebijakan cookie, menyetujui kebijakan, setuju dengan kebijakan`,
  silence: `
    hapus centang, hapus tanda centang, hilangkan centang, hilangkan tanda centang, lepas centang, jangan centang,
    batalkan centang, kecuali anda memberi tahu, centang untuk tidak menerima, centang jika tidak ingin, jika anda diam`,
  refusal: `
    jika anda tidak ingin, jika tidak ingin, apabila anda tidak, kalau tidak mau, jika anda tidak mau, kecuali jika,
    kecuali anda, saya tidak ingin, saya tidak mau, saya tidak setuju, saya menolak, jangan kirimi saya, jangan kirimkan saya`,
  condition: `
    anda harus setuju, anda harus menyetujui, anda wajib menyetujui, harus setuju, wajib setuju, wajib menyetujui, wajib untuk,
    diwajibkan untuk, diperlukan untuk menyelesaikan, diperlukan untuk membeli, diperlukan untuk memesan, syarat untuk membeli,
    syarat untuk memesan, syarat untuk, agar bisa membeli, agar dapat membeli, agar dapat memesan, untuk dapat membeli,
    untuk menyelesaikan pesanan, hanya bisa memesan jika, hanya dapat memesan jika, hanya bisa membeli jika,
    hanya dapat membeli jika, setujui untuk menyelesaikan, setuju untuk menyelesaikan, setujui untuk memesan,
    setujui untuk membeli`,
  notACondition: `
    bukan syarat, bukan merupakan syarat, tidak wajib, tidak diwajibkan, tidak diperlukan, tanpa kewajiban, tidak harus,
    tidak perlu setuju`,
  irrevocable: `
    tidak dapat ditarik, tidak bisa ditarik, tidak dapat dibatalkan, tidak bisa dibatalkan, tidak dapat dicabut,
    tidak bisa dicabut, tidak bisa berhenti, tidak dapat berhenti, melepaskan hak`,
  hardWays: `
    melalui pos, lewat pos, dengan surat, mengirim surat, kirim surat, secara tertulis, tertulis, hubungi kami, telepon,
    menelepon, lewat telepon, kunjungi toko, datang ke, cabang kami, masuk ke akun, login, isi formulir, mengisi formulir,
    hari kerja, dikenakan biaya`,
  anyTime: 'kapan saja, kapan pun, kapanpun, setiap saat, sewaktu waktu',
  others: `
    mitra kami, para mitra, dan mitra, mitranya, mitra bisnis, mitra terpilih, afiliasi, perusahaan afiliasi, anak perusahaan,
    perusahaan grup, pihak ketiga, pihak lain, sponsor, perusahaan lain, merek lain`,
  endorsed: `
    whatsapp resmi, resmi whatsapp, resmi dari whatsapp, mitra whatsapp, mitra resmi, disetujui whatsapp, disetujui oleh whatsapp,
    diverifikasi oleh whatsapp, terverifikasi oleh whatsapp, buletin whatsapp, tim whatsapp, disetujui oleh meta,
    diverifikasi oleh meta, mitra meta, direkomendasikan oleh whatsapp`,
};
