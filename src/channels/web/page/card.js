/** Draws the Adaptive Card of an answer with the official renderer. */
import { code } from './code.js';
import { fieldIn } from './fields.js';
import { host } from './host.js';
import markdownit from './markdown-it.js';

const { AdaptiveCard, CardElement, GlobalRegistry, GlobalSettings, HostConfig } = globalThis.AdaptiveCards;
const { OpenUrlAction, StringProperty, Versions } = globalThis.AdaptiveCards;

/** Teams knows no more Markdown than this. */
const markdown = markdownit('zero', { html: false }).enable([
  'list',
  'emphasis',
  'link',
  'escape',
  'entity',
  'newline',
]);
markdown.validateLink = (url) => /^https?:/i.test(url);

class CodeBlock extends CardElement {
  static snippet = new StringProperty(Versions.v1_0, 'codeSnippet');
  static language = new StringProperty(Versions.v1_0, 'language');

  getJsonTypeName() {
    return 'CodeBlock';
  }

  internalRender() {
    return code(this.getValue(CodeBlock.snippet) ?? '', this.getValue(CodeBlock.language));
  }
}

const config = new HostConfig(host);
GlobalRegistry.elements.register('CodeBlock', CodeBlock);
GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const open = (url) => {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
};

/** Draws a card; `chosen` tells that its buttons were used, and `filled` what stood in its fields then. */
export const card = (source, { chosen, filled = {}, choose }) => {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = config;
  drawn.parse(source);
  for (const input of drawn.getAllInputs()) input.defaultValue = filled[fieldIn(input.id)] ?? input.defaultValue;
  for (const action of drawn.getAllActions()) action.isEnabled = !chosen || action instanceof OpenUrlAction;
  drawn.onExecuteAction = (action) =>
    action instanceof OpenUrlAction ? open(action.url) : choose(action.title, action.data);
  const element = drawn.render();
  for (const anchor of element.querySelectorAll('a')) anchor.rel = 'noopener noreferrer';
  if (chosen) for (const input of element.querySelectorAll('input, textarea, select')) input.disabled = true;
  return element;
};
