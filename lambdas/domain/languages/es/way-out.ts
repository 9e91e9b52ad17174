import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Usted decide libremente; no es condición para comprar nada. Puede dejar de recibir los mensajes en cualquier momento y sin costo: envíe STOP o BAJA en el chat.',
  footer: 'Envíe STOP o BAJA para no recibir más mensajes.',
  optOutButton: 'Detener mensajes',
};
