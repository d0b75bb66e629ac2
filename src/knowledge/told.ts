/** What a person tells without being asked. */
import { type Facet, facets, type Known } from '../model/catalog.ts';
import { listen } from './hear.ts';

/** What a person tells unasked is believed for these facets; the rest is too easily misread. */
const toldFacets: readonly Facet[] = ['federated', 'where', 'prompt', 'certificate', 'account', 'client'];

const allFacets = Object.keys(facets) as Facet[];

/** An answer of at most so many characters is about facets; a longer one is a pasted message. */
const shortAnswer = 80;

/** A message that is quoted, or told behind "it says": nobody needs to be asked for it. */
const quoted =
  /["“„«「『](?:[^"“„«「『”»」』\n\s]{1,80}[^\S\n]{1,3}){2,60}?[^"“„«「『”»」』\n\s]{1,80}["”“»」』]|\b(?:says|saying|shows|reads|message is|error is|message:|error:|meldung:?|fehler:|steht|message :|erreur :|affiche|dit que|mensaje:|dice|pone|muestra):? (?!(?:no|that|the|an?|nothing|it|me|up|kein\w*)\b)\S{1,80} \S|[「『][^」』「『\n]{6,100}[」』]/i;

/** The facets that a text tells; in a short answer to a question every facet counts. */
export const toldIn = (text: string, answering = false): Known['told'] => {
  const told: Record<string, string> = {};
  if (!answering && quoted.test(text.slice(0, longest))) told['message'] = 'text';
  const valueOf = listen(text);
  for (const facet of answering && text.length <= shortAnswer ? allFacets : toldFacets) {
    const value = valueOf(facet);
    if (value && value !== 'none') told[facet] = value;
  }
  return told;
};

/** A message stands in so many of the first characters. */
const longest = 2000;
