import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Hablar con alguien',
  wayToHuman: 'Para hablar con una persona, envía ASESOR.',
  handedOver: 'Gracias. Una persona de {business} te escribirá por aquí.',
  handedOverAway: 'Gracias. Una persona de {business} te escribirá por aquí. Volvemos a abrir: {when}',
  words: `asesor, asesora, agente, humano, humana, persona, operador, operadora, ejecutivo, ejecutiva, representante, persona real,
    agente humano, asesor humano, un asesor, una asesora, un agente, un humano, una persona, una persona real, un ejecutivo,
    atención al cliente, servicio al cliente`,
  phrases: {
    'hablar-con-alguien':
      '(hablar|chatear|platicar|comunicarme|comunicar|contactar|contactarme|comuníqueme|comuníquenme|comunícame|páseme|pásame|conécteme|conéctame)( (con|a))? ((un|una|el|la|algún|alguna|su|otro|otra) )?(agente|asesora?|human[oa]|persona|operadora?|ejecutiv[oa]|representante|alguien|ser humano)( (human[oa]|real|de verdad|de ventas))?',
  },
};
