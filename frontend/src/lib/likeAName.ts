/** Words that say a name comes next, in the scripts that have no capitals and in those that have. */
const NAMED =
  /(?:\b(?:named|called|name is|name's|nom est|prénom(?: est)?|appelle|nommée?|prénommée?|Mme|Mlle|Madame|Mademoiselle|Monsieur|Mrs|Mr|Ms|Miss)\.?:?\s+)(\p{Lu}[\p{L}'’-]+)|(?:اسمها|اسمه|اسمي|يدعى|تدعى|اسمش|نامش|به نام|نوم يې|نوم یې|ناوی)\s+:?\s*([\p{L}\u200c]{2,})|(?:ስሙ|ስማ|ስሟ|ዝበሃል|ትበሃል|የሚባል|የምትባል)\s+([\p{L}]{2,})/u;
/** A capital in the middle of a sentence. */
const CAPITAL = /(?<=[\p{Ll}\d,;:)”»-]\s)(\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;

/** What is written with a capital and is nobody: days, months, peoples, languages, places, partners, what is brought. */
const NOBODY = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december
  arabic arab arabs farsi dari pashto sorani kurmanji kurdish kurd kurds tigrinya amharic english french albanian vietnamese persian
  sudanese eritrean eritreans ethiopian ethiopians afghan afghans iranian iranians iraqi iraqis syrian syrians british
  soudanais soudanaise soudanaises érythréen érythréens érythréenne érythréennes éthiopien éthiopiens afghans afghane afghanes
  iranien iraniens irakien irakiens syrien syriens kurdes anglais français arabe
  sudan eritrea ethiopia afghanistan iran iraq syria kuwait england france europe britain uk london dover kent ashford folkestone
  soudan érythrée éthiopie irak syrie angleterre londres douvres
  calais dunkirk dunkerque lille paris coquelles fréthun grande-synthe loon-plage saint-omer
  art refuge youth service médecins monde frontières secours catholique croix-rouge auberge utopia care collective resilience
  lego christmas ramadan eid easter noël pâques aïd nowruz newroz ferry eurostar channel manche
  ville mairie port parc park beach plage harbour hall
  rue place avenue boulevard quai street road house centre center room school église church gare station hôtel
  god allah zoom whatsapp google internet covid okay`.split(/\s+/),
);

/** What looks like somebody's name in `text`, if anything does: a guess, to ask about and never to refuse. */
export function likeAName(text: string): string | undefined {
  const named = NAMED.exec(text);
  if (named) return named[1] ?? named[2] ?? named[3];
  for (const [, word] of text.matchAll(CAPITAL)) {
    if (word && !NOBODY.has(word.toLowerCase().replace(/['’]s$/, ""))) return word;
  }
  return undefined;
}
