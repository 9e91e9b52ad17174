import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Biriyle görüş',
  wayToHuman: 'Bir çalışanımızla yazışmak için TEMSİLCİ gönderin.',
  handedOver: 'Teşekkürler. Ekibimizden biri size buradan yazacak ({business}).',
  handedOverAway: 'Teşekkürler. Ekibimizden biri size buradan yazacak ({business}). Yeniden açılış: {when}',
  words: `temsilci, müşteri temsilcisi, insan, operatör, yetkili, canlı destek, gerçek kişi, gerçek insan, müşteri hizmetleri, danışman,
    bir temsilci, bir insan, temsilciye bağlan, biriyle görüş`,
  phrases: {
    'biriyle-gorusmek':
      '((bir|gerçek|canlı|müşteri) ){0,2}(temsilci|temsilciyle|temsilcisi|temsilcisiyle|insan|insanla|yetkili|yetkiliyle|operatör|operatörle|kişi|kişiyle|danışmanla|biriyle|birisiyle|destek)( ile)? (görüşmek|görüşebilir|konuşmak|konuşabilir|yazışmak|bağlanmak|görüşeyim|konuşayım)( (miyim|istiyorum|isterim))?',
  },
};
