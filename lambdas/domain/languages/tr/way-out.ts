import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Seçim tamamen sizin; hiçbir alışverişin şartı değildir. Mesajları istediğiniz zaman ücretsiz olarak durdurabilirsiniz: Sohbete STOP veya İPTAL yazıp gönderin.',
  footer: 'Mesajları durdurmak için STOP yazıp gönderin.',
  optOutButton: 'Tümünü durdur',
};
