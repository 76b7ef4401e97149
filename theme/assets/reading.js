// What a script adds to reading a document: cards that show where a link leads, copying of citations, the place in the contents, and a language
// switch that keeps the paragraph. Without it all links are links. Markup and words come from a template in the page.

const parts = document.querySelector("template.reading-parts").content;
const part = selector => document.importNode(parts.querySelector(selector), true);
const main = document.getElementById("main");
const provisions = [...main.querySelectorAll("[data-citation][id]")];

/* ---- The language switch keeps the paragraph ---- */

// The switch stands at the top of the page, so the place is the one where the reader last stayed: that of the address while it is in sight, else
// the paragraph at the top of the window.
let place = "";
let staying = 0;

const stay = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect();
  if (target && target.bottom > 0 && target.top < innerHeight) place = location.hash;
  else {
    const read = provisions.findLast(p => p.getBoundingClientRect().top < 100);
    if (read) place = `#${read.id}`;
  }
};

addEventListener("scroll", () => {
  clearTimeout(staying);
  staying = setTimeout(stay, 400);
}, { passive: true });

for (const link of document.querySelectorAll(".languages a"))
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, () => { link.hash = place || location.hash; });

/* ---- Contents follow the reader ---- */

const contents = document.querySelector("nav.contents");
const entries = new Map([...contents?.querySelectorAll("a[href^='#']") ?? []].map(a => [document.getElementById(a.hash.slice(1)), a]));
entries.delete(null);

const markPlace = () => {
  const current = [...entries.keys()].findLast(h => h.getBoundingClientRect().top < innerHeight * 0.3 + 1);
  for (const [heading, link] of entries) {
    if (heading !== current) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "location");
      // Only the contents scroll, never the page.
      if (contents.scrollHeight > contents.clientHeight) {
        const over = link.getBoundingClientRect().bottom - contents.getBoundingClientRect().bottom;
        const under = link.getBoundingClientRect().top - contents.getBoundingClientRect().top;
        if (over > 0 || under < 0) contents.scrollTop += over > 0 ? over : under;
      }
    }
  }
};

if (entries.size) {
  // A heading that crosses the line, and the first and last paragraph of a jump, tell that the place may have changed.
  const line = new IntersectionObserver(markPlace, { rootMargin: "0px 0px -70% 0px" });
  for (const element of [...entries.keys(), ...provisions]) line.observe(element);
}

/* ---- Copying ---- */

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

const copyButton = (text, citation) => {
  const button = part(".copy-citation");
  button.setAttribute("aria-label", `${button.textContent} ${citation}`);
  const words = button.textContent;
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    button.textContent = done ? button.dataset.copied : button.dataset.failed;
    status.textContent = `${button.textContent}: ${text}`;
    setTimeout(() => { button.textContent = words; status.textContent = ""; }, 2500);
  });
  return button;
};

if (navigator.clipboard) {
  for (const provision of provisions) {
    const button = copyButton(`${provision.dataset.citation} ${new URL(`#${provision.id}`, location.href)}`, provision.dataset.citation);
    provision.querySelector(".number").after(button);
  }
  for (const row of main.querySelectorAll(".how-to-cite dl > div")) {
    const cell = document.createElement("dd");
    const [citation, url] = [...row.querySelectorAll(".copy")].map(c => c.textContent);
    cell.append(copyButton(`${citation} ${url}`, citation));
    row.append(cell);
  }
}

/* ---- Cards ---- */

const linked = "a.cite.held, a.cite.cited, a.term, .call a, .side-note a, .pair > section > .links a";
const pages = new Map();

// The browser reads the page as it reads any other; no text becomes mark-up here.
const load = path => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.onload = () => request.status === 200 && request.response ? resolve(request.response) : reject(new Error(`${request.status}`));
  request.onerror = () => reject(new Error(path));
  request.open("GET", path);
  request.send();
});

// A page of this site, asked for once.
const pageAt = path => {
  if (!pages.has(path)) pages.set(path, load(path).catch(error => {
    // Asked again the next time.
    pages.delete(path);
    throw error;
  }));
  return pages.get(path);
};

