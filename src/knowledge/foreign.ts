/** Recognises texts about other systems, whose errors are none of ours. */

/** Marks that settle it: they never stand in a Microsoft sign-in error. */
const marks =
  /\blogin failed for user '|\bora-\d{4}|\biis web core\b|\bhttp(?: error)? 5\d\d\.\d+|\bwuau|\baadb2c\d|\bb2c_|\bidx\d{5}|\bitats\d|\bpartnercenter|\bgo-jose\b|\bresolver\.adr\b|\bndr\b|\b550 5\.\d\.\d|\bcrashloopbackoff\b|\bskunotavailable\b|\be0000\d{3}\b|\binaccessible_boot_device\b|\bpublickey\b|\bmicrophone|\bmikrofon|\bwebcam|\bmeeting audio|\boutlook search|\blist view threshold|\bmicrosoft\.\w+\/\w+\/(?:read|write|delete|action)/i;

/** Other products and matters; they settle it only where nothing speaks of Microsoft's sign-in. */
const others = new RegExp(
  `\\b(?:${[
    'sql|oracle|mysql|mariadb|postgres\\w*|mongodb|redis|sap|salesforce|servicenow|workday|jira|confluence|atlassian|zendesk|slack workspace',
    'okta|keycloak|auth0|onelogin|ping ?one|duo security|freeipa|kinit|cognito|openldap|firebase',
    'google|gmail|g ?suite|apple id|icloud|itunes|facebook|instagram|whatsapp|twitter|linkedin password|amazon|aws|netflix|steam|spotify|paypal|discord|dropbox|zoom',
    'cisco|any ?connect|forticlient|fortinet|globalprotect|openvpn|wireguard|zscaler|pulse secure|vpn client|sophos|checkpoint|watchguard|802\\.1x|wi-?fi|wlan|radius|router|dhcp|printer|drucker|imprimante|impresora|toner|scanner',
    'docker|kubernetes|aks|nginx|apache|tomcat|jenkins|git(?:hub|lab)?|npm|pip|terraform|ansible|cosmos db|ssh|putty|bash|vmware|citrix|veeam|proxmox|linux kernel',
    'wordpress password|moodle|gitea|nextcloud login|drupal|joomla|bank|tan registration|bitlocker recovery|bsod|blue screen|excel|powerpoint|formula|visio|licen[cs]es?|pricing|invoice|essay|weather|wetter|joke|recipe|homework|translate',
    'windows ?updates?|installing updates|windows store|microsoft store|sccm|wsus|exchange transport|hyper-v|dynamics posting|power bi refresh',
  ].join('|')})\\b|プリンタ`,
  'i',
);

/** Words of the field: about signing in, or about the products people sign in to with it. */
export const field =
  /sign(?:ed|ing)?[ -]?(?:in|on)\b|log(?:ged|ging)?[ -]?(?:in|on)\b|\bsso\b|office ?365|microsoft ?365|\b[om]365\b|entra|azure ?ad|\baad(?:sts)?\b|ad ?fs|federat|\bsts\b|authenticat|hybrid|domain[ -]join|device regist|dsregcmd|\bprt\b|intune|enrol|\bhr=|anmeld|connexion|iniciar ses|サインイン|conditional access|\bmfa\b/i;

/** Words that tie a text to Microsoft's sign-in, so that another product beside them is only the app or the network. */
const home =
  /office ?365|microsoft ?365|\b[om]365\b|entra|azure|\baad(?:sts)?\b|ad ?fs|federat\w+ (?:user|domain|service)|microsoft account|work account|authenticator|conditional access|onmicrosoft|login\.microsoft|\bmy ?app(?:s|lications)\b|\bmsal\b|\badal\b|intune|tenant|\bguests?\b|passcode|device code|\baz login|\bconnect-\w+|seamless|pass-?through auth|get there from here|unauthorized_client|invalid_client|invalid_grant|interaction_required/i;

/** Microsoft's programs, which people sign in to; beside a word about signing in they tie the text to it as well. */
const program = /\boutlook|\bonedrive|\bsharepoint|\bteams\b|\boffice\b|\bword\b|windows hello/i;

/** True when the text speaks of Microsoft's sign-in. */
export const isOurs = (text: string): boolean => home.test(text) || (program.test(text) && field.test(text));

/** True when the text bears a mark of another system, whatever else it speaks of. */
export const isMarked = (text: string): boolean => marks.test(text);

/** True when the text is about another system's error. */
export const isForeign = (text: string): boolean => isMarked(text) || (others.test(text) && !isOurs(text));
