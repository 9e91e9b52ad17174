import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Negócio de exemplo',
  lead: 'Um café com um ano de história, para conhecer com calma. Tudo é inventado.',
  what: 'Luna Coffee: 1.000 pessoas, cinco pontos, dois idiomas',
  whatWhy:
    'Pessoas que aceitaram por um cartaz, uma página, um widget, SMS ou em papel, que saíram, cujo sim venceu e que escreveram hoje. Tudo passa pelas páginas, pelos webhooks e pela API de verdade, com um relógio que percorre o ano. Leva uns dois minutos.',
  apart: 'Tem um banco de dados próprio. O seu negócio não é tocado, e o exemplo é jogado fora por inteiro.',
  make: 'Criar o negócio de exemplo',
  making: 'Um ano passa…',
  howFar: '{share} pronto',
  ready: 'O negócio de exemplo está aberto',
  readyWhy: 'Tem um endereço próprio. Foi criado em {seconds} segundos e continua lá depois de reiniciar.',
  open: 'Ir ao negócio de exemplo',
  discard: 'Jogar fora',
  discardAsk: 'Jogar fora o negócio de exemplo?',
  discardWhy: 'Os dados dele somem. Você pode criá-lo de novo; é sempre igual. O seu próprio negócio fica como está.',
  keep: 'Manter',
  failed: 'Não foi possível criá-lo. Nada dele foi guardado.',
  here: 'Você está no negócio de exemplo',
  hereWhy: 'Nada do que você faz aqui toca o seu próprio negócio. É de lá que o exemplo é jogado fora.',
  back: 'Voltar ao seu negócio',
  banner: 'Negócio de exemplo: todas as pessoas são inventadas.',
  lookAround: 'Ou dê uma olhada antes:',
};
