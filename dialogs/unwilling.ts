/** Hears what somebody does not want to do or may not: "I don't want to touch cross tenant settings". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { stepsOf } from './methods.ts';
import { methodsIn } from './numbers.ts';
import { any, folded, longest, pattern } from './phrases.ts';
import type { Excluded } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { plainText } from './reply.ts';

const neutral =
  '(?:touch(?:ing)?|chang(?:e|ing)|edit(?:ing)?|modify(?:ing)?|alter(?:ing)?|do(?:ing)?|use|using|try(?:ing)?|go(?:ing)? (?:near|into)|open(?:ing)?|mess(?:ing)? with|go(?:ing)? through|run(?:ning)?)';
const we = "(?:i|we|he|she|they|you|my boss|security|the customer)(?:'d|'ll|'m|'re)?";

/** Ways to refuse, with what is refused; "cannot" refuses only a change, because "cannot open Outlook" is a symptom. */
const refusals = [
  `(?:${we} )?(?:do ?n[o']?t|does ?n[o']?t|would ?n[o']?t|do not|would not|really do ?n[o']?t)(?: really)? (?:want|like|wish|dare)(?: me| us| you)? (?:to )?(?:${neutral} )?(?<what>.{3,60})`,
  `(?:(?:i|we)(?:'d)?|my boss|security) (?:won'?t|will not|refuse to|rather not|would rather not|prefer not to|am not going to|are not going to) (?:${neutral} )?(?<what>.{3,60})`,
  `(?:${we} )?(?:may not|must not|mustn'?t|(?:am |are |is )?not (?:allowed|permitted) to) (?:${neutral} )?(?<what>.{3,60})`,
  "(?:i|we) (?:cannot|can'?t|can not) (?:touch|change|edit|modify|disable|turn off) (?!my |his |her |their )(?<what>.{3,60})",
  '(?:but )?without [a-z-]+ing (?<what>.{3,60})',
  '(?:anything|everything) but (?<what>.{3,60})',
  '(?:please )?(?:not|no) (?<what>(?:the |another |a )?(?:method|reset|reinstall|reboot|wipe|re-?enrol|new device|policy change).{0,40}?)(?: please| again)?',
  '(?<what>.{3,60}?) (?:is|are|would be) (?:not an option|no option|out of (?:the )?question|off(?:-| )limits|a no-?go|not (?:allowed|possible) (?:here|for us|with us)|too risky(?: for (?:us|me))?)',
  '(?:(?:das|die|den|der) )?(?<what>.{3,50}?) (?:mochte|mochten|will|wollen|darf|durfen|wurde|wurden) (?:ich|wir|er|sie) (?:lieber |aber |eigentlich )*nicht(?: (?<deed>.{3,20}))?',
  '(?:ich|wir) (?:mochte|mochten|will|wollen|darf|durfen|wurde|wurden) (?:lieber |aber |eigentlich |bitte )*(?:nicht )?(?:an )?(?:die |das |den |der |dem )?(?<what>.{3,50}?) (?:nicht |lieber nicht )?(?:anfassen|andern|umstellen|nutzen|verwenden|machen|anruhren|ran|rangehen|(?<deed>zurucksetzen|loschen|ausschalten|deaktivieren|abschalten))',
  '(?<what>.{3,50}?) (?:kommt (?:bei uns |fur uns )?nicht (?:in frage|infrage)|ist (?:bei uns |fur uns )?keine option|geht bei uns nicht|fassen wir nicht an|fasse ich nicht an)',
  'ohne (?:die |das |den |der )?(?<what>.{3,50}?) (?:zu (?:andern|loschen|verwenden)|anzufassen|umzustellen|zuruckzusetzen|auszuschalten|abzuschalten)',
  '(?:ich|wir) (?:mochte|mochten|will|wollen|darf|durfen) (?<what>.{3,50}?) nicht(?: noch ?mal| wieder| neu| mehr)? (?<deed>[a-z]{4,}en)',
  "(?:je|on|nous) (?:n'(?:ai|a|avons)) pas (?:le droit de|envie de) (?:toucher |changer |modifier )?(?<what>.{3,60})",
  "(?<what>(?:method|methode|metodo) \\d{1,2}) (?:does ?n[o']?t apply|does not apply|is not (?:possible|for us)|trifft nicht zu|passt nicht|geht bei uns nicht|ne s'applique pas|ne marche pas chez nous|no (?:se )?aplica)|(?<thing>方法 ?\\d{1,2})は(?:該当しません|当てはまりません|できません)",
  "(?:je|on|nous|il|elle) (?:ne |n')?(?:(?:veux|veut|voulons|voudrais) (?:surtout )?pas|(?:peux|peut|pouvons|dois|doit) (?:surtout )?pas(?= (?:toucher|changer|modifier) )) (?:(?:toucher|changer|modifier|utiliser|faire) )?(?:a |aux? |les? |la |l'|des? )*(?<what>.{3,60})",
  "(?:mais )?sans (?:toucher|changer|modifier|reinitialiser|desactiver) (?:a |aux? |les? |la |l'|des? )*(?<what>.{3,60})",
  "(?<what>.{3,50}?),? (?:c'est |est )?(?:hors de question|pas une option|pas possible chez nous)|(?:pas question|hors de question) de (?:toucher |changer |modifier )?(?:a |aux? |les? |la |l')*(?<thing>.{3,50})",
  '(?:yo )?no (?:(?:quiero|queremos|quisiera) (?:(?:tocar|cambiar|modificar|usar|hacer) )?|(?:puedo|podemos|debo|debemos|me dejan) (?:tocar|cambiar|modificar) )(?:el |la |los |las )?(?<what>.{3,60})',
  '(?:pero )?sin (?:tocar|cambiar|modificar|restablecer|desactivar) (?:el |la |los |las )?(?<what>.{3,60})',
  '(?<what>.{3,50}?) (?:no es (?:una )?opcion|ni hablar)|(?:ni hablar de|nada de) (?:tocar |cambiar )?(?:el |la |los |las )?(?<thing>.{3,50})',
  '(?<what>.{2,40}?)(?:には|に|は|を)?(?:(?:変え|触り|使い|やり|し|変更し|(?<deed>リセット)し|いじり)たく(?:ない|ありません)(?:です)?|(?:変え|触れ|変更せ|リセットせ)ずに|は避けたい(?:です)?|なしで|(?:は|を)?変更(?:禁止|できない決まり)(?:です)?)',
].map((source) =>
  pattern(
    `^${any('and', 'but', 'no', 'sorry', 'ok', 'aber', 'nein', 'mais', 'non', 'pero', 'でも')}?[ ,、]*(?:${source})(?: (?:please|bitte|svp|por favor|though|here))*$`,
  ),
);

