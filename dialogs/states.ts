/** The states in which things are, by the words of five languages, and what the titles of methods, which are English, bring about. */
import { lowered, pattern } from './phrases.ts';

/** A state by the words that say it holds (`is`) or does not (`not`), and, in the titles of methods, by the words for bringing it about. */
type Words = { readonly is: string; readonly not?: string; readonly act?: string };

/** A place that tells a state only behind such words, or of a thing that is no more than named: "the rule there". */
const lying = (being: string, place: string): string =>
  `(?<=(?:^| )(?:${being}) )${place}|(?<=^(?!.*(?:^| )(?:it|he|she|they|we|i|that|this|${acting}) )(?:\\S+ ){1,3})${place}(?=\\W*$)`;

/** What goes on at a place says nothing of what is there. */
const acting =
  '(?:works?|opens?|loads?|shows?|looks?|offnet|ladt|abre|carga|marche|fails?|failed|happens?|occurs?|gets?|got|asked|prompted|blocked|logs?|goes|stays?|hangs|stops?|geht|gehen|klappt|passiert|steht|stehe|haengt|hangt|falla|funciona|pasa|entra|pide|in|out|over|up|from|bei|mit|von|de|desde|por)';

const table = {
  right: {
    is: 'fine|complete|vollstandig|completes?|complet[oa]s?|o\\.?k\\.?|okay|good|right|correct|valid|alright|healthy|green|intact|accurate|in order|up to date|current|on time|as (?:it should be|before|expected|always)|set (?:correctly|right)|gut|richtig|korrekt|gultig|aktuell|in ordnung|grun|sauber|gepruft|stimmt|stimmen|passt|passen|bonne?s?|(?<!existe )bien|correcte?s?|valides?|valables?|a jour|justes?|exacte?s?|en regle|correct[oa]s?|valid[oa]s?|vigentes?|al dia|en orden|en hora|正し|合って|正常|大丈夫|問題(?:は|が)?(?:ない|ありません|なし)',
    not: 'wrong|incorrect|broken|damaged|invalid|expired|outdated|stale|off|falsch|kaputt|beschadigt|ungultig|abgelaufen|veraltet|fauss?e?s?|incorrectes?|expiree?s?|perimee?s?|incorrect[oa]s?|danad[oa]s?|caducad[oa]s?|vencid[oa]s?|間違|切れ|atrasad[oa]s?|adelantad[oa]s?|en retard|en avance|ずれ|遅れ|進んで',
    act: 'correct|make .* complete|repair|fix|reset|renew|replace|update|refresh|set the clock|put the time right',
  },
  there: {
    is: `exists?|existing|present|${lying('is|are|was|were|be|been|still|all|both|already|also|not', 'there')}|(?<=(?:'s|n't|nt) )there|still works?|listed|found|available|in place|in the list|on the list|(?:list|portal|directory|entra|intune) has it|vorhanden|existiert|existieren|${lying('ist|sind|war|waren|noch|nicht|schon|auch|alles|alle|beide', 'da')}|gefunden|(?:in|auf) der liste|existent|existe(?: bien)?|en place|(?<=est |sont )la|presente?s?|trouvee?s?|dans la liste|existen|${lying('esta|estan|sigue|siguen|aun|todavia', 'ahi')}|en la lista|presentes|encontrad[oa]s?|存在|あり(?=ま)|ある|残って|見つかり`,
    not: 'missing|absent|gone|deleted|removed|not found|fehlt|fehlen|weg|geloscht|entfernt|manque|manquent|absente?s?|introuvables?|supprimee?s?|effacee?s?|falta|faltan|ausentes?|borrad[oa]s?|eliminad[oa]s?|削除',
    act: 'create|add|upload|install|import|register the (?:resource|client|address|redirect|reply)|restore',
  },
  on: {
    is: 'enabled|runs|demarree?s?|active|activated|switched on|turned on|unlocked|running|started|aktiv|aktiviert|eingeschaltet|freigeschaltet|entsperrt|lauft|actifs?|actives?|activee?s?|activ[oa]s?|activad[oa]s?|habilitad[oa]s?|desbloquead[oa]s?|有効',
    not: 'disabled|inactive|deactivated|switched off|turned off|locked|blocked|stopped|deaktiviert|gesperrt|ausgeschaltet|gestoppt|desactivee?s?|verrouillee?s?|bloquee?s?|arretee?s?|desactivad[oa]s?|deshabilitad[oa]s?|bloquead[oa]s?|detenid[oa]s?|無効|ロックされ|停止',
    act: 'enable|switch .*\\bon|turn on|activate|unlock|bring .* back',
  },
  same: {
    is: 'same|identical|equal|agree|agrees|match|matches|in sync|on both sides equal|gleich|identisch|ubereinstimm\\w*|stimmt uberein|memes?|identiques?|concordent|correspondent|iguales|igual|mism[oa]s?|identic[oa]s?|coinciden?|同じ|一致',
    not: 'differs?|different|mismatch\\w*|unterschiedlich|unterscheide\\w*|verschieden|weich\\w* .*\\bab|differente?s?|different|different|distint[oa]s?|diferentes?|difieren|異な|違い|違う',
    act: 'match|align|refresh|update the federated|make .* agree|set the differing',
  },
  known: {
    is: 'known|knows|remembered|bekannt|connue?s?|conocid[oa]s?|分かって|わかって',
    not: 'lost|nobody knows|(?:does not|doesn.?t|do not|don.?t) know|kennt niemand|weiss nicht|ne (?:sait|connait) pas|no (?:sabe|conoce|recuerda)|nadie (?:sabe|conoce)|unknown|forgotten|verloren|vergessen|unbekannt|perdue?s?|oubliee?s?|inconnue?s?|perdid[oa]s?|olvidad[oa]s?|desconocid[oa]s?|perdio|紛失|忘れ|失くし',
  },
  compliant: { is: 'compliant|konform|conformes?|cumplen?|準拠', not: 'non-?compliant', act: 'make .* compliant' },
  managed: { is: 'managed|verwaltet|geree?s?|administrad[oa]s?|gestionad[oa]s?|管理され', act: 'manage' },
  enrolled: {
    is: 'enroll?ed|re-?enroll?ed|in intune|eingeschrieben|inscrite?s?|enrolee?s?|inscrit[oa]s?|intune ?[にへ] ?登録',
    act: 'enrol',
  },
  registered: {
    is: 're-?registered|registered|joined|re-?joined|registriert|beigetreten|enregistree?s?|registrad[oa]s?|登録',
    act: 'register|join',
  },
  synced: {
    is: 'synced|synchroni[sz]ed|synchronisiert|synchronisee?s?|sincronizad[oa]s?|同期',
    act: '.*\\bsync|synchroni[sz]e',
  },
  assigned: {
    is: 'assigned|licensed|zugewiesen|zugeordnet|assignee?s?|attribuee?s?|affectee?s?|asignad[oa]s?|割り当て',
    act: 'assign',
  },
  granted: {
    is: 'granted|given|consented|approved|erteilt|gegeben|zugestimmt|genehmigt|accordee?s?|donnee?s?|approuvee?s?|concedid[oa]s?|dad[oa]s?|otorgad[oa]s?|aprobad[oa]s?|付与|承認',
    act: 'grant|consent',
  },
  allowed: {
    is: 'allowed|permitted|erlaubt|zugelassen|permise?s?|autorisee?s?|permitid[oa]s?|autorizad[oa]s?|許可',
    not: 'forbidden|verboten|interdite?s?|prohibid[oa]s?|禁止',
    act: 'allow|permit',
  },
  changed: {
    is: 'touched|changed|modified|altered|edited|moved|angefasst|angeruhrt|geandert|verandert|touchee?s?|changee?s?|modifiee?s?|tocad[oa]s?|cambiad[oa]s?|modificad[oa]s?|cambio|変え|変更|触って',
    not: 'unchanged|untouched|unverandert|inchangee?s?|sin cambios',
    act: 'change',
  },
  reset: {
    is: 'reset|zuruckgesetzt|reinitialisee?s?|restablecid[oa]s?|restablecio|reseteo|リセット',
    act: '.*\\breset',
  },
  renewed: {
    is: 'renewed|replaced|erneuert|ausgetauscht|getauscht|ersetzt|renouvelee?s?|remplacee?s?|renovad[oa]s?|reemplazad[oa]s?|更新|交換',
    act: 'renew|replace|refresh',
  },
  added: {
    is: 'uploaded|added|imported|installed|hochgeladen|hinzugefugt|aufgenommen|eingetragen|installiert|ajoutee?s?|importee?s?|installee?s?|anadid[oa]s?|agregad[oa]s?|subid[oa]s?|instalad[oa]s?|追加|アップロード|インストール',
    act: 'upload|add|install|import|register the (?:redirect|reply|client|resource|address)',
  },
  created: { is: 'created|erstellt|angelegt|creee?s?|cread[oa]s?|作成', act: 'create|generate' },
  restored: {
    is: 'restored|brought back|wiederhergestellt|restauree?s?|retablie?s?|restaurad[oa]s?|recuperad[oa]s?|復元',
    act: 'restore|bring .* back',
  },
  member: {
    is: 'members?|in (?:the|a|that) group|mitglied|in (?:der|einer) gruppe|membre|dans (?:le|un) groupe|miembro|en (?:el|un) grupo|メンバー',
    act: 'add .* group',
  },
  invited: { is: 'invited|re-?invited|eingeladen|(?:re)?invitee?s?|reinvite|invitad[oa]s?|招待', act: 'invite' },
  cleared: {
    is: 'empty|leer|vides?|vaci[oa]s?|cleared|deleted|removed|emptied|wiped|geloscht|entfernt|geleert|videe?s?|effacee?s?|supprimee?s?|borrad[oa]s?|borre|eliminad[oa]s?|limpiad[oa]s?|削除|消去|クリア|空',
    act: 'clear|clean|lift|remove|delete',
  },
  corrected: {
    is: 'gestellt|eingestellt|ajustee?s?|ajustad[oa]s?|corrected|fixed|repaired|adjusted|korrigiert|berichtigt|repariert|corrigee?s?|reparee?s?|corregid[oa]s?|reparad[oa]s?|修正|直し',
    act: 'correct|repair|fix',
  },
  updated: { is: 'updated|upgraded|aktualisiert|mise?s? a jour|actualizad[oa]s?|アップデート', act: 'update' },
  set: {
    is: '(?:[:=]|is|ist|est|es|steht auf|says|shows) ?(?:yes|true|1|ja|oui|si|はい)$',
    not: '(?:[:=]|is|ist|est|es|steht auf|says|shows) ?(?:no|false|0|empty|nein|non|いいえ)$|^(?:false|empty)$',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type State = keyof typeof table;

const letter = '[\\p{Script=Latin}\\d]';

/** Any of these as whole words; Japanese ones stand anywhere. */
export const word = (list: string): RegExp => pattern(`(?<!${letter}|${letter}-)(?:${list})(?!${letter})`);

export const states = (Object.entries(table) as readonly (readonly [State, Words])[]).map(
  ([state, { is, not, act }]) => ({
    state,
    is: word(is),
    not: not === undefined ? undefined : word(not),
    act: act === undefined ? undefined : new RegExp(`^(?:${act})\\b`),
  }),
);

/** What a title of a method brings about. */
export const actsIn = (title: string): readonly State[] => {
  const said = lowered(title).replace(/^let .* (?=consent\b)/, '');
  return states.flatMap(({ state, act }) => (act?.test(said) ? [state] : []));
};
