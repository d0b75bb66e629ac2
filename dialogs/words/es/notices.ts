/** What the bot says about notices, in Spanish. */
import type * as English from '../en/notices.ts';
import { utc } from '../../../src/model/time.ts';

export const severity: typeof English.severity = { info: 'Información', warning: 'Advertencia', critical: 'Crítico' };

const some = (names: readonly string[], most = 10): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} y ${names.length - most} más` : names.join(', ');

export const words: typeof English.words = {
  some,
  title: (state, title) => `${state}: ${title}`,
  resolved: 'Resuelto',
  test: 'Prueba',
  testNote: 'Una prueba que alguien pidió aquí. Sus botones funcionan como los de un aviso real.',
  explained: (title) => `Esto probablemente se deriva de otro aviso: ${title}`,
  snoozed: (by, until) => `Pospuesto por ${by} hasta ${utc(until)}.`,
  flapping: 'Va y viene. Lo daré por terminado cuando lleve bien media hora.',
  since: 'Desde',
  checked: 'Última comprobación',
  ended: 'Terminado desde',
  endedBy: (at, by) => `${utc(at)}, por ${by}`,
  expired: (at) => `${utc(at)}: ya nadie lo notifica, lo que no demuestra que esté reparado`,
  domains: 'Dominios',
  host: 'Host',
  adfs: (attribute) => `${attribute} en AD FS`,
  entra: (attribute) => `${attribute} en Entra`,
  setting: 'Configuración',
  measured: 'Medido',
  affected: 'A quién afecta',
  deadline: 'Perjudica desde',
  codes: 'Códigos que se ven',
  keeper: 'A cargo de',
  taken: 'Asumido por',
  takenAt: (name, at) => `${name}, ${utc(at)}`,
  nobody: 'nadie todavía',
  asked: 'Personas que preguntaron',
  number: 'Aviso',
  first: 'Primero: ',
  more: 'Más información',
  also: 'También',
  alsoResolved: (title) => `${title} (resuelto)`,
  follows: 'Se deriva de ello',
  button: {
    fix: 'Ver la solución',
    acknowledge: 'Asumir',
    snooze: 'Posponer 4 h',
    snoozeLong: 'Posponer 1 día',
    resolve: 'Dar por resuelto',
    test: 'Enviar aviso de prueba',
    stop: 'No avisar más aquí',
    show: (card) => `Aviso ${card}`,
    check: (domain) => `Comprobar ${domain}`,
    all: 'Qué falla ahora',
  },
  storm: {
    title: (count) => `${count} avisos en pocos minutos`,
    text: 'Llegaron tantos a la vez que los he reunido en un mensaje. Quizá tengan una misma causa.',
    open: (count, of) => (count === 0 ? `Los ${of} han terminado.` : `${count} de ${of} siguen activos.`),
    over: (count) => `Los ${count} avisos de este mensaje han terminado.`,
    line: (id, title, state) => `Aviso ${id}: ${title}${state === 'resolved' ? ' (terminado)' : ''}`,
    rest: (count) => `y ${count} más`,
  },
  line: {
    raised: (level) => `Ahora: ${level.toLowerCase()}.`,
    step: (title) => `Se acerca el plazo: ${title}`,
    resolved: (by, at) => (by === null ? `Terminado desde ${utc(at)}.` : `${by} lo dio por resuelto a las ${utc(at)}.`),
    expired: 'Ya nadie lo notifica, así que lo cierro. Compruebe si está reparado.',
    again: (at) => `Ha vuelto, desde ${utc(at)}.`,
    'snooze over': 'El plazo pospuesto ha terminado, y sigue activo.',
    acknowledged: (by) => `${by} se ocupa.`,
    snoozed: (by, until) => `${by} lo ha pospuesto hasta ${utc(until)}.`,
  },
  still: (title, since) => `Sigue activo desde ${utc(since)}, y nadie lo ha asumido: ${title}`,
  cleared: (title) => `Preguntó por esto: ha terminado. ${title}`,
  clearedHint: 'Inténtelo de nuevo. Si sigue fallando, dígame qué ve.',
  known: (title, when, tells, owner) =>
    `Incidencia conocida desde ${when}: ${title}. ${owner === null ? '' : `${owner} trabaja en ello. `}No hace falta que restablezca su contraseña.${tells ? ' Le aviso cuando termine.' : ''}`,
  related: (title, when, tells) =>
    `Esto quizá pertenezca a una incidencia conocida desde ${when}: ${title}.${tells ? ' Le aviso cuando termine.' : ''}`,
  list: {
    title: (count) => (count === 1 ? 'Ahora falla una cosa' : `Ahora fallan ${count} cosas`),
    line: (card, level, title, since, taken) =>
      `${card === null ? '' : `Aviso ${card}. `}${level}: ${title}, desde ${utc(since)}${taken}`,
    taken: (owner) => `, lo lleva ${owner}`,
    snoozed: (until) => `, pospuesto hasta ${utc(until)}`,
    follows: (count) => ` (y ${count} que se derivan)`,
    rest: (count) => `y ${count} más`,
    none: 'No sé de nada que falle ahora mismo. Eso solo dice lo que me han notificado y lo que compruebo.',
  },
  you: {
    acknowledged: (card) => `Usted lleva el aviso ${card}. Todos lo ven en el aviso.`,
    snoozed: (card, until) => `El aviso ${card} calla hasta ${utc(until)}.`,
    resolved: (card) =>
      `El aviso ${card} se da por resuelto. Si se ve todavía pasado más de un cuarto de hora, vuelve.`,
    noted: 'Anotado. Si ese aviso ya ha terminado, lo digo aquí.',
    over: (card) => `Ese aviso${card === '' ? '' : ` (${card})`} ya ha terminado.`,
    unknown: (card) => `No hay ningún aviso ${card} abierto. «Qué falla ahora» muestra los que lo están.`,
    mayNot: 'Eso solo se puede donde se publican los avisos, o si usted puede configurarme.',
    which: '¿Qué aviso? Pulse su botón, o diga su número: «acknowledge notice 12».',
  },
  subscribed: {
    title: 'Aviso aquí',
    text: (what) => `Publico aquí: ${what}.`,
    hint: 'Diga «stop notifying here» para terminar, o deme otras palabras para cambiarlo, como «notify here about federation, critical only».',
    alsoNow: (count) =>
      count === 0
        ? 'Nada de ello falla ahora mismo.'
        : `Ahora mismo ${count === 1 ? 'hay uno de estos abierto' : `hay ${count} de estos abiertos`}; enseguida publico lo que corresponde aquí.`,
    all: 'todo',
    topics: (topics) => `los temas ${some(topics, 8)}`,
    domains: (domains) => `los dominios ${some(domains)}`,
    least: { info: '', warning: ', desde advertencia', critical: ', solo lo crítico' },
    and: ' para ',
  },
  stopped: 'De acuerdo, ya no publico avisos aquí. Los que ya están siguen al día.',
  notHere: 'No publico avisos aquí. Quien pueda configurarme puede decir «notify here about everything».',
  noTopic: (said, topics) => `No conozco ningún tema como «${said}». Temas son, por ejemplo: ${some(topics, 12)}.`,
  admins: (you) =>
    `Solo quienes pueden configurarme pueden cambiar lo que publico aquí: los que nombra SIGNPOST_ADMINS. Usted es ${you}.`,
  cannotPost:
    'Aquí no puedo publicar por mi cuenta. Diga eso en un canal de Teams o Slack, o en un chat personal allí.',
  testing: 'Un aviso de prueba está en camino. Debería aparecer aquí en segundos; pruebe sus botones.',
  check: {
    started: (domain) => `Estoy mirando ${domain}. El resultado aparece aquí, normalmente en un minuto.`,
    startedAll: 'Estoy mirando. El resultado aparece aquí, normalmente en un minuto.',
    title: (domain) => `Comprobando ${domain}`,
    begins: 'empezando',
    step: (step) => `${step}…`,
    done: (domain) => `${domain}: comprobado`,
    at: 'Comprobado',
    match: 'coincide',
    differs: 'difiere',
    near: 'casi igual',
    'cannot tell': 'no se puede saber',
    pair: (adfs, entra) => `AD FS tiene ${adfs}, Entra tiene ${entra}`,
    nothing: 'nada',
    found: 'Qué falla',
    fine: 'No he encontrado nada que falle.',
    managed: 'El dominio inicia sesión en el propio Microsoft Entra, así que no hay federación que comparar.',
    notFederated: 'No he podido averiguar cómo inicia sesión este dominio.',
    unknown: 'Lo que no he podido mirar',
    compared: 'AD FS frente a Entra',
    notOurs: (domain, domains) =>
      `${domain} no está entre los dominios que puedo comprobar. Son estos: ${some(domains)}.`,
    none: 'Aquí no hay ningún dominio configurado para comprobaciones, así que no puedo comprobar nada. Quien me administra puede indicar dominios en SIGNPOST_CHECK_DOMAINS o darme acceso a Microsoft Graph.',
    which: '¿Qué dominio compruebo?',
    runs: (domain) =>
      `Una comprobación de ${domain} está en marcha o acaba de hacerse. Inténtelo de nuevo en un minuto.`,
    failed: (domain, reference) =>
      `La comprobación de ${domain} no llegó al final, así que no puedo decir nada. El registro la tiene como ${reference}.`,
  },
};
