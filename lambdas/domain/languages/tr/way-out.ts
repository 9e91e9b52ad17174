import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Seçim tamamen sizindir; hiçbir alışverişin şartı değildir. Mesajları istediğiniz zaman ve ücretsiz olarak sonlandırabilirsiniz: sohbete STOP veya İPTAL yazıp gönderin.',
  footer: 'Mesajları sonlandırmak için STOP yazıp gönderin.',
  optOutButton: 'Mesaj göndermeyin',
};
