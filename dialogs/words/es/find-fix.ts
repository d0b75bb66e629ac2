/** What the bot says while it finds and fixes, in Spanish. */
import type * as English from '../en/find-fix.ts';

export const questions: typeof English.questions = {
  federated: {
    label: 'Dominio',
    text: '¿El dominio inicia sesión a través de AD FS u otro servidor de federación?',
    values: { yes: 'Sí, federado', no: 'No, en la nube' },
  },
  where: {
    label: 'Dónde',
    text: '¿Dónde se produce el error?',
    values: {
      everywhere: 'En todas partes',
      'outside-only': 'Solo fuera de la oficina',
      'inside-only': 'Solo en la oficina',
      'one-place': 'En un solo lugar',
    },
  },
  scope: {
    label: 'A quién afecta',
    text: '¿A quién afecta?',
    values: {
      everyone: 'A todos',
      'federated-users': 'A todos los usuarios federados',
      'some-users': 'A algunas personas',
      'one-user': 'A una persona',
      'one-device': 'A un dispositivo',
    },
  },
  client: {
    label: 'Programa',
    text: '¿Qué programa falla?',
    values: {
      browser: 'El navegador',
      'one-browser': 'Un solo navegador',
      'outlook-mail': 'Outlook u otro correo',
      mobile: 'Teléfono o tableta',
      'desktop-app': 'Una app de escritorio',
      script: 'Un script',
    },
  },
  prompt: {
    label: 'En pantalla',
    text: '¿Qué ve la persona?',
    values: {
      'repeated-prompts': 'Pide la contraseña una y otra vez',
      'no-prompt': 'No pide nada',
      'error-after-password': 'Un error tras la contraseña',
      'certificate-warning': 'Una advertencia de certificado',
      'page-unavailable': 'Una página que no se abre',
      'redirect-loop': 'Redirecciones en bucle',
      'blocked-message': 'Un aviso de acceso bloqueado',
    },
  },
  message: {
    label: 'Mensaje de error',
    text: '¿Hay un código o mensaje de error? Si es así, péguelo aquí.',
    values: { code: 'Hay un código', text: 'Solo texto', none: 'Ningún mensaje' },
  },
  certificate: {
    label: 'Certificado',
    text: '¿De qué certificado se trata?',
    values: {
      'token-signing': 'Firma de tokens',
      'token-decrypting': 'Descifrado de tokens',
      'ssl-proxy': 'TLS/SSL en el proxy',
      'ssl-adfs': 'TLS/SSL en AD FS',
      none: 'Ninguno de ellos',
    },
  },
  recent_change: {
    label: 'Cambio poco antes',
    text: '¿Qué cambió poco antes de que empezara?',
    values: {
      'certificate-renewed': 'Se renovó o caducó un certificado',
      'password-changed': 'Se cambió la contraseña',
      'firewall-or-proxy': 'Firewall o proxy',
      'new-device': 'Un dispositivo nuevo',
      policy: 'Una directiva',
      migration: 'Una migración',
      none: 'Nada, que yo sepa',
    },
  },
  account: {
    label: 'Cuenta',
    text: '¿Qué tipo de cuenta es?',
    values: {
      cloud: 'Cuenta en la nube',
      synced: 'Sincronizada desde AD',
      guest: 'Invitado',
      consumer: 'Cuenta Microsoft personal',
      service: 'Cuenta de servicio',
    },
  },
  device: {
    label: 'Dispositivo',
    text: '¿Qué dispositivo es?',
    values: { managed: 'Administrado por la empresa', unmanaged: 'No administrado', 'new-phone': 'Un teléfono nuevo' },
  },
};

export const who: typeof English.who = {
  user: 'la persona que inicia sesión',
  helpdesk: 'el servicio de asistencia',
  'tenant-admin': 'un administrador del inquilino',
  'app-developer': 'quien desarrolla la aplicación o responde de ella',
  nobody: 'nadie, no es un fallo',
};

export const risk: typeof English.risk = { none: 'ninguno', low: 'bajo', medium: 'medio', high: 'alto' };

