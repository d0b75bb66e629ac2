/** Understands what people say about a facet: as an answer to a question, or unasked in their first message. */
import type { Facet } from '../model/catalog.ts';
import { hearAbroad, isForeign } from './hear-abroad.ts';
import { isSaid } from './hear-denied.ts';
import { hearWhere } from './hear-where.ts';
import { failing, read, type Said } from './statements.ts';

type Cue = readonly [value: string, pattern: RegExp];

const cues: Readonly<Record<Exclude<Facet, 'where'>, readonly Cue[]>> = {
  federated: [
    [
      'no',
      /\b(?:not|isn'?t|aren'?t|non)[- ]federated|\bcloud[- ]only|\bmanaged domain|\bno (?:ad ?fs|federation)|\bpassword hash|\bpass[- ]?through|\bwithout ad ?fs|\b(?:(?:got|get) rid of|(?:moved|migrated|switched|went) (?:away from|off)) (?:our |the )?(?:ad ?fs|federation)|(?:do not|don'?t|doesn'?t|no longer|never|not) (?:use|uses|have|has|run|using|running) (?:any |an )?(?:ad ?fs|federation)|\b(?:kein|ohne|sans|pas d'|pas de |sin|no (?:usamos|tenemos|hay)) ?ad ?fs|\bad ?fs (?:is|was|has been|got) (?:\w+ )?(?:decommissioned|retired|dismantled|phased out)/,
    ],
    ['yes', /\bad ?fs|\bfederat|\bsts\b|\bping ?federate|\bfederation server|\bweb application proxy|\bwap\b/],
  ],
  scope: [
    [
      'one-device',
      /\b(?:one|this|that|a|single|my) (?:pc|machine|computer|laptop|device|workstation)\b|\bon one device|\b(?:another|other|second|different|colleague'?s) (?:pc|machine|computer|laptop|device|workstation|phone)\b.*\b(?:works|fine|ok)\b|\b(?:works|fine|ok) (?:on|with|from) (?:the |a |an |his |her |my )?(?:another|other|second|different) (?:pc|machine|computer|laptop|device|workstation|phone)\b|\b(?:only|just) (?:on|with) (?:the|his|her|my|their|this|one|the one)\s?\w* (?:pc|machine|computer|laptop|macbook|device|workstation)\b/,
    ],
    ['federated-users', /\b(?:all|every|only)?\s?federated (?:users|accounts|people)/],
    [
      'some-users',
      /\bsome (?:users|people|of|colleagues|accounts|\d)|\bseveral (?:users|people|colleagues|accounts)|\ba few|\bnot (?:all|every)|\bnew users|\bchrome users|\busers of\b|(?<![\d-])(?:[2-9]|\d{2,3}|two|three|four|five|six|seven|eight|nine|ten|a couple of|couple|half(?: of)?(?: the| our)?|many|most(?: of)?(?: the| our)?) (?:other )?(?:users|people|persons|colleagues|accounts|employees|staff|students|teachers)\b|\b(?:only|just) (?:one|a single|the (?:one|new|other)) (?:domain|department|team|group|site)\b|\bone (?:domain|department|team|group) (?:only|fails)\b/,
    ],
    [
      'everyone',
      /\bnot (?:a|one) single (?:user|person|employee|colleague|account)|\bevery(?:one|body)|\ball (?:users|people|of (?:us|them))|\bwhole (?:company|organi[sz]ation)|\bnobody can|\bno one can|\bmy users|\bour users|\ball of (?:us|them)\b|^\W*all\W*$|\bthe (?:whole|entire) (?:company|office|firm|school|team)/,
    ],
    [
      'one-user',
      /\b(?:one|a|single|this|my|1) (?:user|person|employee|colleague|account|guy)\b|\b(?:only|just) (?:me|her|him|he|she|this one|the one|that one)\b|\bonly one\b|\bhe |\bshe |^\W*(?:me|her|him|myself)\W*$/,
    ],
  ],
  client: [
    [
      'one-browser',
      /\b(?:only|just) (?:in|on|with)?\s?(?:chrome|edge|firefox|safari)|\b(?:chrome|edge|firefox|safari) only|\bone browser|\bprivate window|\binprivate|\bincognito/,
    ],
    [
      'outlook-mail',
      /\boutlook|\bmail client|\bactive ?sync|\bexchange|\bimap|\bpop3|\bmapi|\be-?mail(?!ed\b|ing\b|s? (?:geschrieben|geschickt|gesendet))(?<!\b(?:sent|wrote|envoyé|écrit|enviado|envié|escrito|escribí)(?: (?:him|her|them|you|the [a-z]+|a l'[a-z]+|al [a-z]+))? (?:an? |the |un |une )?e-?mail)/,
    ],
    ['mobile', /\bmobile|\bphones?\b|\biphone|\bipad|\bandroid|\bios\b|\btablet/],
    ['script', /\bscripts?\b|\bpowershell|\bcommand line|\bdaemon|\bservice account|\bcode\b.*\bapi\b|\bcurl\b/],
    [
      'desktop-app',
      /\bdesktop app|\bteams app|\bonedrive client|\boffice apps?|\bword\b|\bexcel\b|\bcompany portal|\bdesktop\b/,
    ],
    [
      'browser',
      /\bbrowsers?\b|\bweb ?(?:site|page|mail)?\b(?! application proxy)|\bportal(?<!\b(?:according to|laut|gemäß|según|access to (?=(?:that|this|your)\b)|zugriff auf (?=dieses\b)|accès à (?=ce\b)|acceso a (?=(?:ese|este)\b)) ?(?:(?:the|that|this|your|dem|el|ce|dieses|ese|este) )?portal)|\bchrome|\bedge\b|\bfirefox|\bsafari/,
    ],
  ],
  prompt: [
    [
      'repeated-prompts',
      /(?:again and again|over and over|repeated|keeps? (?:being |getting |on )?(?:ask|prompt)|every (?:time|hour|day)|constantly|prompted? (?:\w+ ){0,3}(?:again|repeatedly|times)|more than (?:three|3) times|comes back|endless(?:ly)? (?:ask|prompt))/,
    ],
    [
      'redirect-loop',
      /\b(?:redirect(?:ion)? )?loops?\b|\blooping|\bredirect(?:s|ed|ing)? (?:back|between|again|in circles)|back to the (?:login|sign[- ]in)/,
    ],
    [
      'certificate-warning',
      /\bcertificate (?:warning|error)|\bnot secure|\b(?:cert\w*|site|page|connection|issuer|root|server)\b.{0,30}\b(?:not |un)trusted|\buntrusted (?:cert|root|connection|site|page|issuer|server)|\bsecurity (?:certificate|warning)|\bname mismatch/,
    ],
    [
      'page-unavailable',
      /\bcan(?:no|')t be (?:reached|opened|displayed|loaded|found)|\bcan(?:no|')t (?:reach|open|display|load) (?:(?:the|this|that|our|my|any|a|ad|adfs|fs|sts|sign|sign-?in|login|log-?in|federation|company|corporate|internal|external|web) )*(?:page|site|web ?site|portal|url|link|address|server|sign-?in|login|adfs|fs|sts|it)\b|\bpage (?:can|cannot|not|does)|\b50[23]\b|\b404\b|\btime(?:s|d)? ?out|\bunavailable|\bblank page|\bwhite page|\bnot reachable|\bdns[ _](?:probe|errors?|fail\w*|problem|issue|lookup (?:error|fail)\w*|(?:name )?(?:does ?n[o']t|does not|can ?not|can't|could not|couldn't|not|is not|isn't) (?:be )?(?:resolve|found|exist)|address could not)|\bnxdomain|\b(?:does ?n'?t|does not|can ?not|can't|could not|not) (?:be )?resolved?\b/,
    ],
    [
      'blocked-message',
      /\bblocked|\baccess denied|\bdoesn'?t meet|\bcan'?t (?:get there|access this)|\bnot allowed|\bcriteria/,
    ],
    [
      'error-after-password',
      /\berror (?:page|message)?\s?after|\bafter (?:the )?password|\berror page|\btrouble signing you in|\bproblem accessing|\ban error occurred|\binvalid (?:user|password)/,
    ],
    [
      'no-prompt',
      /\bno (?:prompt|box|window)|\bnever (?:asked|prompted)|\bsilent|\bnothing happens|\bno sso\b|\bnot prompted/,
    ],
  ],
  message: [
    ['none', /\bno (?:error|message|code|text)|\bnothing\b|\bwithout (?:an? )?(?:error|message)|^none/],
    ['code', /\bcodes?\b|\baadsts|\d{5}/],
    ['text', /\bmessage|\btext|\bsays\b|"/],
  ],
  certificate: [
    ['token-signing', /\btoken[- ]?sign|\bsigning cert|\bts cert|\bfederation cert/],
    [
      'token-decrypting',
      /\btoken[- ]?(?:de|en)crypt|\bdecrypt\w* (?:(?:the|a|its|our) )?(?:token|cert)|\bcert\w*.{0,20}\bdecrypt|^\W*(?:the )?(?:token[- ]?)?decrypting(?: (?:one|cert\w*))?\W*$/,
    ],
    [
      'ssl-proxy',
      /\b(?:proxy|wap)\b.*\b(?:cert|(?:ssl|tls)(?! ?v?\d| (?:inspect|intercept|offload|break|decrypt|scan)))|\b(?:cert\w*|(?:ssl|tls)(?! ?v?\d| (?:inspect|intercept|offload|break|decrypt|scan)))\b.*\b(?:proxy|wap)\b/,
    ],
    [
      'ssl-adfs',
      /\b(?:ssl|tls|https(?!:)|web|service communications?|public)[ /-](?:[\w/-]+ ){0,2}?cert|\bcert\w* (?:\w+ ){0,4}?(?:ssl|tls|https(?!:)|service communications?)\b|\b(?:ssl|tls)(?! ?v?\d)\b[^,;\n]{0,60}\b(?:ad ?fs|sts|fs\.)|\b(?:ad ?fs|sts|fs\.)[^,;\n]{0,60}\b(?:ssl|tls)\b(?! ?v?\d)/,
    ],
    ['none', /\bno cert|\bnot a cert|^none|\bno\b/],
  ],
  recent_change: [
    ['none', /\bnothing|\bno change|^none|\bnot that i know|\bnot aware/],
    [
      'certificate-renewed',
      /\bcert\w*\b.*\b(?:renew|replac|new|roll|chang|expir|updat)|\b(?:renew|replac|new|roll|chang|expir)\w*\b.*\bcert/,
    ],
    [
      'password-changed',
      /\bpassword\b.*\b(?:chang|reset|new)|\b(?:chang|reset|new)\w*\b.*\bpassword|\brevoked sessions/,
    ],
    ['firewall-or-proxy', /\bfirewall|\bproxy|\bnetwork\b|\bvpn\b|\bpublish|\bload balancer/],
    ['new-device', /\bnew (?:phone|pc|laptop|computer|device|machine)|\breinstall|\breimag/],
    ['policy', /\bpolic|\bconditional access|\bmfa\b.*\b(?:enabl|requir|turn)|\bsecurity defaults/],
    ['migration', /\bmigrat|\bmoved? (?:from|to)|\bswitch(?:ed)? (?:from|to)|\bconvert/],
  ],
  account: [
    [
      'guest',
      /\bguests?\b(?! (?:wi-?fi|wlan|network|lan|os|vm|machine|mode|window|profile|speaker|lecture))|\bb2b\b|\binvited(?! to (?:a|an|the|my|our|this) (?:meeting|call|webinar|interview))|\bexternal user(?<!\b(?:internal(?:ly)?|inside)\b.{0,80}external user)(?!.{0,80}\b(?:internal(?:ly)?(?! (?:app|site|page|server|portal|web|system|tool|resource|domain|url|dns))|inside|from outside)\b)|\bpartner\b/,
    ],
    ['consumer', /\bpersonal (?:microsoft )?account|\bhotmail|\boutlook\.com|\blive\.com|\bgmail|\bxbox|\bmsa\b/],
    ['service', /\bservice (?:account|principal)|\bapplication account|\bmanaged identity/],
    ['synced', /\bsync|\bhybrid|\bon[- ]prem|\bfrom ad\b|\blocal ad\b/],
    [
      'cloud',
      /\bcloud[- ](?:only|native|managed)|\bcloud[- ]?(?:users?|accounts?|identit\w+)|\b(?:only|purely|exists?|created|made|mastered|lives?) (?:only |directly )?in the cloud|\b(?:account|user|identity|he|she|it|they)(?: is|'s| are) (?:only |just )?(?:in the |an? )?cloud\b(?! \w)|^\W*(?:in |the |a |only |just |pure )*cloud\W*(?:$|[,.;])/,
    ],
  ],
  device: [
    ['new-phone', /\bnew (?:phone|iphone|android|mobile)|\bchanged phones?|\breplaced (?:my |the )?phone/],
    [
      'unmanaged',
      /\bunmanaged|\bnot (?:managed|enrolled|joined)|\b(?:private|personal|own) (?:pc|device|phone|laptop|mac|macbook|imac|ipad|iphone|tablet|computer|notebook|machine)|\bbyod|\bhome (?:pc|computer|laptop)/,
    ],
    [
      'managed',
      /\bmanaged|\bintune|\bcompliant|\bjoined|\b(?:company|corporate|work|office|company-owned) (?:pc|laptop|device|phone|mac|macbook|iphone|ipad|tablet|computer|notebook|machine)|\benrolled/,
    ],
  ],
};

/** How much of a text is listened to; pastes say what they say at their beginning. */
const heard = 1000;

const folded = (text: string): string => text.slice(0, heard).toLowerCase().normalize('NFC').replace(/[’‘]/g, "'");

/** Reads a text, in people's own words, once for all facets: the value of each that it tells, or null. */
export const listen = (text: string): ((facet: Facet) => string | null) => {
  const said = read(folded(text));
  return (facet) => valueIn(facet, said);
};

export const hear = (facet: Facet, text: string): string | null => listen(text)(facet);

const valueIn = (facet: Facet, said: Said): string | null => {
  if (facet === 'where') return hearWhere(said);
  const met = deniable.has(facet) ? isSaid : isMet;
  const first = (words: string): string | null => cues[facet].find(([, pattern]) => met(pattern, words))?.[0] ?? null;
  const value = first(said.said);
  if (value === null || !ofWhatFails.has(facet) || comparing.has(value)) return value;
  return first(failing(said));
};

const isMet = (pattern: RegExp, text: string): boolean => pattern.test(text);

/** Facets of what fails: people name beside it what works, which must not be taken for it. */
const ofWhatFails: ReadonlySet<Facet> = new Set(['client', 'device', 'scope']);

/** What tells by what works: "on another laptop it works", "it works for some users". */
const comparing: ReadonlySet<string> = new Set(['one-device', 'some-users']);

/** Facets of what something is, which is often told by what it is not. */
const deniable: ReadonlySet<Facet> = new Set([
  'federated',
  'prompt',
  'certificate',
  'recent_change',
  'account',
  'device',
]);

/** A certificate that was asked for may be named by one word. */
const asked = /\b(?:ssl|tls|https(?!:)|web|service communications?|public)\b/;

/** An answer to a question may be as short as "yes", and in any language that the bot speaks. */
export const hearAnswer = (facet: Facet, text: string): string | null => {
  const said = folded(text).trim();
  if (facet === 'federated' && /^(?:(?:yes|yep|yeah|y|ja|oui|si|sí)(?!\p{L})|はい)/u.test(said)) return 'yes';
  if (facet === 'federated' && /^(?:(?:no|nope|n|nein|non)(?!\p{L})|いいえ)/u.test(said)) return 'no';
  if (facet === 'where') return hearWhere(read(said));
  const words = ofWhatFails.has(facet) ? failing(read(said)) : said;
  const own = (): string | null => (facet === 'certificate' ? hearAsked(said) : null) ?? hear(facet, text);
  const abroad = (): string | null => hearAbroad(facet, words, deniable.has(facet) ? isSaid : isMet);
  return isForeign(said) ? (abroad() ?? own()) : (own() ?? abroad());
};

const hearAsked = (said: string): string | null => {
  const told = hear('certificate', said);
  return told === null || told === 'none' ? (isSaid(asked, said) ? 'ssl-adfs' : null) : told;
};
