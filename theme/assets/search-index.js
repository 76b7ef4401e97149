// The index: which texts can contain a query. The README tells the formats ("Search"); src/Exports/SearchIndex.cs writes them.

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const DIGITS = new Uint8Array(128);
for (let digit = 0; digit < ALPHABET.length; digit++) DIGITS[ALPHABET.charCodeAt(digit)] = digit;

const HAN_FROM = 0x2e80;

// Grams are asked for a few at a time, as long as they leave more texts than are worth looking at; each may cost a request.
const GRAMS_AT_ONCE = 8;
const MOST_GRAMS = 16;
const FEW_TEXTS = 24;

/** The grams that a text must have to contain a query in its normal form: fours without a Han character, and threes where no four reaches. */
export function gramsOf(query) {
  const points = [...query];
  if (points.length < 3) return query === '' ? [] : [query];
  const fourAt = (i) => i >= 0 && i + 3 < points.length && points.slice(i, i + 4).every((point) => point.codePointAt(0) < HAN_FROM);
  const grams = new Set();
  for (let i = 0; i + 2 < points.length; i++) {
    if (fourAt(i)) grams.add(points.slice(i, i + 4).join(''));
    else if (!fourAt(i - 1)) grams.add(points.slice(i, i + 3).join(''));
  }
  return [...grams];
}

// Figures tell texts apart best. Of the others the first, the last and those between, so that the first few of them span the query.
function likelyRare(grams) {
  const figures = grams.filter((gram) => /\d/.test(gram));
  const others = grams.filter((gram) => !/\d/.test(gram));
  const spread = [];
  const step = Math.max(1, (others.length - 1) / (GRAMS_AT_ONCE - 1));
  for (let i = 0; i < others.length && i < GRAMS_AT_ONCE; i++) spread.push(others[Math.round(i * step)]);
  return [...new Set([...figures.slice(-GRAMS_AT_ONCE + 2), ...spread, ...figures, ...others])];
}

/** The numbers of a written list, ascending. */
export function readList(list) {
  const texts = [];
  let text = -1;
  let gap = 0;
  let shift = 0;
  for (let i = 0; i < list.length; i++) {
    const digit = DIGITS[list.charCodeAt(i)];
    gap += (digit & 31) * 2 ** shift;
    shift += 5;
    if (digit >= 32) continue;
    text += gap + 1;
    texts.push(text);
    gap = shift = 0;
  }
  return texts;
}

/** The shard that holds a key: FNV-1a over its UTF-16 code units. */
function shardOf(key, shards) {
  let hash = 2166136261;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619) >>> 0;
  return hash % shards;
}

export class SearchIndex {
  #base;
  #files = new Map();

  /** @param base where the index stands: "/search/" */
  constructor(base) {
    this.#base = base;
  }

  /** { documents, shards, languages } */
  head(signal) {
    return this.#fetch('index.json', signal);
  }

  /** A document in one language. */
  text(number, signal) {
    return this.#fetch(`texts/${number}.json`, signal);
  }

  /** The terms and bodies. */
  names(signal) {
    return this.#fetch('names.json', signal);
  }

  /** The texts that have all grams of a query, or of a long one enough of them, ascending. */
  async candidates(query, signal) {
    const grams = likelyRare(gramsOf(query)).slice(0, MOST_GRAMS);
    let texts = null;
    for (let at = 0; at < grams.length && (texts === null || texts.length > FEW_TEXTS); at += GRAMS_AT_ONCE) {
      const lists = await Promise.all(grams.slice(at, at + GRAMS_AT_ONCE).map((gram) => this.list(gram, signal)));
      if (texts !== null) lists.push(texts);
      lists.sort((one, other) => one.length - other.length);
      texts = lists.reduce((all, list) => {
        const has = new Set(list);
        return all.filter((text) => has.has(text));
      });
    }
    return texts ?? [];
  }

  /** The texts of one key: a gram, "=" and a symbol, "= " and a kind. */
  async list(key, signal) {
    const { shards } = await this.head(signal);
    const shard = await this.#fetch(`grams/${shardOf(key, shards)}.json`, signal);
    return Object.hasOwn(shard, key) ? readList(shard[key]) : [];
  }

  // What is given up is forgotten, so that the next query asks again; what another query waits for is asked once more.
  async #fetch(path, signal) {
    const kept = this.#files.get(path);
    if (kept && (kept.done || kept.signal === signal)) return kept.file;
    const entry = { signal, done: false };
    entry.file = (async () => {
      const response = await fetch(this.#base + path, { signal });
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      const file = await response.json();
      entry.done = true;
      return file;
    })();
    this.#files.set(path, entry);
    try {
      return await entry.file;
    } catch (error) {
      if (this.#files.get(path) === entry) this.#files.delete(path);
      throw error;
    }
  }
}
