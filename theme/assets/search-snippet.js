// The words around what was found.

// In Han characters; of other scripts there may be more.
const BEFORE = 40;
const LENGTH = 200;
const LATIN = 2.2;

/** A paragraph, or as much of it as tells what was found, with the finds marked. */
export function snippet(text, finds, tag) {
  const scale = tag.startsWith('zh') ? 1 : LATIN;
  const [start, end] = extent(text, finds[0], BEFORE * scale, LENGTH * scale, scale > 1);
  const shown = document.createDocumentFragment();
  if (start > 0) shown.append('…');
  let at = start;
  for (const [from, to] of finds) {
    if (from >= end) break;
    const mark = document.createElement('mark');
    mark.textContent = oneLine(text.slice(from, to));
    shown.append(oneLine(text.slice(at, from)), mark);
    at = to;
  }
  shown.append(oneLine(text.slice(at, Math.max(at, end))));
  if (Math.max(at, end) < text.length) shown.append('…');
  return shown;
}

function extent(text, [from, to], before, length, words) {
  let start = from > before * 1.5 ? from - before : 0;
  let end = Math.max(to, start + length);
  if (end > text.length - before / 2) end = text.length;
  // Latin words stay whole.
  if (words && start > 0) start += text.slice(start, from).search(/\s|$/u) + 1;
  if (words && end < text.length) end -= text.slice(to, end).length - Math.max(0, text.slice(to, end).search(/\s\S*$/u));
  start = Math.min(start, from);
  if (start > 0 && /[\uDC00-\uDFFF]/.test(text[start])) start--;
  return [start, Math.max(end, to)];
}

const oneLine = (text) => text.replaceAll('\n', ' ');
