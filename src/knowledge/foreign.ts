/** Recognises texts about other systems, whose errors are none of ours: by their error families and by their products' names. */

/** A pattern of words and phrases: each must stand by itself. */
const anyOf = (...lists: readonly string[]): RegExp => new RegExp(`(?<![\\w])(?:${lists.join('|')})(?![\\w])`, 'i');

/** Families of errors, each in the shape that its system gives them; none of them ever stands in a Microsoft sign-in error. */
const families = anyOf(
  // Databases
  'login failed for user|ora-\\d{4,5}|tns-\\d{5}|sqlstate|error 1045|mongoservererror|psql: error|noauth authentication required',
  // Windows: updates, stop codes, web server
  'wuau\\w*|0x8024[0-9a-f]{4}|0x800f0[0-9a-f]{3}|irql_\\w+|inaccessible_boot_device|critical_process_died|page_fault_in_\\w+|kernel_\\w+_\\w+|whea_\\w+|iis web core|http(?: error)? 5\\d\\d\\.\\d+',
  // Mail delivery
  'ndr|55\\d[ -]5\\.\\d{1,3}\\.\\d{1,3}|resolver\\.\\w+\\.\\w+|undeliverable',
  // Containers and clouds: Kubernetes, resource providers and their permissions
  'crashloopbackoff|imagepullbackoff|errimagepull|skunotavailable|quotaexceeded|authorizationfailed|microsoft\\.\\w+\\/\\w+\\/(?:\\w+\\/)*(?:read|write|delete|action)',
  // Other identity products: Azure AD B2C, Okta, and the token libraries of .NET
  'aadb2c\\d*|b2c_\\w+|e0000\\d{3}|idx\\d{5}',
  // Shells, packages and languages
  'publickey|npm err!?|java\\.lang\\.\\w+|nullpointerexception|org\\.springframework[\\w.]*|traceback \\(most recent call last\\): (?:key|type|value)error',
);

/** Other products and matters. */
const products = anyOf(
  'sql(?: server)?|oracle|mysql|mariadb|postgres\\w*|mongodb|redis|snowflake|elasticsearch|sap(?: gui)?|salesforce|servicenow|workday|jira|confluence|atlassian|zendesk|slack workspace|hubspot|dynamics posting|netsuite',
  'okta|keycloak|auth0|onelogin|ping ?one|freeipa|kinit|cognito|openldap|firebase|cyberark|lastpass|1password|bitwarden',
  'google|gmail|g ?suite|apple id|icloud|itunes|facebook|instagram|whatsapp|telegram|twitter|tiktok|ebay|amazon|aws|netflix|steam|spotify|paypal|discord|dropbox|zoom|webex|docusign|adobe',
  'cisco|any ?connect|forticlient|fortinet|fortigate|globalprotect|palo alto|openvpn|wireguard|zscaler|pulse secure|vpn client|sophos|checkpoint|watchguard|sonicwall|802\\.1x|wi-?fi|wlan|radius|router|dhcp|printer|drucker|imprimante|impresora|toner|scanner',
  'docker|kubernetes|kubectl|aks|nginx|apache|tomcat|jenkins|git(?:hub|lab)?|npm|pip|terraform|ansible|cosmos db|ssh|putty|bash|vmware|vcenter|citrix|veeam|proxmox|grafana|splunk|linux kernel|postfix|synology|qnap|stripe|twilio',
  'wordpress|nextcloud|drupal|joomla|moodle|typo3|magento|phpmyadmin|gitea|bank(?:ing)?|tan|bitlocker|bsod|blue screen|excel|powerpoint|formula|visio|licen[cs]es?|pricing|invoice|essay|weather|wetter|joke|recipe|homework|translate',
  'windows ?updates?|installing updates|windows store|microsoft store|sccm|wsus|exchange transport|hyper-v|power bi refresh|microphone|mikrofon|webcam|outlook search|list view threshold',
);

const japaneseMatters = /プリンタ|複合機|天気/;

/** Words of the field: about signing in, or about the products people sign in to with it. */
export const field =
  /sign(?:ed|ing)?[ -]?(?:in|on)\b|log(?:ged|ging)?[ -]?(?:in|on)\b|\bsso\b|office ?365|microsoft ?365|\b[om]365\b|entra|azure ?ad|\baad(?:sts)?\b|ad ?fs|federat|\bsts\b|authenticat|hybrid|domain[ -]join|device regist|dsregcmd|\bprt\b|intune|enrol|\bhr=|anmeld|connexion|iniciar ses|サインイン|conditional access|\bmfa\b/i;

/** Names of Microsoft's sign-in, so that another product beside them is only the app or the network. */
const home =
  /office ?365|microsoft ?365|\b[om]365\b|entra|azure|\baad(?:sts)?\b|ad ?fs|federat\w+ (?:user|domain|service)|microsoft account|work account|authenticator|conditional access|onmicrosoft|login\.microsoft|\bmy ?app(?:s|lications)\b|\bmsal\b|\badal\b|intune|\baz login|\bconnect-\w+|pass-?through auth|get there from here/i;

/** Words of signing in that other identity products have as well. */
const shared =
  /tenant|\bguests?\b|passcode|device code|seamless|unauthorized_client|invalid_client|invalid_grant|interaction_required/i;

/** Products that sign people in themselves: beside them only Microsoft's own names count. */
const rivals = anyOf(
  'okta|keycloak|auth0|onelogin|ping ?one|freeipa|cognito|openldap|firebase|aws|google cloud|gcloud',
);

/** Microsoft's programs, which people sign in to; beside a word about signing in they tie the text to it as well. */
const program = /\boutlook|\bonedrive|\bsharepoint|\bteams\b|\boffice\b|\bword\b|windows hello/i;

/** What a text is about stands in so many of its first characters. */
const looked = 10_000;

/** True when the text speaks of Microsoft's sign-in. */
export const isOurs = (text: string): boolean => {
  const start = text.slice(0, looked);
  return (
    home.test(start) || (!rivals.test(start) && (shared.test(start) || (program.test(start) && field.test(start))))
  );
};

/** True when the text bears a mark of another system, whatever else it speaks of. */
export const isMarked = (text: string): boolean => families.test(text.slice(0, looked));

/** True when the text names another product or matter. */
export const namesOther = (text: string): boolean => {
  const start = text.slice(0, looked);
  return products.test(start) || japaneseMatters.test(start);
};

/** True when the text is about another system's error. */
export const isForeign = (text: string): boolean => isMarked(text) || (namesOther(text) && !isOurs(text));
