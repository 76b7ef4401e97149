// The search page: reads the query, asks the index, verifies every hit in the texts themselves, and shows them by document.
import { readCitation, isCited } from './search-citation.js';
import { SearchIndex } from './search-index.js';
import { snippet } from './search-snippet.js';
import { normalForm, occurrences } from './search-text.js';

const PAUSE = 120;
const ENOUGH = 40; // paragraphs, after which the reader asks for more
const LOOKED_AT = 60; // documents, likewise
const FIRST = 2; // documents that are fetched before any is shown
const BATCH = 6; // documents that are fetched at once, later
const SUGGESTIONS = 6;

const root = document.querySelector('.search');
const words = root.dataset;
const form = root.querySelector('form');
const { q: box, language: languageChoice, kind: kindChoice, document: documentChoice } = form.elements;
const status = root.querySelector('[role=status]');
const shortcuts = root.querySelector('.shortcuts');
const within = root.querySelector('.within');
const results = root.querySelector('.results');
const more = root.querySelector('.more');
const index = new SearchIndex(words.index);

let running = null;
let timer = 0;
let composing = false;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const say = (key, values) => words[key].replace(/\{([a-z]+)\}/g, (_, name) => values[name]);
const plural = (key, n) => say(n === 1 && words[`${key}One`] ? `${key}One` : key, { n: n.toLocaleString(document.documentElement.lang) });

async function search() {
  running?.abort();
  const { signal } = running = new AbortController();
  keepInAddress();
  const query = normalForm(box.value);
  root.classList.toggle('asked', query !== '');
  more.hidden = true;
  if (query === '') {
    results.replaceChildren();
    shortcuts.replaceChildren();
    status.textContent = '';
    return;
  }
  status.textContent = words.searching;
  try {
    const [head, only, kind, candidates] = await Promise.all(
      [index.head(signal), chosenDocument(signal), chosenKind(signal), index.candidates(query, signal), showShortcuts(query, signal)]);
    const documents = byDocument(candidates.filter((text) => kind?.has(text) ?? true), head).filter(([{ document }]) => only === null || document === only);
    signal.throwIfAborted();
    results.replaceChildren();
    await showResults({ query, head, documents, next: 0, paragraphs: 0, found: 0 }, signal);
  } catch (error) {
    // What an earlier query found is no answer to this one.
    if (error.name !== 'AbortError') results.replaceChildren();
    tellFailure(error);
  }
}

function tellFailure(error) {
  if (error.name !== 'AbortError') status.textContent = words.failed;
}

// The number of the document to which the search is narrowed; null for all, -1 when there is none of that symbol.
async function chosenDocument(signal) {
  const symbol = documentChoice.value;
  within.hidden = symbol === '';
  if (symbol === '') return null;
  within.firstElementChild.textContent = say('within', { document: symbol });
  const [head, texts] = await Promise.all([index.head(signal), index.list(`=${normalForm(symbol).replaceAll(' ', '')}`, signal)]);
  return texts.length > 0 ? texts[0] % head.documents : -1;
}

// The texts of the documents of the chosen type; null for all.
async function chosenKind(signal) {
  return kindChoice.value === '' ? null : new Set(await index.list(`= ${kindChoice.value}`, signal));
}

function narrowTo(symbol) {
  documentChoice.value = symbol;
  box.focus();
  search();
}

// The texts to look at, grouped by document in the order of the documents.
function byDocument(texts, head) {
  const documents = new Map();
  for (const text of texts) {
    const language = head.languages[Math.floor(text / head.documents)];
    if (languageChoice.value && language.code !== languageChoice.value) continue;
    const document = text % head.documents;
    if (!documents.has(document)) documents.set(document, []);
    documents.get(document).push({ text, document, language });
  }
  return [...documents].sort(([a], [b]) => a - b).map(([, of]) => of);
}