const byNumber =
  '(?<what>(?:(?:the )?(?:first|second|third|fourth|last) method|(?:die |la |le |el )?(?:method|methode|metodo) ?\\d{1,2}))';

/** What is to be left out by its number, in a question as well: "can I skip method 1". */
const skipped = [
  `(?:(?:so |then |and |but )?(?:can|could|may|shall|should) (?:i|we) |(?:i|we)(?:'d| would| will|'ll)? (?:(?:like|want|have) to |rather )?|let'?s |please )?(?:skip|leave out|omit|drop) ${byNumber}(?: (?:altogether|entirely|completely|please|then|here|for now|and .{1,20}))*`,
  `${byNumber} (?:is ?n[o']?t|is not|would not be|won'?t be) (?:possible|feasible|an option|available|applicable|allowed)(?: (?:here|for us|with us|at all|in our case))*`,
  `(?:i|we|he|she|they) (?:cannot|can'?t|can not) (?:do|use|apply|follow|try) ${byNumber}(?: (?:here|at all))*`,
  `(?:(?:kann|konnen|darf|konnte) (?:ich|wir|man) )?(?:die )?${byNumber} (?:uberspringen|auslassen|weglassen|uberspringe ich|lasse ich (?:aus|weg))`,
  `${byNumber} (?:geht|ist|funktioniert) (?:hier |bei uns |leider |fur uns |so )*(?:nicht (?:moglich|machbar|umsetzbar|anwendbar|erlaubt)|unmoglich)`,
  `(?:(?:est-ce que )?(?:je|on|nous) (?:peux|peut|pouvons|pourrais) |puis-je |peut-on )(?:sauter|passer|ignorer|laisser de cote) ${byNumber}`,
  `${byNumber} (?:n'est pas possible|est impossible)(?: (?:ici|chez nous))?`,
  `(?:(?:puedo|podemos|se puede) )?(?:saltar(?:me|nos|se)?|omitir) ${byNumber}`,
  `${byNumber} (?:no es|es im)\\s?posible(?: (?:aqui|con nosotros))?`,
  '(?<thing>方法 ?\\d{1,2})(?:は|を)?(?:飛ばし|スキップし|省い)て(?:も)?(?:いい|よい|構わない|大丈夫)(?:です)?か?',
  '(?<thing>方法 ?\\d{1,2})(?:は)?(?:無理|不可能|使えません|実施できません|不可)(?:です)?',
].map((source) => pattern(`^(?:${source})$`));