// "#op8" -> "8/", "#II-op4" -> "II/4/", "#p34-a" -> "34/", "#pp3" -> "PP3/", "#op8.1" -> "8/", "#x1" -> "x1/"; null for a section or a footnote.
const provisionPath = id => {
  const [, scope, kind, number] = /^(?:(.+)-)?(pp|op|p|x)(\d+)(?:[.-].*)?$/.exec(id) ?? [];
  return number ? `${scope ? scope + "/" : ""}${kind === "pp" ? "PP" : kind === "x" ? "x" : ""}${number}/` : null;
};

// Of the texts of a paragraph the one in the language of the link, else the first.
const textIn = (element, lang) => {
  const texts = [...element.querySelectorAll(".text")];
  return texts.find(t => t.closest("[lang]").lang === lang) ?? texts[0];
};

const ownParagraphs = element => [...element.querySelectorAll("p:not(.back)")];

// What a card says of a link: title, states (words or elements), nodes; null where there is nothing to show.
const contentOf = async link => {
  const url = new URL(link.href);
  const id = decodeURIComponent(url.hash.slice(1));
  const here = url.pathname === location.pathname ? document.getElementById(id) : null;
  const lang = link.closest("[lang]").lang;

  if (link.matches(".term")) {
    const source = await pageAt(url.pathname);
    const said = source.querySelectorAll(".quotation:first-of-type .version:first-of-type blockquote > p");
    return { title: source.querySelector("h1").textContent, states: [card.dataset.term], nodes: said.length ? said : source.querySelectorAll(".elements > li > .words") };
  }
  if (/^fn\d/.test(id)) {
    const note = here ?? (await pageAt(url.pathname)).getElementById(id);
    return note && { title: link.textContent, nodes: ownParagraphs(textIn(note, lang) ?? note) };
  }
  if (link.matches(".cited") || main.querySelector(`a.cite.cited[href="${CSS.escape(link.getAttribute("href"))}"]`)) {
    // Which place is cited, then that it is not here.
    const source = await pageAt(url.pathname);
    const label = id && source.getElementById(id);
    return {
      title: source.querySelector("h1 .symbol").textContent,
      states: [...label ? [label.textContent] : [], card.dataset.notHeld],
      nodes: source.querySelectorAll("h1 .title"),
    };
  }
  // Of a sub-item or a block its own paragraph.
  const item = element => /\d[.-]/.test(id) ? element?.closest("p") : null;
  const provision = here?.closest("[data-citation]");
  if (provision) return { title: provision.dataset.citation, nodes: item(here) ? [item(here)] : ownParagraphs(textIn(provision, lang)) };
  if (here) return { title: link.textContent, nodes: [here] };
  // A site may have no pages of paragraphs: then the paragraph is taken from the page of its document.
  const path = card.dataset.whole === undefined ? provisionPath(id) : null;
  const source = await pageAt(path ? url.pathname + path : url.pathname);
  if (!path) {
    const heading = id && source.getElementById(id);
    const whole = heading?.closest("[data-citation]");
    if (whole) return { title: whole.dataset.citation, nodes: item(heading) ? [item(heading)] : ownParagraphs(textIn(whole, lang)) };
    return { title: source.querySelector("h1 .symbol").textContent, nodes: heading ? [heading] : source.querySelectorAll("h1 .title") };
  }
  const version = source.querySelector(".version:has(.text)");
  const own = item(source.getElementById(id));
  return version && {
    title: source.querySelector("h1").textContent,
    states: [...version.querySelector("h2").children],
    nodes: own ? [own] : ownParagraphs(version.querySelector(".text")),
  };
};

// A copy of a node without what makes sense only where it stood; it keeps the language it had there.
const copyOf = node => {
  const copy = document.importNode(node, true);
  const lang = node.closest("[lang]").lang;
  const block = document.createElement("p");
  block.append(...copy.childNodes);
  block.lang = lang;
  for (const element of block.querySelectorAll("[id], .copy-citation")) element.matches(".copy-citation") ? element.remove() : element.removeAttribute("id");
  return block;
};

