/** What tells a statement, a complaint or a question from a task. */

import { nothingWords, words } from './words.ts';

/** How statements begin. */
export const statementStarts: readonly string[] = [
  ...["there's", 'there is', 'there are', 'there was', 'there were', 'there have', 'there has', "there're"],
  ...["it's", 'it is', 'it was', 'this is', 'this was', "that's", 'that is', 'these are', 'those are'],
  ...['thanks', 'thank you', 'see you', 'meeting next', 'meeting again', 'next meeting', 'next call'],
  ...[
    'too many',
    'too much',
    'too few',
    'not enough',
    'not sure',
    'not clear',
    'not yet',
    'not a',
    'lots of',
    'plenty of',
  ],
  ...[
    'unclear',
    'unsure',
    'hopefully',
    'apparently',
    'probably',
    'unfortunately',
    'sadly',
    'luckily',
    'fortunately',
  ],
  ...[
    'looks like',
    'seems',
    'sounds',
    'turns out',
    'would be nice',
    'it would',
    'hard to',
    'see also',
    'fyi',
    'nb',
    'thanks to',
  ],
  ...[
    'happy to',
    'glad to',
    'as discussed',
    'as agreed',
    'as mentioned',
    'in general',
    'in theory',
    'in practice',
  ],
  ...[
    'next meeting',
    'next call',
    'no action',
    'no longer',
    'nobody',
    'no one',
    'none of',
    'discussed',
    'agreed',
    'decided',
  ],
  ...[
    'talked about',
    'spoke about',
    'spoke with',
    'talked to',
    'met with',
    'merged',
    'released',
    'shipped',
    'landed',
    'already',
  ],
];

/** That there is nothing to do, at a text's start. */
export const nothingStarts: readonly string[] = [
  ...nothingWords,
  ...[
    'no action',
    'no actions',
    'no follow-ups',
    'no follow ups',
    'no further',
    'no items',
    'no new',
    'no open',
    'no tasks',
    'no todos',
  ],
  ...[
    'no next steps',
    'no outstanding',
    'no pending',
    'no updates',
    'no change',
    'no changes',
    'not applicable',
    'nil',
    'n.a',
    'no one has any',
  ],
];

/** That there is nothing to do, as the whole of a text without its punctuation. */
export const nothing: ReadonlySet<string> = new Set([
  ...[
    'keine',
    'nichts',
    'keine aufgaben',
    'aucun',
    'aucune',
    'rien',
    'ninguno',
    'ninguna',
    'nada',
    'nenhum',
    'nenhuma',
    'nessuno',
    'nessuna',
  ],
  ...['niente', 'geen', 'inga', 'žádné', 'brak', 'нет', 'なし', '特になし', '无', '暂无', '無', '없음'],
  ...nothingWords,
  ...[
    'na',
    'n.a',
    'nil',
    'no',
    'nope',
    'null',
    'empty',
    'to be determined',
    'to be decided',
    'to be announced',
    'not applicable',
  ],
  ...[
    'nothing to do',
    'nothing yet',
    'nothing new yet',
    'all done',
    'all is done',
    'same as last week',
    'same as last time',
    'same as before',
    '没有',
    '沒有',
    'none yet',
    'none for now',
    'none so far',
    'none at this time',
    'none today',
  ],
  ...[
    'none this week',
    'none this time',
    'none this month',
    'none identified',
    'none recorded',
    'none noted',
    'none at the moment',
  ],
  ...[
    'none currently',
    'nothing for now',
    'nothing at this time',
    'nothing this week',
    'nothing here',
    'nothing here yet',
    'no action',
  ],
  ...[
    'no action items',
    'no actions',
    'no action required',
    'no action needed',
    'no tasks',
    'no todos',
    'no new action items',
    'nothing to report',
  ],
  ...[
    'no one',
    'nothing specific',
    'none specific',
    'none needed',
    'none taken',
    'none given',
    'none assigned',
    'none raised',
  ],
]);

/** Whose sentences tell something unless `obligations` follow. */
export const pronouns = words(
  'i we you he she it they this that these those everyone everybody nobody noone most some many few several all both people folks users',
);
/** Contracted with their verb: `we're`, `I've`. */
export const contractions: readonly string[] = ["'re", "'ve", "'m", "'s"];

/** What has to be done, or will be. */
export const obligations = words(
  "should must need needs will shall ought 'll we'll i'll they'll he'll she'll you'll supposed going gonna",
);

/** The verb of a sentence that describes, behind its subject. */
export const statives = words(
  "is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't does doesn't did didn't don't can't cannot couldn't won't",
  "wouldn't seems seem appears fails fail takes took depends remains happens lacks exists comes goes got wants want thinks think says said",
  'could might keeps became becomes went broke',
);
/** The same behind an article only: `The build breaks`, not `Fix line breaks`. */
export const stativesOrNouns = words('breaks hangs works looks means gets feels crashes leaks blocks uses');
/** What a `to` or a word of duty turns into one: `docs have to be written`, `the flag is to be removed`. */
export const beforeDuty = words('is are has have was were had');

/** Behind these, a verb is not the sentence's own. */
export const subordinators = words(
  'that which who whom whose what where when whether if how why because since until unless while once after before so as than',
);
/** How questions begin, with or without their mark. */
export const questionVerbs = words('should can could would is are does did was were has');
export const questionWords = words('what how why who which');
export const questionAuxiliaries = words('is are was were do does did can could should would has have will');

/** How tasks begin that have a whole sentence as their object: `Check the build is green`. */
export const clauseVerbs = words(
  'check verify confirm ensure make see ask tell remind say decide know find validate prove note mention announce assert assume guarantee',
  'double-check doublecheck recheck investigate explain determine clarify look wait let have get consider suppose believe hope figure',
);

/** Behind `see`, what makes it a pointer: `see above`. */
export const pointedAt = words('above below here also notes thread link links issue pr slides');

/** Before the first word of a task. */
export const adverbs = words(
  'please also then maybe perhaps first next finally later again still just possibly',
);