async function showResults(state, signal) {
  more.hidden = true;
  const limit = state.paragraphs + ENOUGH;
  const last = state.next + LOOKED_AT;
  while (state.next < Math.min(state.documents.length, last) && state.paragraphs < limit) {
    const batch = state.documents.slice(state.next, state.next + (state.next === 0 ? FIRST : BATCH));
    const read = await Promise.all(batch.map((texts) => Promise.all(texts.map(
      async ({ text, language }) => ({ language, ...await index.text(text, signal) })))));
    // What was at hand comes without asking, even to a search that has been given up.
    signal.throwIfAborted();
    for (const texts of read) {
      const hits = hitsIn(texts, state.query);
      if (hits.length === 0) continue;
      results.append(group(texts, hits, state.head));
      state.paragraphs += hits.length;
      state.found++;
    }
    state.next += batch.length;
  }
  const left = state.documents.length - state.next;
  const cited = shortcuts.querySelector('.jump') !== null;
  more.hidden = left === 0;
  more.onclick = () => showResults(state, signal).catch(tellFailure);
  const counted = say('count', { paragraphs: plural('paragraphs', state.paragraphs), documents: plural('documents', state.found) });
  status.textContent = left > 0 ? say('soFar', { count: counted, n: left }) : state.paragraphs > 0 ? counted : cited ? words.cited : words.nothing;
  if (state.paragraphs === 0 && left === 0 && !cited) results.replaceChildren(element('p', { className: 'advice', textContent: words.advice }));
}