const secrets: typeof English.words.secret.kinds = {
  password: ['una contraseña o un PIN', 'Cambie esa contraseña ahora.'],
  token: [
    'un token de inicio de sesión',
    'Cierre todas las sesiones para que el token deje de valer, o pida a un administrador que las revoque.',
  ],
  'authorization-code': [
    'un código de autorización',
    'Inicie sesión de nuevo para que el código ya no sirva, y pida que se revoquen las sesiones si otra persona pudo leerlo.',
  ],
  'client-secret': [
    'un secreto de cliente',
    'Pida que se cree un secreto nuevo para la aplicación y que se elimine el anterior.',
  ],
  'saml-response': [
    'una respuesta SAML',
    'Cierre la sesión de esa aplicación, y pida que se revoquen las sesiones si otra persona pudo leerla.',
  ],
  cookie: ['una cookie de inicio de sesión', 'Cierre todas las sesiones para que la cookie deje de valer.'],
  'private-key': ['una clave privada', 'Reemplace ahora la clave y su certificado.'],
  certificate: [
    'un certificado',
    'Un certificado por sí solo es público; reemplácelo si también se compartió su clave privada.',
  ],
  'access-key': ['una clave de acceso', 'Pida que se renueve ahora la clave o la firma.'],
  'api-token': ['un token de API', 'Revoque ese token donde se creó.'],
  'one-time-code': [
    'un código de un solo uso',
    'Use un código nuevo y nunca se lo dé a nadie: quien lo pide quizá quiera iniciar sesión en su lugar.',
  ],
};

