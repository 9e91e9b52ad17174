import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    aceito, concordo, autorizo, consinto, quero, desejo, gostaria, estou de acordo, dou meu consentimento, dou o meu consentimento,
    sim quero, me envie, me enviem, enviem me, permito, pretendo`,
  receive: 'receber, receba, recebo, me enviar, enviar, envie, enviem, me envie, me mande, mandem, mensagens',
  vague: `
    informações, informação, atualizações, mensagens, notificações, comunicações, comunicados, conteúdo, conteúdos, avisos, alertas,
    coisas, outros, outras, tudo, todos, todas as mensagens, informações importantes, informações úteis, informações relevantes,
    informações gerais, atualizações importantes, mensagens de whatsapp, mensagens do whatsapp, e mais, mais, serviço, serviços`,
  marketing: `
    oferta, ofertas, desconto, descontos, promoção, promoções, promocional, promocionais, promo, promos, cupom, cupons, cupão,
    cupões, liquidação, publicidade, propaganda, marketing, newsletter, boletim, preços especiais, saldos`,
  service: `
    pedido, pedidos, entrega, entregas, encomenda, encomendas, reserva, reservas, agendamento, agendamentos, consulta, consultas,
    fatura, faturas, conta, pagamento, pagamentos, código, códigos, senha, senhas, recibo, recibos, compra, compras`,
  bundled: `
    ao continuar, se continuar, ao prosseguir, ao usar este, ao usar nosso, ao usar o, ao utilizar este, ao utilizar nosso,
    ao utilizar o, ao se cadastrar, ao cadastrar se, ao me cadastrar, ao registrar se, ao se registrar, ao registar se,
    ao criar uma conta, ao fazer um pedido, ao fazer seu pedido, ao finalizar a compra, ao comprar, ao pagar, ao visitar,
    ao navegar, ao baixar`,
  terms: `
    termos e condições, termos de uso, termos de utilização, termos de serviço, condições gerais, os termos, as condições,
    política de cookies, aceito a política, concordo com a política`,
  silence: `
    desmarque, desmarcar, desselecione, retire a marcação, tire a marcação, salvo se nos avisar, a menos que nos avise,
    marque aqui para não receber, se não fizer nada`,
  refusal: `
    se não quiser, caso não queira, se não deseja, se não desejar, caso não deseje, a menos que, salvo se, não quero, não desejo,
    não aceito, não autorizo, não me envie, não me enviem`,
  condition: `
    você deve aceitar, deve aceitar, é preciso aceitar, precisa aceitar, tem que aceitar, é obrigatório, obrigatório para,
    obrigatória para, requisito para, necessário para concluir, necessário para comprar, necessário para finalizar,
    para poder comprar, para concluir a compra, para concluir sua compra, para finalizar a compra, indispensável para,
    só pode comprar se, só poderá comprar se, aceite para concluir, aceite para finalizar, aceite para comprar,
    se não aceitar não poderá, para finalizar sua compra, condição para`,
  notACondition: `
    não é condição, não é uma condição, não é obrigatório, não é obrigatória, não é necessário, não é requisito,
    não é um requisito, sem obrigação, não precisa aceitar, não tem que aceitar`,
  irrevocable: `
    irrevogável, irrevogáveis, irrevogavelmente, não pode ser revogado, não pode revogar, não poderá revogar, não posso revogar,
    não pode cancelar, não poderá cancelar, renuncio`,
  hardWays: `
    por correio, por carta, carta registrada, carta registada, por escrito, ligue para, ligar para, por telefone, em nossa loja,
    na nossa loja, em uma agência, faça login, fazer login, entre na sua conta, preencha o formulário, dias úteis, mediante taxa`,
  anyTime: 'a qualquer momento, a qualquer hora, em qualquer momento, quando quiser, quando desejar, a todo momento',
  others: `
    nossos parceiros, seus parceiros, e parceiros, parceiros comerciais, parceiros selecionados, empresas parceiras,
    empresas do grupo, afiliadas, afiliados, filiais, terceiros, patrocinadores, outras empresas, outras marcas`,
  endorsed: `
    whatsapp oficial, oficial do whatsapp, parceiro do whatsapp, parceiro oficial, aprovado pelo whatsapp, verificado pelo whatsapp,
    certificado pelo whatsapp, boletim do whatsapp, equipe do whatsapp, equipa do whatsapp, aprovado pela meta,
    verificado pela meta, parceiro da meta, recomendado pelo whatsapp`,
};
