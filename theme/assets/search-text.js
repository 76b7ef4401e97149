// The normal form of the search: src/Text/SearchText.cs says what it is, and a browser test holds the two together.

const CLUSTER = /[\s\S]\p{M}*/uy;
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFC]/;
const BLANK = /[\0- \u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
const TIGHT = /[,;:()\u2E80-\u9FFF\uD800-\uDFFF\uF900-\uFAFF\uFE30-\uFE4F]/;
const UNIFIED = new Map([
  ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212'].map((c) => [c, '-']),
  ...['“', '”', '„', '‟', '«', '»', '「', '」', '『', '』'].map((c) => [c, '"']),
  ...['‘', '’', '‚', '‛'].map((c) => [c, "'"]),
  ...['[', '〔', '【', '〖'].map((c) => [c, '(']),
  ...[']', '〕', '】', '〗'].map((c) => [c, ')']),
  ['\u2044', '/'], ['\u2215', '/'], ['\u301C', '~'], ['\u223C', '~'],
]);

// What compatibility composition leaves as it is: most of every text.
const isPlain = (code) => code < 0x80 || (code >= 0x4e00 && code <= 0x9fff);

/** The normal form, and for each of its code units where the character stands in the text that it comes from. */
export function withPlaces(text) {
  let normal = '';
  let blank = -1;
  const starts = [];
  const ends = [];
  const append = (c, start, end) => {
    normal += c;
    starts.push(start);
    ends.push(end);
  };
  const take = (unit, start, end) => {
    if (BLANK.test(unit)) {
      blank = start;
      return;
    }
    const c = UNIFIED.get(unit) ?? unit;
    if (blank >= 0 && normal && !TIGHT.test(normal.at(-1)) && !TIGHT.test(c)) append(' ', blank, start);
    append(c, start, end);
    blank = -1;
  };
  for (let start = 0; start < text.length;) {
    const code = text.charCodeAt(start);
    const next = text.charCodeAt(start + 1);
    if (isPlain(code) && !(next >= 0x300 && !isPlain(next))) {
      take(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text[start], start, start + 1);
      start++;
      continue;
    }
    CLUSTER.lastIndex = start;
    const [cluster] = CLUSTER.exec(text);
    const end = start + cluster.length;
    for (const point of cluster.normalize('NFKC')) {
      for (const unit of (point === '\u0130' ? 'i' : point.toLowerCase()).split('')) {
        if (!INVISIBLE.test(unit)) take(unit, start, end);
      }
    }
    start = end;
  }
  return { normal, starts, ends };
}

export const normalForm = (text) => withPlaces(text).normal;

/** Where a query in its normal form stands in a text: [start, end) pairs, in order, none over another. */
export function occurrences(text, query) {
  const { normal, starts, ends } = withPlaces(text);
  const found = [];
  for (let at = normal.indexOf(query); at >= 0; at = normal.indexOf(query, at + query.length)) {
    found.push([starts[at], ends[at + query.length - 1]]);
  }
  return found;
}
