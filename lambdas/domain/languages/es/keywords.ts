import type { Keywords } from '../topics/keywords.ts';

const things =
  '(mensajes?|mensajitos|msjs?|msgs?|sms|textos?|notificaciones|anuncios de texto|whatsapps?|spam|correos)';
const offers =
  '(promociones|promocion|promos?|publicidad|propaganda|anuncios|ofertas|oferta|descuentos|campañas|mensajes? (promocionales|publicitarios|comerciales|de (promociones|ofertas|publicidad|marketing))|marketing)';
const each = `(${offers}|${things})`;
const what = `${each}( (y|o|ni|e) ${each})?`;
const send =
  '(envien?|envies|enviar|manden?|mandes|mandar|escriban?|escribas|escribir|contacten?|contactes|molesten?|molestes)';
const more = '( (mas|estos|estas|sus|tus|esos|esas|los|las|ningun|ninguna|este|ese|tipo|de)){0,3}';
const list =
  '(listas?|base|base de datos|grupo|contactos|sistema|registros?|agenda|lista de (contactos|difusion|envio|distribucion))';

/**
 * Sources: Sinch's WhatsApp opt-out page (salir, detener), Aivo help (baja, cancelar, pare), opt-out matchers in use (alto, darme de
 * baja, "detener promociones", "no me manden más mensajes"), DeskcommCRM PR 416 ("que me den de baja", "sáquenme de su lista"), Meta's
 * quick reply ("Detener promociones"); inflections are ours. "baja por favor" and "alto por favor" were unclear once
 * (`maybe-stop.es.baja-por-favor`) and are clear now by the word.
 */
