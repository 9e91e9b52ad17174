import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    olá oi oie bom boa dia tarde noite quero queria gostaria obrigado obrigada você vocês vcs vc não está estão sou
    estou quanto custa preço preços tem têm qual quais uma uns umas do da dos das com onde quando pedido informação
    fazer preciso posso tudo bem sim e me saber mais agora horário entrega loja por para em aqui favor um salve`,
};