export const words: typeof English.words = {
  cause: 'Causa',
  check: 'Cómo comprobarlo',
  method: (n, title) => `Método ${n}: ${title}`,
  methodOf: (n, of, title) => `Método ${n} de ${of}: ${title}`,
  user: 'Si es usted quien inicia sesión',
  more: 'Conviene saber',
  notes: 'De su organización',
  retired: 'Las guías antiguas citan comandos que ya no funcionan',
  retiredPair: ' ya no existe. Use: ',
  sources: 'Fuentes',
  whoActs: 'Quién lo arregla',
  takes: 'Duración',
  minutes: (n) => `unos ${n} minutos`,
  reviewed: 'Última revisión',
  risk: 'Riesgo',
  also: (code, title) => `También en su mensaje: ${code} (${title}). Pregúnteme por ese código.`,
  alsoUnknown: (codes) => `También en su mensaje, pero no en mi catálogo: ${codes}.`,
  inEnglish: 'Las fichas incluidas están en inglés.',
  likely: 'Según lo que me ha dicho, esta es la causa más probable. Si no encaja, elija «Ninguno de estos».',
  verifyFirst: 'Compruebe primero que esta es la causa («Cómo comprobarlo»).',
  actsNote: (whom) => `Esto debe hacerlo ${whom}.`,
  userOnly: (whom) => `Usted no puede repararlo: debe hacerlo ${whom}. Su servicio de asistencia se ocupará de ello.`,
  language: 'De acuerdo, desde ahora en español.',
  audience: {
    user: 'De acuerdo, desde ahora le digo qué puede hacer por su cuenta y a quién acudir.',
    helpdesk: 'De acuerdo, desde ahora le muestro la vista del servicio de asistencia.',
    'tenant-admin': 'De acuerdo, desde ahora le muestro cada paso y cada comando.',
    'app-developer': 'De acuerdo, desde ahora le muestro cada paso y cada comando.',
  },
  walk: {
    title: (n, title) => `Método ${n}: ${title}`,
    step: (k, of) => `Paso ${k} de ${of}`,
    soFar: 'Hasta ahora',
    results: { d: 'hecho', f: 'fallido', s: 'omitido', h: 'ha servido a algunos' },
    before: (n, title) => `Antes de empezar el método ${n}: ${title}`,
    makeSure: 'Asegúrese primero de que esta es la causa:',
    noCheck: 'Anote primero la configuración actual para poder volver atrás, y elija un momento tranquilo.',
    finished: (n) =>
      `Ese era el último paso del método ${n}. Intente iniciar sesión de nuevo, mejor en una ventana privada del navegador. ¿Ha servido?`,
    failed: (k) => `El paso ${k} ha fallado`,
    whatNext:
      'Lea otra vez el mensaje del paso: lo habitual es que falten permisos o un módulo, o que un nombre esté mal. Si cita un código, démelo.',
    button: {
      start: 'Paso a paso',
      begin: 'Comprobado, seguir',
      done: 'Hecho',
      failed: 'Ha fallado',
      skip: 'Omitir',
      back: 'Atrás',
      all: 'Ver todos los pasos',
      again: 'Intentar de nuevo',
      onward: 'Seguir de todos modos',
      values: 'Usar mi dominio',
      full: 'Ver la solución',
    },
  },
  values: {
    title: 'Sus propios nombres para los comandos',
    text: 'Los pongo en los comandos en lugar de los ejemplos.',
    domain: 'Su dominio',
    domainHint: 'por ejemplo fabrikam.com',
    server: 'Nombre de su servidor de federación',
    serverHint: 'por ejemplo sts.fabrikam.com',
    wrong: 'Ese nombre no es válido. Escríbalo como fabrikam.com.',
    send: 'Rellenar',
  },
  button: {
    worked: 'Ha funcionado',
    next: 'Método siguiente',
    last: 'No ha servido',
    helpdesk: 'Pedir asistencia',
    deskText: 'Texto para la asistencia',
    sources: 'Fuentes',
    check: 'Cómo comprobarlo',
    back: 'Volver a la respuesta',
    unsure: 'No lo sé',
    none: 'Ninguno de estos',
    yes: 'Sí, mostrar',
    no: 'No',
    lookUp: 'Buscar en Microsoft',
    matter: 'Otro problema',
    elsewhere: 'Buscar qué más encaja',
    alternative: (title: string) => `Más bien: ${title}`,
  },
  candidates: (titles) => `Podría ser: ${titles.join('; ')}.`,
  several: {
    title: (count) => `Ha nombrado ${count} problemas:`,
    now: 'ahora',
    next: 'después',
    unknown: 'no es un error de inicio de sesión que yo conozca',
  },
  pick: 'Varios problemas encajan más o menos igual. ¿Cuál es?',
  pickOne: '¿Podría ser este?',
  backTo: (title, facts) => (facts ? `Volvemos a «${title}». Ya se sabe: ${facts}.` : `Volvemos a «${title}».`),
  backNowhere: 'Antes no hubo ninguna otra respuesta.',
  backToWhich: '¿A cuál de estas volvemos?',
  onlyMethods: (n) =>
    n === 1 ? 'Solo hay un método para este problema.' : `Solo hay ${n} métodos para este problema.`,
  nothingOpen: 'No hay ninguna respuesta abierta a la que se refiera eso. Deme un código o describa el problema.',
  didItHelp: '¿Funciona ahora el inicio de sesión? Diga «funciona», o «siguiente» para otro método.',
  stillAt: (title) =>
    `Sigo en «${title}». Continúe con los botones de arriba o con «siguiente», «funciona» o «soporte», o describa otro problema.`,
  after: {
    fits: (facts, title) => `${facts}. Eso concuerda con mi respuesta, «${title}».`,
    against: (fact, title, usual) => `Usted dice: ${fact}. Mi respuesta, «${title}», suele tratar de: ${usual}.`,
    noted: (facts) => `Anotado: ${facts}.`,
    codeDecides:
      'Un código dice más que eso, así que la respuesta se mantiene: compárelo otra vez con el mensaje. O busco qué más encaja con lo que dice.',
    mayBeOther: 'Puede ser entonces otra causa: puedo buscar qué más encaja con lo que dice.',
    looksElsewhere: (facts, title) => `Busco qué más encaja (${facts}). Diga «volver» para regresar a «${title}».`,
    nowhereElse: (title) =>
      `No encuentro nada más que encaje con lo que me ha dicho, así que sigo en «${title}». Su soporte puede verlo con usted.`,
    self: 'Si no puede hacerlo usted:',
    working: 'Tiempo de trabajo, sin lo que tarda en surtir efecto',
    untold: 'no indicado',
    speaks: (where) => `Sobre eso mi respuesta dice, en «${where}»`,
    understood: (finding) => `Si le entiendo bien: ${finding}`,
    speaksFor: (method) => `Lo que dice apunta a esto: ${method}`,
    perhaps: (method) => `Quizá lo que dice apunte a esto: ${method}`,
    closest: (where) => `Lo más cercano en mi respuesta: ${where}`,
    nearest: 'Lo que más se acerca a eso en mi respuesta',
    unsaid: (title) =>
      `No he encontrado nada sobre eso en mi respuesta, «${title}». Quizá alguno de sus métodos diga más; ¿o es otro problema?`,
    aside: (title) => `Mi respuesta, «${title}», no dice nada sobre eso. ¿Es otro problema?`,
  },
  glossary: {
    trouble: 'Lo que puede fallar con ello:',
    asked: 'Mi pregunta anterior sigue pendiente.',
  },
  looksAgain: 'Con eso vuelvo a mirar.',
  pasteIt: 'Péguelo aquí tal como está, la página entera si puede.',
  unsure: 'No he entendido eso como respuesta a mi pregunta, así que sigo sin ella.',
  known: 'Eso ya lo sé, así que sigo.',
  question: 'Una pregunta, para estar seguro:',
  didYouMean: (typed, code, title) =>
    `${typed} no está en mi catálogo. ¿Quería decir ${code} (${title})? Compárelo con el mensaje original: códigos parecidos suelen significar cosas muy distintas.`,
  whoseNumber: (typed, code, title) =>
    `${typed} por sí solo no dice de quién es ese número. ¿Vio ${code} (${title}) al iniciar sesión en Microsoft?`,
  unknownCode: {
    title: (codes) => `No conozco ${codes}`,
    text: 'No está en mi catálogo, y no adivino: códigos parecidos suelen significar cosas muy distintas. Compruebe que se copió entero.',
    near: 'Por su descripción podría ser esto:',
    lookUp: 'Microsoft explica sus códigos AADSTS en la dirección de abajo.',
  },
  unknown: {
    title: 'Este caso no lo conozco',
    text: 'Conozco los errores de inicio de sesión de Microsoft 365, Microsoft Entra ID y AD FS. Ninguno encaja lo bastante bien, y prefiero decirlo a adivinar.',
    hint: 'Si es uno de ellos, pegue la página de error entera con su código, o diga a quién afecta, dónde falla y qué se ve.',
    near: 'Lo más parecido que tengo, aunque probablemente no sea esto:',
  },
  secret: {
    seen: (names) => `Su mensaje contenía ${names.join(' y ')}.`,
    kept: 'Signpost no ha guardado nada de ello, pero el chat aún lo muestra: elimine el mensaje si puede.',
    onPage: 'Signpost no ha guardado nada de ello, y esta página ya no lo muestra.',
    kinds: secrets,
  },
  foreign: {
    title: 'Esto parece un error de otro sistema',
    text: 'Solo conozco errores de inicio de sesión de Microsoft 365, Microsoft Entra ID y AD FS, así que aquí no adivino.',
    number: 'Si a pesar de todo es el número de un error de inicio de sesión de Microsoft, esta sería la respuesta:',
  },
  rephrase:
    'Entonces descríbalo con otras palabras: ¿a quién afecta, dónde falla, qué se ve? Lo que más ayuda es pegar la página de error.',
  rephrasedAlready: 'Entonces no lo tengo. Su servicio de asistencia debería verlo con usted.',
  worked: 'Me alegro. He anotado que este método ha servido.',
  lastMethod: 'Ese era el último método que tengo para este problema.',
  handOver: {
    title: 'Para su servicio de asistencia',
    text: 'Envíe esto a su servicio de asistencia, para que nadie tenga que volver a preguntar:',
    problem: 'Problema',
    code: 'Código',
    tried: 'Probado sin éxito',
    nothing: 'nada todavía',
    correlationId: 'Id. de correlación',
    requestId: 'Id. de solicitud',
    timestamp: 'Hora',
    application: 'Aplicación',
    tenant: 'Inquilino',
    add: ({ who: whom, when }) => {
      const missing = [...(whom ? ['a quién afecta'] : []), ...(when ? ['desde cuándo'] : [])].join(' y ');
      return `${missing && `Añada ${missing}. `}No incluya contraseñas ni códigos de su teléfono.`;
    },
    unnamed: 'sin identificar todavía',
    lookedLast: (title) => `sin identificar todavía; lo último examinado: ${title}`,
    perhaps: (titles) => `sin identificar todavía; quizá: ${titles.join('; o: ')}`,
  },
  picture: {
    reading: (read, sent) =>
      read < sent
        ? `Tengo sus ${sent} imágenes; enseguida le digo lo que leo en las primeras ${read}.`
        : read === 1
          ? 'Tengo su imagen; enseguida le digo lo que leo en ella.'
          : `Tengo sus ${read} imágenes; enseguida le digo lo que leo en ellas.`,
    where: (n, of) => (of === 1 ? 'su imagen' : `la imagen ${n} de ${of}`),
    code: (code, title, where) => `Leo ${code} en ${where}: ${title}. ¿Es eso?`,
    codes: (where) => `Leo varios códigos en ${where}. ¿De cuál se trata?`,
    looks: (where) =>
      `No encuentro en ${where} ningún código del que esté seguro, pero el texto encaja con esto. ¿Es lo que quiere decir?`,
    unknown: (codes, where) =>
      `Leo ${codes} en ${where}, que no está en mi catálogo. Puede que haya leído mal: compárelo, y escriba el código tal como aparece.`,
    nothing: (where) =>
      `No he podido leer ningún error de inicio de sesión en ${where}. Escriba su código, o pegue el texto del mensaje.`,
    compare: 'Compare el código con la imagen: un solo carácter se lee mal con facilidad.',
    ids: 'También leído en la imagen. Compruebe cada carácter antes de usarlo:',
    typeIt: 'Entonces escriba el código tal como aparece en la imagen, o pegue el texto del mensaje.',
    unread: {
      absent: () => 'Aquí no puedo leer imágenes. Escriba el código, o pegue el texto del mensaje.',
      busy: () => 'Estoy leyendo otras imágenes. Envíela de nuevo en un minuto, o escriba el código.',
      slow: (where) =>
        `Leer ${where} me lleva demasiado tiempo. Envíe solo la parte con el mensaje, o escriba el código.`,
      large: (where) =>
        `Acepto imágenes de hasta 8 MB, y ${where} es mayor. Envíe solo la parte con el mensaje, o escriba el código.`,
      huge: (where) =>
        `Hay demasiados píxeles en ${where} para mí. Envíe solo la parte con el mensaje, o escriba el código.`,
      kind: (where) =>
        `Leo PNG, JPEG, WebP y GIF, y ${where} no es nada de eso. Envíela en uno de estos formatos, o escriba el código.`,
      damaged: (where) => `No puedo abrir ${where}: el archivo está dañado. Envíelo de nuevo, o escriba el código.`,
      gone: (where) => `No he podido obtener ${where} a tiempo. Envíela de nuevo, o escriba el código.`,
      refused: (where) =>
        `No he recibido ${where}, o no tengo permiso para obtenerla. Escriba el código, o pegue el texto del mensaje.`,
      failed: (where) => `Algo ha fallado con ${where}. Envíela de nuevo, o escriba el código.`,
    },
  },
  earlier: 'Esa pregunta es de un mensaje anterior. Describa el problema de nuevo y empiezo desde el principio.',
  gone: 'Esa ficha ya no está en mi catálogo. Pregúnteme otra vez por su código o con sus palabras.',
  hello: {
    title: 'Hola, soy Signpost',
    text: 'Encuentro la causa de los errores de inicio de sesión de Microsoft 365, Microsoft Entra ID y AD FS, y los pasos que los arreglan. Las fichas en sí están en inglés.',
    how: 'Deme un código de error, pegue la página de error entera o diga con sus palabras qué ocurre.',
  },
  help: {
    title: 'Cómo usarme',
    points: [
      'Un código: «80043431» o simplemente AADSTS50126.',
      'Una página de error entera, pegada tal como está: yo busco los códigos y los identificadores.',
      'Una imagen de la página de error: la leo, y pregunto si la he leído bien.',
      'Sus propias palabras, mejor en inglés: «users outside the office are prompted again and again».',
      'Una palabra técnica: «¿Qué es un UPN?»',
      'Pregunto cuando encajan varias causas, y lo digo cuando no lo sé.',
      'En cualquier momento: «método siguiente», «fuentes», «pedir asistencia», «cancelar», «in English».',
    ],
  },
  explained: {
    several: 'Podrían ser varias cosas',
    narrow: 'Sin un código o más detalles no puedo decir cuál. Las más probables son:',
    nothing: 'No veo ningún error en este mensaje: ni código, ni un problema de inicio de sesión que conozca.',
    secret: (names) =>
      `El mensaje contiene ${names.join(' y ')}. No he guardado nada de ello, pero el chat aún lo muestra: quien lo escribió debería eliminarlo.`,
    goOn: 'Solo usted ve esto. Para que le pregunte, probar los otros métodos o llegar a asistencia, escriba a Signpost en un chat.',
  },
  examples: ['80043431', 'Users outside the office are prompted again and again', 'AADSTS50105'],
  thanks: 'De nada. Vuelva con el próximo código.',
  thanksOpen: 'De nada. Dígame si ha funcionado cuando lo haya probado.',
  exposed:
    'Lo que reconozco como un secreto se oculta antes de guardar nada. Pero quien más esté en este chat o canal aún ve su mensaje: elimínelo y cambie ahora la contraseña o el secreto.',
  fedUp: 'Siento no haber sido de ayuda. Diga «soporte», y una persona se hará cargo con todo lo que sé del problema.',
  neverMind: 'De acuerdo, lo he dejado a un lado. Deme un código o describa un problema cuando quiera.',
  nothing: '¿Cuál es el problema? Deme un código de error, pegue la página de error o describa qué ocurre.',
  tooFast: (seconds) =>
    `Eso fue mucho de una vez. Sigo leyendo en unos ${seconds} segundos; lo que envíe antes no lo veo.`,
  apology: (reference) =>
    `Algo ha fallado por mi parte, y lo he anotado con la referencia ${reference}. Inténtelo de nuevo; si vuelve a ocurrir, dé esta referencia a su servicio de asistencia.`,
};
