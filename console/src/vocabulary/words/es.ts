import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  states: {
    'never-asked': 'Nunca preguntado',
    pending: 'Espera al teléfono',
    'opted-in': 'Aceptó',
    'opted-out': 'Rechazó',
    expired: 'Caducado',
    erased: 'Borrado',
  },
  sources: {
    api: 'por su propio sistema',
    'web-form': 'en un formulario web',
    paper: 'en papel',
    'point-of-sale': 'en una caja',
    'call-centre': 'por teléfono',
    import: 'por una importación',
    ivr: 'por un menú telefónico',
    email: 'por correo electrónico',
    policy: 'por una regla del negocio',
    'whatsapp-message': 'en un mensaje de WhatsApp',
    'whatsapp-button': 'con un botón en WhatsApp',
    'whatsapp-platform': 'en los ajustes de WhatsApp',
    'in-app-signup': 'por un registro en WhatsApp',
    'messaging-provider': 'según el proveedor de mensajería',
    'sms-keyword': 'por SMS',
    'preference-page': 'en la página de preferencias',
    'personal-link': 'por un enlace personal',
    erasure: 'por un borrado',
  },
  categories: { marketing: 'Marketing', utility: 'Servicio', authentication: 'Códigos' },
};
