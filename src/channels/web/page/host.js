/** How cards look here. Colours are the page's own, so that light and dark need one configuration. */
const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name})` });

const style = (background) => ({
  backgroundColor: `var(--${background})`,
  borderColor: 'var(--line)',
  foregroundColors: {
    default: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
    dark: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
    light: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
    accent: colour('accent'),
    good: colour('good'),
    warning: colour('warning'),
    attention: colour('attention'),
  },
});

const fontSizes = { small: 13, default: 15, medium: 16, large: 19, extraLarge: 22 };
const fontWeights = { lighter: 400, default: 400, bolder: 650 };

/** The host configuration of the card renderer. */
export const host = {
  supportsInteractivity: true,
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 26, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: { fontFamily: 'inherit', fontSizes, fontWeights },
    monospace: { fontFamily: 'var(--mono)', fontSizes: { ...fontSizes, small: 12, default: 14 }, fontWeights },
  },
  lineHeights: { small: 19, default: 22, medium: 24, large: 26, extraLarge: 30 },
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  containerStyles: {
    default: style('surface'),
    emphasis: style('surface-soft'),
    accent: style('accent-soft'),
    good: style('good-soft'),
    warning: style('warning-soft'),
    attention: style('attention-soft'),
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 14,
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
  actions: {
    maxActions: 20,
    spacing: 'medium',
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
};
