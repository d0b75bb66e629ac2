/** What the bot says to what people say of an answer's methods and of itself, in Spanish. */
import type * as English from '../en/follow.ts';

export const follow: typeof English.follow = {
  unsure: (where) => `No estoy seguro de que mi respuesta lo trate. Lo más cercano es «${where}»:`,
  besideOther: (title, where) => `Junto a otra respuesta, «${title}», está «${where}»:`,
  unsureFact: (where) => `No sé con certeza qué cambia eso en mi respuesta. Lo más cercano es «${where}»:`,
  orElse: (where) => `O bien «${where}»:`,
  heard: (said) => `Anotado: «${said}».`,
  unfit: (titles) => `Eso descarta: ${titles.join('; ')}.`,
  labelled: (label, value) => `${label}: ${value}`,
  whichOne: '¿Cuál? Elíjalo, o diga «el primero» o «el segundo».',
  notSure: (title) => `No estoy seguro de qué dice mi respuesta, «${title}», sobre eso.`,
  oneOfThese: '¿Es uno de estos puntos?',
  whichFits: '¿Cuál de estos métodos encaja?',
  ifNot: (next: string) => `Si no, lo siguiente es: ${next}.`,
  thisStep: (failed: string) => `Este es el paso. Si no sale como dice aquí, elija «${failed}».`,
  left: 'Lo que queda:',
  noneLeft: 'Con eso no queda ninguno de mis métodos.',
  doneBefore: (titles) => `Ya está hecho, así que sigo con lo siguiente: ${titles.join('; ')}.`,
  stepDone: (method, k) => `Ese es el paso ${k} de «${method}». Lo cuento como hecho.`,
  failures: {
    denied:
      'A la ventana le faltan permisos en este equipo. Ábrala con «Ejecutar como administrador»; en un servidor, con una cuenta que sea administradora local allí.',
    privileges:
      'La cuenta no puede hacerlo. Inicie sesión con una que tenga el rol (actívelo antes si su organización usa Privileged Identity Management) y conéctese de nuevo.',
    unauthorized:
      'No hay una conexión válida: ha caducado, o se hizo con otra cuenta o sin estos permisos. Desconéctese, conéctese de nuevo y acepte los permisos que se piden.',
    consent:
      'La propia herramienta espera un consentimiento: un administrador tiene que aceptar sus permisos una vez, o ejecutar el paso.',
    graph:
      'Aquí falta Microsoft Graph PowerShell. Ejecute Install-Module Microsoft.Graph -Scope CurrentUser, abra una ventana nueva de PowerShell y conéctese.',
    exchange:
      'Aquí falta el módulo de Exchange Online. Ejecute Install-Module ExchangeOnlineManagement -Scope CurrentUser y después Connect-ExchangeOnline.',
    entra:
      'Aquí falta el módulo Microsoft.Entra. Ejecute Install-Module Microsoft.Entra -Scope CurrentUser y después Connect-Entra.',
    retired:
      'Los módulos MSOnline y AzureAD están retirados. Use los comandos de Microsoft Graph PowerShell que muestra el método.',
    local:
      'El servidor rechazó la cuenta, y la nube no tiene que ver: no ayuda ni un consentimiento ni una conexión nueva. Ejecute el comando en el servidor principal de AD FS, en Windows PowerShell abierto como administrador, con un administrador local de ese servidor.',
    proxyTrust:
      'AD FS no aceptó el proxy o la cuenta. Dé al comando las credenciales de un administrador local de los servidores de AD FS. Compare los relojes del proxy y de AD FS, compruebe que el proxy llega al servidor principal por el nombre del servicio de federación en el puerto 443, y que el certificado indicado está en el proxy con su clave privada. El mismo comando crea entonces de nuevo la confianza.',
    syncRights:
      'La cuenta no puede dirigir la sincronización. Ejecute el comando en el servidor de Microsoft Entra Connect, en Windows PowerShell abierto como administrador, con una cuenta del grupo local ADSyncAdmins; quien se acaba de añadir cierra antes la sesión y la vuelve a abrir.',
    directoryRights:
      'La cuenta no puede cambiar esto en Active Directory, y la nube no tiene que ver. Use una en la que el cambio esté delegado, o deje que un administrador del dominio haga el paso.',
    parameter:
      'El comando existe, pero no con este parámetro: el módulo es antiguo, o es otro con un comando del mismo nombre. Get-Command con el nombre del comando muestra su módulo y su versión, Update-Module pone el módulo al día; después abra una ventana nueva. Compruebe también que el parámetro está escrito como en el paso.',
    sync: 'Este comando solo existe en el servidor de Microsoft Entra Connect. Ejecútelo allí en Windows PowerShell como administrador.',
    adfs: 'Este comando solo existe en un servidor de AD FS. Ejecútelo allí en Windows PowerShell como administrador, en el servidor principal.',
    proxy:
      'Este comando solo existe en un servidor de Web Application Proxy. Ejecútelo allí en Windows PowerShell como administrador.',
    directory:
      'Aquí falta el módulo ActiveDirectory. Ejecute el paso en un controlador de dominio, o instale las herramientas de administración remota del servidor (RSAT).',
    module:
      'Aquí falta el módulo que contiene el comando, o el comando va en otra máquina: compárelo con lo que nombra el paso. Un módulo que falta se instala con Install-Module, su nombre y -Scope CurrentUser; después abra una ventana nueva.',
    gallery:
      'No se llegó a PowerShell Gallery. Ejecute antes [Net.ServicePointManager]::SecurityProtocol = "Tls12"; detrás de un proxy, haga que PowerShell lo use, o instale el módulo en otro equipo.',
    scripts:
      'Este equipo no ejecuta scripts. Permítalos solo en esta ventana con Set-ExecutionPolicy -Scope Process RemoteSigned; si una directiva de grupo lo prohíbe, use otro equipo.',
    tenant:
      'Desconéctese y conéctese nombrando el inquilino, por ejemplo Connect-MgGraph -TenantId y su dominio. En el centro de administración, cambie el directorio en la configuración de arriba.',
    secondary:
      'Una granja solo admite cambios en su servidor principal. Get-AdfsSyncProperties dice cuál es; ejecute el paso allí.',
    greyed:
      'Lo que está atenuado o no aparece se debe casi siempre a su rol, a una licencia que falta, o a un objeto sincronizado que solo se cambia en Active Directory.',
    absent:
      'No se encontró el nombre o el id. Compárelo letra por letra, y vea con Get-MgContext que está conectado al inquilino correcto.',
    busy: 'Otra ejecución está en curso. Espere unos minutos (Get-ADSyncScheduler muestra si hay una sincronización) y vuelva a iniciarla.',
    throttled: 'Fueron demasiadas solicitudes. Espere unos minutos y repita el paso con menos a la vez.',
    unreachable:
      'No se llegó al otro equipo. Compruebe su nombre, que esté encendido y que el firewall le deje pasar; o haga el paso en ese mismo equipo.',
  },
  closed: 'Bien. Lo he cerrado, y no lo anoto para ninguno de mis métodos.',
  helpedThere: 'Bien, he anotado que este método ha servido ahí. El otro dispositivo necesita lo mismo:',
  helpedSome: 'Bien, he anotado que este método ha servido a los demás. Para quienes quedan, siga con el siguiente.',
  imports: (name: string) => `Cargue antes su módulo, en la misma ventana: Import-Module ${name}`,
  asked: {
    passOn: 'Para transmitir al usuario',
    brief: 'Para transmitir a quien actúa o decide',
    noRole: (method) => `Mi respuesta no nombra ningún rol para esto: ${method}.`,
    undo: 'Cómo deshacerlo',
    noUndo: (method) =>
      `Mi respuesta no dice nada sobre cómo deshacer esto: ${method}. Anote el valor actual antes de cambiarlo; así podrá volver a ponerlo.`,
    effect: 'Hasta que surta efecto',
    noCommand: 'Mi respuesta no tiene ningún comando para esto: los pasos se hacen donde se indica.',
  },
  takes: (names) => `Lo que pide el método: ${names}.`,
  again: 'Después repita el paso. Si el mensaje nombra un código, deme el código.',
  me: {
    tenant:
      'No, no veo su inquilino, ni sus servidores, ni sus cuentas: solo sé lo que se escribe aquí, y le digo dónde mirar. Solo donde su organización lo configuró leo algunos ajustes y registros de inicio de sesión, en comprobaciones que no cambian nada y acaban en avisos.',
    acts: 'No cambio nada ni consulto nada por mi cuenta: doy los pasos y los comandos, y usted o su helpdesk los ejecutan.',
    privacy:
      'Quien está en este chat o canal lo ve, y la plataforma de chat lo transporta; por lo demás solo lo lee este programa. Los secretos se ocultan antes que nada, y los mensajes no se guardan: solo de qué problema se trata, y valores como el código. Lo que está en un ticket se guarda y va al helpdesk. «qué sabe sobre mí» muestra lo que se guarda de usted, «eliminar mis datos» lo borra.',
    picture:
      'Envíe la imagen aquí en el chat, si admite imágenes. Donde puedo leerlas le digo lo que he leído, y no la guardo. Si no, escriba el código o pegue el texto del mensaje.',
    human:
      'Soy un programa, no una persona, y tampoco un modelo de lenguaje: mis respuestas son fichas escritas y revisadas de antemano, con sus fuentes. Diga «helpdesk» para hablar con una persona.',
  },
  speaksToo: 'También hablo español: diga simplemente «español».',
};
