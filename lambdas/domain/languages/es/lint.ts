import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    acepto, accedo, autorizo, consiento, quiero, deseo, quisiera, me gustaría, estoy de acuerdo, doy mi consentimiento, doy mi
    permiso, sí quiero, envíenme, envíeme, mándenme, permito, me apunto`,
  receive:
    'recibir, reciba, recibo, enviarme, mandarme, envíen, envíe, envíenme, envíeme, me envíe, me envíen, me mande, me manden, mensajes',
  vague: `
    información, informaciones, actualizaciones, mensajes, notificaciones, comunicaciones, contenido, contenidos, avisos, alertas,
    cosas, otros, otras, todo, todos, todos los mensajes, información importante, información útil, información relevante,
    información general, actualizaciones importantes, mensajes de whatsapp, y más, más, varios, servicio, servicios`,
  marketing: `
    oferta, ofertas, descuento, descuentos, promoción, promociones, promocional, promocionales, promo, promos, rebaja, rebajas,
    cupón, cupones, publicidad, marketing, newsletter, boletín, precios especiales, gangas, novedades comerciales`,
  service: `
    pedido, pedidos, entrega, entregas, envío de pedidos, envíos, reserva, reservas, cita, citas, factura, facturas, cuenta, pago,
    pagos, código, códigos, contraseña, contraseñas, recibo, recibos, compra, compras`,
  bundled: `
    al continuar, si continúa, si continúas, al seguir navegando, al usar este, al usar nuestro, al utilizar este, al utilizar nuestro,
    al usar la, al utilizar la, al registrarse, al registrarte, al registrarme, al crear una cuenta, al hacer un pedido,
    al realizar un pedido, al realizar su compra, al comprar, al pagar, al visitar, al navegar, al descargar`,
  terms: `
    términos y condiciones, condiciones de uso, términos de uso, términos del servicio, condiciones generales, los términos,
    las condiciones, política de cookies, acepto la política, acepto el aviso`,
  silence: `
    desmarque, desmarca, desmarcar, quite la marca, quita la marca, deseleccione, deselecciona, salvo que nos diga,
    a menos que nos diga, marque aquí para no recibir, marca aquí para no recibir, si no hace nada, si no haces nada`,
  refusal: `
    si no quiere, si no quieres, si no desea, si no deseas, salvo que, a menos que, no quiero, no deseo, no acepto, no autorizo,
    no me envíen, no me envíe`,
  condition: `
    debe aceptar, debes aceptar, tiene que aceptar, tienes que aceptar, es obligatorio, obligatorio para, requisito para,
    necesario para completar, necesario para comprar, necesario para su compra, necesario para tu compra,
    necesario para su pedido, para poder comprar, para completar su compra, para completar tu compra, imprescindible para,
    condición para, solo puede comprar si, solo puedes comprar si, solo podrá comprar si, solo podrás comprar si,
    acepte para completar, acepta para completar, acepte para finalizar, acepta para finalizar, acepte para comprar,
    acepta para comprar, para finalizar su compra, para finalizar tu compra, si no acepta no podrá, si no aceptas no podrás`,
  notACondition: `
    no es condición, no es una condición, no es obligatorio, no es necesario, no es requisito, no es un requisito,
    no está obligado, sin obligación, no tiene que aceptar, no tienes que aceptar, no necesita aceptar`,
  irrevocable: `
    irrevocable, irrevocables, irrevocablemente, no se puede revocar, no puede revocar, no podrá revocar, no puedo revocar,
    no se puede retirar, no podrá darse de baja, no puede darse de baja, renuncio a`,
  hardWays: `
    por correo postal, por carta, carta certificada, por escrito, llámenos, llame al, llamando, por teléfono, en nuestra tienda,
    en una sucursal, inicie sesión, iniciar sesión, rellene el formulario, complete el formulario, días hábiles, días laborables,
    con un costo, con un coste`,
  anyTime: 'en cualquier momento, en todo momento, cuando quiera, cuando quieras, cuando desee, siempre que quiera',
  others: `
    nuestros socios, sus socios, y socios, socios comerciales, socios seleccionados, empresas colaboradoras, empresas del grupo,
    empresas afiliadas, afiliados, filiales, terceros, patrocinadores, otras empresas, otras marcas`,
  endorsed: `
    whatsapp oficial, oficial de whatsapp, socio de whatsapp, socio oficial, aprobado por whatsapp, verificado por whatsapp,
    certificado por whatsapp, boletín de whatsapp, equipo de whatsapp, enviado por el equipo de whatsapp, aprobado por meta,
    verificado por meta, socio de meta, avalado por whatsapp, recomendado por whatsapp`,
};
