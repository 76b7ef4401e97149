// A typed citation: "A/67/776 34", "67/776第34段", "64/259 op 8", "第64/259号决议第8段", "resolution 64/259, para. 8".

const CITATION = new RegExp(
  '^(?:general assembly |大会)?(?:resolution |decision |第)?'
  + '(?<symbol>[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)+(?:\\([a-z0-9. ]+\\))?)(?: ?(?<part>[a-f]))?'
  + '号?(?:决议|决定|文件)?[,#.]? ?'
  + '(?:(?<kind>序言部分第|序言第|preambular (?:para\\. ?|paragraph )|pp ?|脚注|footnote |fn ?|第|paras?\\.? ?|paragraphs? |op ?|p\\.? ?|§ ?)?'
  + '(?<number>\\d+)(?: ?\\(?(?<item>[a-z])\\)?)? ?(?:段|执行段)?)?$', 'u');

/**
 * @param query in its normal form
 * @returns { keys, passage, item }: under which keys of the index the document may stand, first the likelier, and the id of the passage
 * without its section ("34", "PP3", "fn1"; null for the whole document), and the letter of a sub-item ("b", or null); null when the query is no citation
 */
export function readCitation(query) {
  const { symbol, part, kind, number, item = null } = CITATION.exec(query)?.groups ?? {};
  if (!symbol || !/\d/.test(symbol)) return null;
  const keys = [...(part ? [`=${symbol}${part}`] : []), `=${symbol.replaceAll(' ', '')}`];
  if (!number) return { keys, passage: null, item };
  const prefix = !kind ? '' : /^(序言|preambular|pp)/.test(kind) ? 'PP' : /^(脚注|footnote|fn)/.test(kind) ? 'fn' : '';
  return { keys, passage: prefix + Number(number), item };
}

/** True for a passage that a citation names: "II/4" is a paragraph 4. */
export const isCited = (id, passage) => id === passage || id.endsWith(`/${passage}`);
