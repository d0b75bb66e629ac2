import { expect, test } from '@jest/globals';
import { isPrintedOfOther, isPrintedOtherwise } from '../../dialogs/printed.ts';

test.each([
  ['dsregcmd /join, AzureAdJoined YES. but AzureAdPrt is NO', 'The task ran, AzureAdJoined is still NO', true],
  ['AzureAdPrt is YES now', 'Use when AzureAdPrt stays NO and a code is shown.', true],
  ['azureadprt : no', 'Use when AzureAdPrt stays NO and a code is shown.', false],
  ['AzureAdPrt ist YES', 'AzureAdJoined : NO', false],
  ['nobody joined, no luck', 'WorkplaceJoined : YES', false],
])('"%s" tells another value than "%s": %s', (text, other, differs) => {
  expect(isPrintedOtherwise(text, other)).toBe(differs);
});

test.each([
  ['dsregcmd では AzureAdJoined が NO でした', 'AzureAdPrt is NO', true],
  ['AzureAdJoined is NO', 'AzureAdJoined is NO and DomainJoined YES', false],
  ['he is joined now', 'AzureAdPrt is NO', false],
])('"%s" tells the value of another name than "%s": %s', (text, other, differs) => {
  expect(isPrintedOfOther(text, other)).toBe(differs);
});
