import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Bicara dengan orang',
  wayToHuman: 'Untuk bicara dengan petugas kami, kirim PETUGAS.',
  handedOver: 'Terima kasih. Petugas {business} akan membalas Anda di sini.',
  handedOverAway: 'Terima kasih. Petugas {business} akan membalas Anda di sini. Kami buka lagi: {when}',
  words: `petugas, agen, operator, manusia, orang, admin, cs, customer service, layanan pelanggan, orang asli, staf, wakil, ejen,
    bicara dengan cs, khidmat pelanggan`,
  phrases: {
    'bicara-dengan-orang':
      '(bicara|berbicara|ngobrol|ngomong|chat|bercakap|terhubung|hubungkan|sambungkan)( (saya|aku))?( (dengan|sama|dgn|ke|kepada))? (petugas|agen|operator|manusia|orang|admin|cs|customer service|staf|seseorang|ejen)( (asli|langsung|anda|kalian))?',
  },
};
