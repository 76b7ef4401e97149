// The tracker: a choice for each facet, together, at once. The address holds what is chosen, so that a view can be sent, kept and gone back to.
// Without this script the lists of links lead to the rows of each value.
const form = document.querySelector('.filters');
const selects = [...form.querySelectorAll('select')];
const status = form.querySelector('[role=status]');
const clear = form.querySelector('[type=reset]');
const rows = [...document.querySelectorAll('.threads tbody tr')];
const lead = document.querySelector('.data-links > span');
const leadOfAll = lead.textContent;

// The values of a row by facet, and the words of each option without its count.
const valuesOf = new Map(rows.map((row) => [row, Object.fromEntries(selects.map(({ name }) => [name, row.dataset[name].split(' ')]))]));
const words = new Map(selects.flatMap((select) => [...select.options]).map((option) => [option, option.text.replace(/ \(\d+\)$/, '')]));

const say = (text, values) => text.replace(/\{([a-z]+)\}/g, (_, name) => values[name]);
const chosen = () => selects.filter((select) => select.value !== '');
const fits = (row, facets) => facets.every(({ name, value }) => valuesOf.get(row)[name].includes(value));
const shown = () => rows.filter((row) => !row.hidden);

function show() {
  const facets = chosen();
  for (const row of rows) row.hidden = !fits(row, facets);
  for (const select of selects) countOptions(select, facets.filter((facet) => facet !== select));
  const n = shown().length;
  const counted = say(form.dataset.count, { n, m: rows.length });
  if (status.textContent !== counted) status.textContent = counted;
  clear.hidden = facets.length === 0;
  lead.textContent = facets.length === 0 ? leadOfAll : say(form.dataset.shown, { n });
}

// What each value would leave, beside what is chosen of the other facets; a choice that would leave nothing cannot be made.
function countOptions(select, others) {
  select.classList.toggle('chosen', select.value !== '');
  const left = rows.filter((row) => fits(row, others));
  for (const option of select.options) {
    if (option.value === '') continue;
    const n = left.filter((row) => valuesOf.get(row)[select.name].includes(option.value)).length;
    option.text = `${words.get(option)} (${n})`;
    option.disabled = n === 0 && !option.selected;
  }
}

// The values of symbols keep their slashes: "?status=partly&document=A/67/776".
function query() {
  const asked = chosen().map(({ name, value }) => `${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`).join('&');
  return asked && `?${asked}`;
}

function takeAlong() {
  for (const other of document.querySelectorAll('.languages a')) other.search = query();
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
  takeAlong();
  show();
}

function choose() {
  if (query() !== location.search) history.pushState(null, '', location.pathname + query());
  takeAlong();
  show();
}

// The published files, without the threads that are not shown: what is downloaded is letter for letter what stands there.
const filtered = {
  // Records of RFC 4180: a line feed inside quotation marks ends none. The first cell is an id, which needs no quotation marks.
  csv(text, ids) {
    const [head, ...records] = text.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n/g);
    // Reading takes away the byte order mark, without which spreadsheets misread Chinese.
    return ['\uFEFF', head, ...records.filter((record) => ids.has(record.slice(0, record.indexOf(','))))].join('');
  },
  json(text, ids) {
    const tracker = JSON.parse(text);
    return `${JSON.stringify({ ...tracker, url: tracker.url + query(), threads: tracker.threads.filter(({ id }) => ids.has(id)) }, null, 2)}\n`;
  },
};

async function download(link, kind) {
  const ids = new Set(shown().map((row) => row.id));
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const url = URL.createObjectURL(new Blob([filtered[kind](await answer.text(), ids)], { type: link.type }));
    const name = ['tracker', ...chosen().map(({ value }) => value.replaceAll('/', '-'))].join('-');
    Object.assign(document.createElement('a'), { href: url, download: `${name}.${kind}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch {
    status.textContent = form.dataset.failed;
  }
}

for (const link of document.querySelectorAll('.data-links a')) {
  const kind = link.pathname.split('.').at(-1);
  if (!(kind in filtered)) continue;
  link.addEventListener('click', (event) => {
    if (chosen().length === 0) return;
    event.preventDefault();
    download(link, kind);
  });
}

form.addEventListener('change', choose);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', (event) => {
  event.preventDefault();
  for (const select of selects) select.value = '';
  choose();
  selects[0].focus();
});
window.addEventListener('popstate', readAddress);

document.querySelector('.facet-lists').hidden = true;
form.hidden = false;
readAddress();