export const keywords: Keywords = {
  explicit: `
    darme de baja, dar de baja, dame de baja, deme de baja, denme de baja, darse de baja, desuscribir,
    desuscribirme, desuscríbeme, desuscríbanme, cancelar suscripción a mensajes, bórrame de la lista,
    sácame de la lista, quítame de la lista, sáquenme de la lista, bórrenme de la lista, elimíname de la lista,
    elimínenme de la lista, elimina mi número, borra mi número, date de baja, desinscribirme, anular suscripción a mensajes, detener todo, detener todos, no recibir más, no recibir más mensajes, parar todo, cancelar todo, cancelar todos los mensajes`,
  everyday: `alto, baja, detener, deténgase, detente, salir, basta, cancela, cancele, cancelen, anular, finalizar, terminar, eliminar,
    borrar, detengan, detenganse, basta ya`,
  maybe: `cancelar suscripción, cancelar mi suscripción, no molestar, no me interesa, paren, quiero la baja, dar baja, denme la baja, solicito la baja,
    no gracias no me interesa, ya no, ya no quiero, no quiero nada, déjenme en paz, déjame en paz, ya no más, no más, no moleste, no molesten,
    no estoy interesado, no estoy interesada, no sms, sin sms, sin mensajes, no mensajes`,
  start: 'alta, suscribir, suscribirme, volver',
  help: 'ayuda',
  preferences:
    'preferencias, mis preferencias, cambiar mis avisos, mis avisos, cambiar avisos, cambiar mensajes, cambiar mis mensajes, cambiar mis preferencias, cambiar preferencias, cambiar lo que recibo, elegir mensajes, ajustes',
  courtesies: `por favor, porfavor, porfa, porfis, gracias, muchas gracias, hola, ya, buenos días, buenas tardes, buenas noches, buen día,
    buenas, saludos, ahora, ahora mismo, ahorita, disculpe, perdón, señor, señora, amigo, amigos, de inmediato, inmediatamente, por fa, pf`,
  requests: `quiero que me, quiero, quisiera, deseo, me gustaría, puede, pueden, podría, podrían, solicito, y, necesito, me pueden, me puede, pido, les pido, le pido, exijo, puedo, quiero que, quisiera que me, quisiera que, solicito que me, solicito que, necesito que me, necesito que, favor de, me podrían, pido que me, ya quiero, haga el favor de`,
  greetings: 'hola, buenos días, buenas tardes, buenas noches, estimados',
  tails: 'esto, eso, de esto, de aquí, del grupo, de este grupo, de esta lista',
  joiners: 'y, o, ni, mensajes',
  reactions:
    'le gustó, le gusta, le encantó, le encanta, me gusta, me encanta, no le gustó, no le gusta, se rió de, se ha reído de, exclamó, exclamó por, enfatizó, destacó, preguntó, preguntó por, cuestionó',
  things,
  offers,
  phrases: {
    'no-me-escriban':
      '(ya |por favor )?(no|nunca) me (escriban?|escribas|contacten?|contactes|molesten?|molestes)( mas| nunca mas)?',
    'no-envien-mensajes': `(ya )?(no|nunca) (me |nos )?(vuelvan? a |vuelvas a )?${send}(me)?${more} ${what}( mas)?`,
    'no-envien-mas': '(ya )?no me (envien?|envies|manden?|mandes) mas( nada)?',
    'dejar-de-enviar': `(deja|deje|dejen|dejad|para|pare|paren|parar) de (enviarme|mandarme|enviar|mandar|escribirme|contactarme|molestarme|molestar)${more}( ${what})?`,
    'no-quiero-mensajes': `(ya )?no (quiero|deseo|queremos)( mas)?( recibir| seguir recibiendo| que me (envien|manden))?( (mas|sus|tus|estos|los|ninguna?|ningun)){0,2} ${what}( suyos| de ustedes| de uds)?( mas)?`,
    'detener-mensajes': `(detener|alto|detengan|paren|parar|stop|no mas|basta de|cancelar|frenar|desactivar)( (los|las|sus|estos|estas|de|a|todos|todas|el|la)){0,2} ${what}`,
    'dar-de-baja':
      '(denme|deme|dame|darme|dar|darnos|darse|den|de|me den|me de|me den de|me dan|me doy) de baja( (de|del)( (la|esta|este|su|tu))?( (lista|servicio|suscripcion|mensajes))?)?',
    'revocar-consentimiento': '(revoco|retiro|revocar|retirar|cancelo)( mi| el)? (consentimiento|autorizacion|permiso)',
    'saquenme-de-la-lista': `(saquenme|saqueme|sacame|saquen|sacarme|quitenme|quiteme|quitame|quitarme|borrenme|borreme|borrame|borrarme|eliminenme|elimineme|eliminame|eliminarme|retirenme|retirame)( (de|del)( (la|las|su|sus|tu|tus|esta|este|el))?( ${list})?)?`,
    'borren-mi-numero': `(borren?|borra|borrar|eliminen?|elimina|eliminar|quiten?|quita|quitar|saquen?|saca|retiren?|retirar) (mi|este) (numero|contacto|telefono|celular|nombre|whatsapp)( (de|del)( (la|su|tu|sus|esta|el))?( ${list})?)?`,
    'no-quiero-recibir-nada':
      '(ya )?no (quiero|deseo)( (mas|ya|seguir))?( recibir| recibiendo)( (nada|mas|ninguno|ninguna)){1,2}( (de ustedes|suyo|por aqui|de este numero))?',
    'no-quiero-que-escriban': `(ya )?no quiero (mas )?(que me (escriban|contacten|molesten|escribas|contactes|llamen)|saber (mas |nada )?de ustedes)( mas)?`,
    'dejar-de-recibir': `(dejar de|no|nunca mas) recibir( (sus|todos|los|estos|mas|tus|sus|todas|las|todo tipo de)){0,2} ${what}( de ustedes| suyos)?( mas)?`,
  },
  maybePhrases: {
    'no-quiero-recibir': '(ya )?no (quiero|deseo) (seguir )?(recibir|recibiendo)',
    'de-baja': '(den|demos|dar|darme|dado) (mi numero )?de baja',
    'quien-dio-mi-numero': '(quien les dio|como consiguieron|de donde (sacaron|obtuvieron)) mi numero',
    'no-manden': '(no|nunca) me (envien?|manden?)',
    'numero-equivocado': `(numero equivocado|se equivocaron de numero)`,
  },
  harmless: [
    'no me (manden|envien) mas (cobros|facturas|recibos|productos|paquetes|cosas)',
    '(no )?me (dieron|dio|dan) de baja (en|del) (trabajo|seguro|gimnasio|medico)',
    'baja (medica|laboral|temporal)',
  ],
  prefers:
    '(solo|solamente|unicamente|mejor|prefiero|esta bien|ok|suficiente|por favor|bien|si|vale|basta con|sigan|uso)',
};