const pauses = /[.,;:!?。、！？\n]+(?=\s|$)|[。、！？\n]|\s[-–—]\s/;

const whatIn = (said: string, forms: readonly RegExp[]): string | undefined =>
  forms.map((form) => form.exec(said)?.groups).flatMap((groups) => groups?.['what'] ?? groups?.['thing'] ?? [])[0];

/** What a clause refuses, with what would be done to it; null where it refuses nothing. */
const refusedIn = (clause: string): string | null => {
  const said = folded(clause)
    .replace(/^[¿¡\s]+/, '')
    .replace(/\s+/g, ' ');
  const left = whatIn(said, skipped);
  if (left !== undefined) return left;
  if (isQuestion(clause)) return null;
  for (const form of refusals) {
    const groups = form.exec(said)?.groups;
    const what = groups?.['what'] ?? groups?.['thing'];
    if (what !== undefined && !unclear.test(what)) return `${what} ${groups?.['deed'] ?? ''}`.trim();
  }
  return null;
};

/** What names nothing to leave out, and what a program or the sign-in will not do. */
const unclear = pattern(
  '^(?:it|that|this|anything|das|es|ca|cela|eso|esto|wait|be|know|work|wait .*|accept.*|let .*|sign .*|log .*|open|start|a ticket.*|ticket.*|lose .*|helpdesk.*|success|luck|a code.*|code.*|error.*)$',
);

/** A method is meant where its title holds so much of what is named, or its steps so much more. */
const least = { ofTitle: 0.5, ofSteps: 0.8 } as const;

/** What a text refuses, the methods that deal with it, and the rest; null where it refuses nothing. */
export const unwillingIn = (text: string, entry: Entry, { terms }: Pick<Catalog, 'terms'>): Excluded | null => {
  if (text.length > longest) return null;
  const clauses = text.split(pauses).filter((clause) => clause.trim() !== '');
  const heard = clauses.map((clause) => [clause.trim(), refusedIn(clause)] as const);
  const said = heard.flatMap(([clause, what]) => (what === null ? [] : [clause]));
  if (said.length === 0) return null;
  const rest = heard.flatMap(([clause, what]) => (what === null ? [clause] : [])).join(', ');
  const methods = heard.flatMap(([clause, what]) => (what === null ? [] : methodsFor(clause, what, entry, terms)));
  return { said, methods: [...new Set(methods)], for: [], ofTitle: false, rest };
};

/** The methods that a number names, or else those that speak most of what is named. */
const methodsFor = (clause: string, what: string, { methods }: Entry, terms: Catalog['terms']): readonly number[] => {
  const numbered = methodsIn(clause).filter((n) => methods[n - 1]);
  if (numbered.length > 0) return numbered;
  const named = [...new Set(terms(what))];
  if (named.length === 0) return [];
  const share = (text: string): number => {
    const held = new Set(terms(text));
    return named.filter((term) => held.has(term)).length / named.length;
  };
  const most = (shares: readonly number[], from: number): readonly number[] => {
    const best = Math.max(...shares);
    const all = shares.flatMap((one, at) => (one === best ? [at + 1] : []));
    return best >= from && (all.length < methods.length || methods.length === 1) ? all : [];
  };
  const titled = most(
    methods.map(({ title }) => share(title)),
    least.ofTitle,
  );
  if (titled.length > 0) return titled;
  return most(
    methods.map((method) =>
      share(
        stepsOf(method)
          .map((blocks) => plainText(blocks))
          .join(' '),
      ),
    ),
    least.ofSteps,
  );
};