const card = part(".card");
card.id = "card";
let shown = null;
let timer = 0;
let wanted = null;

// Takes the card away; another one may be on its way.
const close = () => {
  if (!shown) return;
  shown.removeAttribute("aria-details");
  if (card.matches(":popover-open")) card.hidePopover();
  card.remove();
  shown = null;
};

const hide = () => {
  clearTimeout(timer);
  wanted = null;
  close();
};

const show = async link => {
  wanted = link;
  const content = await contentOf(link).catch(() => null);
  if (wanted !== link) return true;
  if (!content || !content.nodes.length && !content.states) return false;
  close();
  const state = card.querySelector(".card-state");
  card.querySelector(".card-title").textContent = content.title.trim();
  card.setAttribute("aria-label", content.title.trim());
  state.replaceChildren(...(content.states ?? []).map(said => {
    if (typeof said !== "string") return document.importNode(said, true);
    const span = document.createElement("span");
    span.textContent = said;
    return span;
  }));
  state.hidden = !content.states;
  card.querySelector(".card-text").replaceChildren(...[...content.nodes].map(copyOf));
  card.querySelector(".card-open a").href = link.href;
  // Beside the link, so that the next step of the keyboard leads into the card.
  link.after(card);
  link.setAttribute("aria-details", "card");
  card.showPopover();
  // What scrolls must scroll by keyboard too.
  const text = card.querySelector(".card-text");
  if (text.scrollHeight > text.clientHeight) text.tabIndex = 0;
  else text.removeAttribute("tabindex");
  shown = link;
  position(link);
  return true;
};

// Under the line of the link, above it where there is more room; inside the window.
const position = link => {
  const [box] = link.getClientRects();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = innerHeight - box.bottom > height + 8 || box.top < innerHeight - box.bottom;
  card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
  card.style.top = `${below ? Math.min(box.bottom + 4, Math.max(8, innerHeight - height - 8)) : Math.max(8, box.top - height - 4)}px`;
};

const later = (action, delay) => {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
};
const linkAt = event => event.target.closest?.(linked);
const isInCard = event => card.contains(event.target);

if (card.showPopover) {
  let pointer = "";
  main.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return;
    if (isInCard(event)) return clearTimeout(timer);
    const link = linkAt(event);
    if (!link) return;
    if (link === shown) clearTimeout(timer);
    else later(() => show(link), 250);
  });
  main.addEventListener("pointerout", event => {
    if (event.pointerType === "touch" || !(linkAt(event) || isInCard(event))) return;
    if (!card.contains(event.relatedTarget)) later(hide, 300);
  });
  main.addEventListener("focusin", event => {
    if (isInCard(event)) return clearTimeout(timer);
    const link = linkAt(event);
    if (link?.matches(":focus-visible") && link !== shown) later(() => show(link), 400);
    else if (link !== shown) hide();
  });
  main.addEventListener("focusout", event => {
    if (!event.relatedTarget || event.relatedTarget !== shown && !card.contains(event.relatedTarget)) later(hide, 150);
  });
  addEventListener("pointerdown", event => {
    pointer = event.pointerType;
    if (shown && !card.contains(event.target) && event.target.closest?.("a") !== shown) hide();
  }, true);
  // The first tap shows the card, the second follows the link.
  main.addEventListener("click", event => {
    const link = !isInCard(event) && linkAt(event);
    if (!link) return;
    if (pointer !== "touch" || link === shown) return hide();
    event.preventDefault();
    clearTimeout(timer);
    show(link).then(done => { if (!done) location.assign(link.href); });
  });
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    if (card.contains(document.activeElement)) shown.focus();
    hide();
  });
  addEventListener("scroll", () => {
    const box = shown?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > innerHeight)) close();
    else if (box) position(shown);
  }, { passive: true });
  addEventListener("resize", hide);
}