// In printed order; the languages of a paragraph beside each other.
function hitsIn(texts, query) {
  const fullest = texts.reduce((a, b) => (b.passages.length > a.passages.length ? b : a));
  const order = new Map(fullest.passages.map(([id], place) => [id, place]));
  return texts
    .flatMap((text) => text.passages.map(([id, anchor, labels, words]) => ({ text, id, anchor, labels, words, finds: occurrences(words, query) })))
    .filter((hit) => hit.finds.length > 0)
    .sort((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || 0);
}

const ownPlace = (head) => head.languages.findIndex((l) => l.code === words.language);
const address = (language, path, anchor) => `${words.root}${language}/${path}${anchor ? `#${anchor}` : ''}`;

function group(texts, hits, head) {
  const own = texts.find((t) => t.language.code === words.language) ?? texts[0];
  const title = element('span', { className: 'title', lang: own.language.tag, textContent: own.title ?? '' });
  const symbol = element('a', { href: address(words.language, own.path), textContent: own.symbol });
  const list = element('ol', {}, ...hits.map((hit) => result(hit, head)));
  const found = element('section', { className: 'found' },
    element('h2', {}, symbol, ' ', title, ' ', element('span', { className: 'count', textContent: plural('paragraphs', hits.length) })));
  if (documentChoice.value === '' && head.documents > 1) {
    found.append(element('button', { type: 'button', className: 'narrow-to', textContent: say('only', { document: own.symbol }), onclick: () => narrowTo(own.symbol) }));
  }
  found.append(list);
  return found;
}

// The link leads to the text that was found, in its own language.
function result({ text, anchor, labels, words: passage, finds }, head) {
  const link = element('a', { href: address(text.language.code, text.path, anchor), textContent: labels[ownPlace(head)] });
  const foreign = text.language.code !== words.language;
  if (foreign) link.hreflang = text.language.tag;
  const place = element('p', { className: 'where' }, link);
  if (foreign) place.append(' ', element('span', { className: 'other', lang: text.language.tag, textContent: text.language.name }));
  return element('li', {}, place, element('p', { className: 'words', lang: text.language.tag }, snippet(passage, finds, text.language.tag)));
}

async function showShortcuts(query, signal) {
  const [jumps, names] = await Promise.all([citedPlaces(query, signal), namesLike(query, signal)]);
  signal.throwIfAborted();
  shortcuts.replaceChildren(...jumps, ...(names.length > 0 ? [element('ul', { className: 'names' }, ...names)] : []));
}

// A typed citation: the passage it names, or its document.
async function citedPlaces(query, signal) {
  const citation = readCitation(query);
  if (!citation) return [];
  const head = await index.head(signal);
  for (const key of citation.keys) {
    const texts = await index.list(key, signal);
    const numbers = [...new Set(texts.map((n) => n % head.documents))]
      .map((document) => texts.filter((n) => n % head.documents === document))
      .map((of) => of.find((n) => Math.floor(n / head.documents) === ownPlace(head)) ?? of[0]);
    if (numbers.length === 0) continue;
    const read = await Promise.all(numbers.slice(0, 3).map(async (n) => ({ language: head.languages[Math.floor(n / head.documents)], ...await index.text(n, signal) })));
    return read.flatMap((text) => jumpsTo(text, citation, ownPlace(head)));
  }
  return [];
}

function jumpsTo(text, { passage, item }, own) {
  const cited = passage === null ? [] : text.passages.filter(([id]) => isCited(id, passage));
  if (cited.length === 0) return [jump(text.names[own], address(words.language, text.path), text.title ?? '', text.language.tag)];
  return cited.map(([, whole, labels, passage, items = []]) => {
    const [, anchor, [...names]] = items.find(([letter]) => letter === item) ?? [null, whole, labels];
    return jump(say('place', { document: text.names[own], place: names[own] }), address(words.language, text.path, anchor), passage, text.language.tag);
  });
}

const jump = (label, href, begins, lang) => element('p', { className: 'jump' },
  element('span', { className: 'go', textContent: words.goTo }), ' ',
  element('a', { href, textContent: label }), ' ', element('span', { className: 'begins words', lang, textContent: begins.replaceAll('\n', ' ') }));

// Terms and bodies by any of their names; those whose name begins with the query come first.
async function namesLike(query, signal) {
  if (query.length < 2 && query < '\u2E80') return [];
  const head = await index.head(signal);
  const own = ownPlace(head);
  return (await index.names(signal))
    .map((name) => ({ ...name, at: Math.min(...name.forms.map((form) => normalForm(form).indexOf(query)).filter((at) => at >= 0)) }))
    .filter((name) => name.at !== Infinity)
    .sort((a, b) => Math.sign(a.at) - Math.sign(b.at))
    .slice(0, SUGGESTIONS)
    .map(({ kind, path, names }) => {
      const shown = names[own] === null ? names.findIndex((name) => name !== null) : own;
      return element('li', {}, element('span', { className: 'go', textContent: words[kind] }), ' ',
        element('a', { href: address(words.language, path), lang: head.languages[shown].tag, textContent: names[shown] }));
    });
}

// The address holds the query, so that a search can be sent, kept and gone back to; the switch of language takes it along.
function keepInAddress() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const query = asked.size > 0 ? `?${asked}` : '';
  history.replaceState(null, '', location.pathname + query);
  for (const other of document.querySelectorAll('.languages a')) other.search = query;
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  box.value = asked.get('q') ?? '';
  for (const choice of [languageChoice, kindChoice]) {
    const value = asked.get(choice.name) ?? '';
    choice.value = [...choice.options].some((option) => option.value === value) ? value : '';
  }
  documentChoice.value = asked.get('document') ?? '';
}

function soon() {
  clearTimeout(timer);
  if (!composing) timer = setTimeout(search, PAUSE);
}

box.addEventListener('compositionstart', () => { composing = true; clearTimeout(timer); });
box.addEventListener('compositionend', () => { composing = false; soon(); });
box.addEventListener('input', soon);
form.addEventListener('change', (event) => { if (event.target !== box) search(); });
within.querySelector('button').addEventListener('click', () => narrowTo(''));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  if (!composing) search();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  box.focus();
  box.select();
});
for (const example of root.querySelectorAll('.examples button')) {
  example.addEventListener('click', () => {
    box.value = example.textContent;
    box.focus();
    search();
  });
}
window.addEventListener('pageshow', (event) => { if (event.persisted) return; readAddress(); search(); });
root.classList.add('ready');
if (!location.search) box.focus();
