import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Erste Nachricht',
  why: 'Wer Ihnen zum ersten Mal schreibt, wird einmal gefragt, was es sein darf. Geantwortet wird mit Knöpfen; niemand tippt.',
  lead: 'Wer {name} zum ersten Mal schreibt, wird ein einziges Mal gefragt, was es sein darf. Ein Knopf ist ein Ja zu dem, was darauf steht, und zu nichts sonst.',
  on: 'Eingeschaltet',
  setUp: 'Einrichten',
  see: 'Ansehen',
  enable: 'Fragen, wer zum ersten Mal schreibt',
  enableHint:
    'Einmal je Person. Nach einem Stopp wird niemand gefragt, auch nicht nach dem, wozu schon ein Ja da ist. Wer nichts drückt, hat nichts gesagt.',
  notice: 'Hinweistext, dessen Worte fragen',
  noticeHint: 'Immer in der neuesten Fassung. Er wird mit jedem Ja als Beweis aufbewahrt.',
  noNotice: 'Noch keiner',
  mayOnlyLook: 'Sie können es ansehen. Ändern können es Inhaber.',
  missing: 'Noch wird niemand gefragt',
  toNotices: 'Die Worte schreiben',
  toSettings: 'Zu den Einstellungen',
  lacks: {
    notice: 'Kein Hinweistext ist veröffentlicht. Seine Worte sind das, wozu Ja gesagt wird.',
    choice: 'Wählen Sie den Hinweistext, dessen Worte fragen.',
    number: 'Ihr Betrieb hat hier keine WhatsApp-Nummer.',
    buttons:
      'Twilio nimmt keine Nachrichten mit Knöpfen, und die Frage hat welche: auf dieser Nummer wird niemand gefragt.',
    credentials: 'Diese Installation hat noch keinen Zugang zu WhatsApp. Wer sie betreibt, trägt das Token ein.',
  },
  greetings: 'Sprachen',
  greeting: 'Ihre eigenen ersten Worte, {language}',
  greetingHint: 'Anstelle der unseren, höchstens 300 Zeichen. Sagen Sie, wer Sie sind; die Frage folgt.',
  length: '{n} von 300 Zeichen',
  reading: 'Wird gelesen …',
  unused:
    'Den Hinweistext gibt es nicht auf {language}, also werden diese Worte nie gebraucht. Fügen Sie ihm die Sprache hinzu.',
  languages: 'Sprachen und Zwecke',
  asksIn: 'Gefragt wird auf: {languages}.',
  otherwise: 'Wer in einer anderen Sprache schreibt, wird auf {language} gefragt.',
  lacksHome: 'Dem Hinweistext fehlt die Sprache Ihres Betriebs: {language}.',
  leftOut: {
    'not-in-notice': 'Nicht gefragt wird nach {purpose}: Der Hinweistext nennt es nicht ({language}).',
    'too-many': 'Nicht gefragt wird nach {purpose}: Eine Liste hat zehn Zeilen ({language}).',
  },
  notTaken: 'WhatsApp würde es nicht annehmen ({language}), also wird nichts gesendet.',
  faults: {
    'text-too-long': 'Der Text ist zu lang. Kürzen Sie Ihre ersten Worte oder den Satz des Hinweistexts.',
    'titles-alike': 'Zwei Zwecke heißen auf ihren Knöpfen gleich.',
    'title-empty': 'Einem Zweck fehlen die Worte für seinen Knopf.',
  },
  asksNothing: 'Nichts wird gefragt: Der Hinweistext nennt keinen Ihrer Zwecke ({language}).',
  phone: 'Was eine Person sieht',
  language: 'Sprache des Chats',
  nothing: 'Wählen Sie einen Hinweistext: Hier sehen Sie, was gesendet wird.',
  press: 'Drücken Sie einen Knopf: Hier sehen Sie, was dann kommt.',
  afterYes: 'Das Ja wird mit dem Hinweistext als Beweis aufbewahrt und gleich bestätigt.',
  afterNo:
    'Es wird nichts zurückgesendet. Festgehalten wird, dass auf die Frage ein Nein kam; so gefragt wird nicht noch einmal.',
  again: 'Von vorn',
};
