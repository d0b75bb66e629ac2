/** What the bot says about notices, in German. */
import type * as English from '../en/notices.ts';
import { utc } from '../../../src/model/time.ts';

export const severity: typeof English.severity = { info: 'Info', warning: 'Warnung', critical: 'Kritisch' };

const some = (names: readonly string[], most = 10): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} und ${names.length - most} weitere` : names.join(', ');

export const words: typeof English.words = {
  some,
  title: (state, title) => `${state}: ${title}`,
  resolved: 'Behoben',
  test: 'Test',
  testNote: 'Ein Test, um den hier jemand gebeten hat. Die Schaltflächen tun dasselbe wie bei einer echten Meldung.',
  explained: (title) => `Das folgt wahrscheinlich aus einer anderen Meldung: ${title}`,
  snoozed: (by, until) => `Von ${by} zurückgestellt bis ${utc(until)}.`,
  flapping: 'Es kommt und geht. Ich melde das Ende, wenn es eine halbe Stunde lang gut war.',
  since: 'Seit',
  checked: 'Zuletzt geprüft',
  ended: 'Vorbei seit',
  endedBy: (at, by) => `${utc(at)}, durch ${by}`,
  expired: (at) => `${utc(at)}: niemand meldet es mehr, was nicht beweist, dass es behoben ist`,
  domains: 'Domänen',
  host: 'Host',
  adfs: (attribute) => `${attribute} in AD FS`,
  entra: (attribute) => `${attribute} in Entra`,
  setting: 'Einstellung',
  measured: 'Gemessen',
  affected: 'Wer ist betroffen',
  deadline: 'Schadet ab',
  codes: 'Codes, die man sieht',
  keeper: 'Zuständig',
  taken: 'Übernommen von',
  takenAt: (name, at) => `${name}, ${utc(at)}`,
  nobody: 'noch niemand',
  asked: 'Nachfragen',
  number: 'Meldung',
  first: 'Zuerst: ',
  more: 'Mehr dazu',
  also: 'Außerdem',
  alsoResolved: (title) => `${title} (behoben)`,
  follows: 'Folgt daraus',
  button: {
    fix: 'Lösung zeigen',
    acknowledge: 'Übernehmen',
    snooze: '4 Std. zurückstellen',
    snoozeLong: '1 Tag zurückstellen',
    resolve: 'Als behoben melden',
    test: 'Testmeldung senden',
    stop: 'Hier nicht mehr melden',
    show: (card) => `Meldung ${card}`,
    check: (domain) => `${domain} prüfen`,
    all: 'Was ist gerade gestört?',
  },
  storm: {
    title: (count) => `${count} Meldungen in wenigen Minuten`,
    text: 'Es kamen so viele auf einmal, dass ich sie zusammengefasst habe. Vielleicht haben sie eine gemeinsame Ursache.',
    open: (count, of) => (count === 0 ? `Alle ${of} sind vorbei.` : `${count} von ${of} bestehen noch.`),
    over: (count) => `Alle ${count} Meldungen dieser Nachricht sind vorbei.`,
    line: (id, title, state) => `Meldung ${id}: ${title}${state === 'resolved' ? ' (vorbei)' : ''}`,
    rest: (count) => `und ${count} weitere`,
  },
  line: {
    raised: (level) => `Jetzt: ${level}.`,
    step: (title) => `Es ist näher gerückt: ${title}`,
    resolved: (by, at) =>
      by === null ? `Vorbei seit ${utc(at)}.` : `${by} hat es um ${utc(at)} als behoben gemeldet.`,
    expired: 'Niemand meldet es mehr, deshalb schließe ich es. Sehen Sie nach, ob es wirklich behoben ist.',
    again: (at) => `Es ist wieder da, seit ${utc(at)}.`,
    'snooze over': 'Die Zurückstellung ist vorbei, und es besteht noch.',
    acknowledged: (by) => `${by} hat es übernommen.`,
    snoozed: (by, until) => `${by} hat es bis ${utc(until)} zurückgestellt.`,
  },
  still: (title, since) => `Besteht noch, seit ${utc(since)}, und niemand hat es übernommen: ${title}`,
  cleared: (title) => `Sie haben danach gefragt: Es ist vorbei. ${title}`,
  clearedHint: 'Bitte versuchen Sie es noch einmal. Wenn der Fehler bleibt, sagen Sie mir, was Sie sehen.',
  known: (title, when, tells, owner) =>
    `Bekannte Störung seit ${when}: ${title}. ${owner === null ? '' : `${owner} arbeitet daran. `}Sie müssen Ihr Kennwort nicht zurücksetzen.${tells ? ' Ich sage Ihnen, wenn sie vorbei ist.' : ''}`,
  related: (title, when, tells) =>
    `Das gehört vielleicht zu einer bekannten Störung seit ${when}: ${title}.${tells ? ' Ich sage Ihnen, wenn sie vorbei ist.' : ''}`,
  list: {
    title: (count) => (count === 1 ? 'Gerade ist eine Sache gestört' : `Gerade sind ${count} Dinge gestört`),
    line: (card, level, title, since, taken) =>
      `${card === null ? '' : `Meldung ${card}. `}${level}: ${title}, seit ${utc(since)}${taken}`,
    taken: (owner) => `, übernommen von ${owner}`,
    snoozed: (until) => `, zurückgestellt bis ${utc(until)}`,
    follows: (count) => ` (und ${count}, die daraus folgen)`,
    rest: (count) => `und ${count} weitere`,
    none: 'Ich weiß von nichts, das gerade gestört ist. Das sagt nur etwas über das, was mir gemeldet wird und was ich prüfe.',
  },
  you: {
    acknowledged: (card) => `Sie haben Meldung ${card} übernommen. Das sehen alle an der Meldung.`,
    snoozed: (card, until) => `Meldung ${card} ist still bis ${utc(until)}.`,
    resolved: (card) =>
      `Meldung ${card} gilt als behoben. Wenn sie später als in einer Viertelstunde noch auftritt, kommt sie wieder.`,
    noted: 'Notiert. Wenn die Meldung schon vorbei ist, sage ich es hier.',
    over: (card) => `Diese Meldung${card === '' ? '' : ` (${card})`} ist schon vorbei.`,
    unknown: (card) => `Es ist keine Meldung ${card} offen. „Was ist gerade gestört?“ zeigt die offenen.`,
    mayNot: 'Das geht nur dort, wo Meldungen stehen, oder für Personen, die mich einrichten dürfen.',
    which: 'Welche Meldung? Drücken Sie die Schaltfläche an ihr, oder nennen Sie ihre Nummer: „acknowledge notice 12“.',
  },
  subscribed: {
    title: 'Ich melde hier',
    text: (what) => `Ich schreibe hier über: ${what}.`,
    hint: '„stop notifying here“ beendet es, und mit anderen Worten ändern Sie es, zum Beispiel „notify here about federation, critical only“.',
    alsoNow: (count) =>
      count === 0
        ? 'Davon ist gerade nichts gestört.'
        : `Gerade ${count === 1 ? 'ist eines davon' : `sind ${count} davon`} offen; was hierher gehört, schreibe ich gleich.`,
    all: 'alles',
    topics: (topics) => `die Themen ${some(topics, 8)}`,
    domains: (domains) => `die Domänen ${some(domains)}`,
    least: { info: '', warning: ', ab Warnung', critical: ', nur Kritisches' },
    and: ' für ',
  },
  stopped: 'Alles klar, ich schreibe hier keine Meldungen mehr. Was schon hier steht, bleibt aktuell.',
  notHere: 'Ich schreibe hier keine Meldungen. Wer mich einrichten darf, kann „notify here about everything“ sagen.',
  noTopic: (said, topics) => `Ein Thema wie „${said}“ kenne ich nicht. Themen sind zum Beispiel: ${some(topics, 12)}.`,
  admins: (you) =>
    `Nur wer mich einrichten darf, kann ändern, was ich hier schreibe: die Personen in SIGNPOST_ADMINS. Sie sind ${you}.`,
  cannotPost:
    'Hier kann ich nicht von mir aus schreiben. Sagen Sie das in einem Kanal von Teams oder Slack oder dort im persönlichen Chat.',
  testing:
    'Eine Testmeldung ist unterwegs. Sie sollte in ein paar Sekunden hier erscheinen; probieren Sie ihre Schaltflächen aus.',
  check: {
    started: (domain) => `Ich sehe mir ${domain} an. Das Ergebnis erscheint hier, meist innerhalb einer Minute.`,
    startedAll: 'Ich sehe nach. Das Ergebnis erscheint hier, meist innerhalb einer Minute.',
    title: (domain) => `${domain} wird geprüft`,
    begins: 'es geht los',
    step: (step) => `${step}…`,
    done: (domain) => `${domain}: geprüft`,
    at: 'Geprüft',
    match: 'stimmt überein',
    differs: 'weicht ab',
    near: 'fast gleich',
    'cannot tell': 'nicht feststellbar',
    pair: (adfs, entra) => `AD FS hat ${adfs}, Entra hat ${entra}`,
    nothing: 'nichts',
    found: 'Was gestört ist',
    fine: 'Ich habe nichts gefunden, was gestört ist.',
    managed: 'Die Domäne meldet sich direkt bei Microsoft Entra an, es gibt also keinen Verbund zu vergleichen.',
    notFederated: 'Ich konnte nicht herausfinden, wie sich diese Domäne anmeldet.',
    unknown: 'Was ich nicht prüfen konnte',
    compared: 'AD FS und Entra im Vergleich',
    notOurs: (domain, domains) =>
      `${domain} gehört nicht zu den Domänen, die ich prüfen darf. Das sind: ${some(domains)}.`,
    none: 'Hier ist keine Domäne für Prüfungen eingerichtet, ich kann also nichts prüfen. Wer mich betreibt, kann Domänen in SIGNPOST_CHECK_DOMAINS nennen oder mir Zugang zu Microsoft Graph geben.',
    which: 'Welche Domäne soll ich prüfen?',
    runs: (domain) =>
      `Eine Prüfung von ${domain} läuft gerade oder ist eben gelaufen. Versuchen Sie es in einer Minute noch einmal.`,
    failed: (domain, reference) =>
      `Die Prüfung von ${domain} kam zu keinem Ende, ich kann also nichts sagen. Im Protokoll steht sie unter ${reference}.`,
  },
};
