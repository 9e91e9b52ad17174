import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'La decisión es tuya y no es condición para ninguna compra. Puedes dejarlo en cualquier momento, gratis: envía STOP o BAJA en el chat.',
  footer: 'Envía STOP o BAJA para no recibir más mensajes.',
  optOutButton: 'Detener mensajes',
};
