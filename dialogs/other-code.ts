/** Recognises that little but a code is asked for: "and 53010, how do I fix that one?". */
import { any, folded, longest, pattern, unpaused } from './phrases.ts';

const named = /(?<![\p{Script=Latin}\d])(?:aadsts ?)?(?:0x)?[\da-f]*\d[\da-f]{3,}(?![\p{Script=Latin}\d])/giu;

const filler = any(
  'ok(?:ay)?|and|so|now|then|what|about|how|do|can|could|would|should|i|we|you|one|it|that|the|for|of|to|an?|error|code|please|is|way|tell|me|show|get|rid',
  'und|also|dann|jetzt|nun|was|ist|dem|der|den|das|die|wie|kann|soll|ich|wir|man|fehler|fur|bei|zu|es|bitte|zum',
  "et|alors|maintenant|comment|je|on|nous|peux|peut|faire|pour|le|la|l'|celui-la|erreur|c'est|quoi|quelle|faut-il|dois-je|puis-je|peut-on|du|de",
  'y|entonces|ahora|como|el|la|los|lo|puedo|se|para|del|de|que|es|hago|cual|ese|eso|error|codigo|puede',
);

const asking = pattern(
  `(?<![\\p{L}])${any(
    'fix|solve|resolve|cure|repair|remedy|solution|handle|deal|get rid of',
    'behebe[nt]?|behebt|behoben|lose|lost|losen|losung|repariere[nt]?|beheben',
    'regler?|resoudre|resous|resout|corriger|corrige|reparer|solution',
    'arreglo|arreglar|arregla|soluciono|solucionar|soluciona|solucion|resuelvo|resolver|resuelve|corrijo|corregir',
  )}(?![\\p{L}])`,
);
const only = pattern(`^(?:(?:${filler}|${asking.source})(?: |$))*$`);
const how = pattern(
  `(?<![\\p{L}])(?:how|what|wie|was|comment|quoi|quelle|como|cual|que)(?![\\p{L}])|^(?:(?:ok|and|so|und|et|y) )*(?:the |die |la )?${asking.source}`,
);
const japanese =
  /^(?:では|じゃあ|それで|あと|それと)?(?:は|の|を|が|って)?(?:直し方|解決(?:方法|策)|対処(?:法|方法)|(?:どう|どうやって)(?:直|解決|対処|修正)|(?:直|解決|対処|修正)).{0,16}$/u;

/** Whether a text asks how a code is cured and says nothing else; what compares codes, or asks whether something cures one, says more. */
export const asksToCure = (text: string): boolean => {
  if (text.length > longest) return false;
  const rest = folded(text).replace(named, ' ');
  const said = unpaused(rest.replaceAll('?', ' '));
  if (/[\u3040-\u30FF]/.test(said)) return japanese.test(said.replaceAll(' ', ''));
  return asking.test(said) && how.test(said) && only.test(said);
};
