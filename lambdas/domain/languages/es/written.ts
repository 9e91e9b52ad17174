import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    hola holi holis buenos buenas buen días tardes noches quiero quisiera gracias qué cómo cuánto cuánta cuesta precio
    precios por favor para usted ustedes tienen tiene está están soy estoy el los las una unos del con dónde cuándo
    pedido información hacer saludos necesito puedo pueden hay muy bien sí y me gustaría quería saber más ahora horario
    envío tienda en la es ola mi`,
};
