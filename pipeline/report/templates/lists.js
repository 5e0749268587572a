/* What the pages that list, search and compare share: data that come as scripts, the address, figures, sorting, pages. */
"use strict";

window.lists = (() => {
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  /* An element with text and children; text is never taken for markup. */
  function make(tag, options, ...children) {
    const made = document.createElement(tag);
    Object.entries(options || {}).forEach(([name, value]) => {
      if (value === null || value === undefined || value === false) return;
      if (name === "text") made.textContent = value;
      else if (name === "click") made.addEventListener("click", value);
      else made.setAttribute(name, value);
    });
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  const words = JSON.parse(one("#words").textContent);
  /* A text of the page with its places filled in. */
  const say = (name, values) => Object.entries(values || {}).reduce((text, [key, value]) => text.split("{" + key + "}").join(value), words[name]);
  const count = (number) => number.toLocaleString("en");

  /* ---- data: each file calls `took`, because a page that is opened from disk may load scripts only ---- */
  const loads = new Map(), had = new Map();
  window.took = (name, value) => had.set(name, value);

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = make("script", { src: "data/" + name + ".js" });
        script.addEventListener("load", () => { resolve(had.get(name)); had.delete(name); });
        script.addEventListener("error", () => { loads.delete(name); reject(new Error(name)); });
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  const KINDS = { b: "budget", f: "final", u: "unit", d: "department", a: "accepted", i: "incomplete", q: "quarantined" };
  async function documents() {
    return (await load("documents")).map(([id, body, year, stage, level, folder, status, periods], place) => ({
      id, body, year, folder, place, stage: KINDS[stage] || "", level: KINDS[level] || "", status: KINDS[status], periods: periods ? periods.split(",") : [],
    }));
  }
  const kind = (document_) => (words.level[document_.level] || "") + words.between + (words.stage[document_.stage] || "");
  const named = (document_) => document_.body || document_.id;
  const basisOf = (period) => KINDS[period.slice(4)];

  /* ---- the address: everything that is chosen stands behind the #, and the back button undoes it ---- */
  const read = () => Object.fromEntries(Array.from(new URLSearchParams(location.hash.slice(1))).filter(([, value]) => value));
  let typing = "";
  function write(values, field) {
    const kept = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined);
    const text = "#" + new URLSearchParams(kept).toString();
    if (text === (location.hash || "#")) return;
    /* What is typed in one go is one step back. */
    if (field && field === typing) history.replaceState(null, "", text);
    else history.pushState(null, "", text);
    typing = field || "";
  }
  const follow = (show) => window.addEventListener("popstate", () => { typing = ""; show(); });
  const address = (values) => "#" + new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();

  /* ---- figures: text in yuan, so that no digit is lost ---- */
  function fen(text) {
    const [whole, part = ""] = text.replace("-", "").split(".");
    const value = BigInt(whole || "0") * 100n + BigInt((part + "00").slice(0, 2));
    return text.startsWith("-") ? -value : value;
  }
  function pointed(value, places) {
    const sign = value < 0n ? "-" : "", digits = String(value < 0n ? -value : value).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
    return sign + whole + (places ? "." + digits.slice(-places) : "");
  }
  const exact = (text) => pointed(fen(text), 2);
  function rounded(value, divisor) {
    const half = divisor / 2n;
    return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
  }
  function spoken(text) {
    const value = fen(text), size = value < 0n ? -value : value;
    const unit = words.units.find(([worth]) => size >= BigInt(worth) * 100n);
    if (unit) return pointed(rounded(value, BigInt(unit[0]) * 100n / 10n ** BigInt(unit[2])), unit[2]) + " " + unit[1];
    return (size % 100n ? exact(text) : pointed(value / 100n, 0)) + " " + words.yuan;
  }
  const plain = (value) => pointed(value, 2).replace(/,/g, "");
  const MARKS = ["", "", "△ ", "▲ ", "✎ "];
  const STATUSES = ["proved", "unproved", "in_doubt", "contradicted", "corrected"];

  /* A figure that leads to its cell, said in short with the exact one in the title, and marked if it is in doubt. */
  function figure(text, status, link, title) {
    const doubt = status > 1;
    const told = (title ? title + " " : "") + exact(text) + " " + words.yuan + (doubt ? words.pause + words.status[STATUSES[status]] : "");
    return make("a", { href: link, title: told, class: doubt ? "alert" : null },
      doubt ? make("span", { "aria-label": words.status[STATUSES[status]], role: "img", text: MARKS[status] }) : null, spoken(text));
  }
  const place = (document_, where) => "d/" + document_.id + ".html#" + where;

  /* ---- a list in pages ---- */
  function pager(total, size, page, go, below) {
    const last = Math.max(1, Math.ceil(total / size)), at = Math.min(Math.max(1, page), last);
    if (!total) return make("p", { class: "none", text: words.nothing });
    const told = say("shown", { first: count((at - 1) * size + 1), last: count(Math.min(total, at * size)), total: count(total) });
    const step = (text, to) => {
      const button = make("button", { type: "button", text, click: () => go(to) });
      button.disabled = to < 1 || to > last;
      return button;
    };
    return make("nav", { class: "pager", "aria-label": below ? words.pages_below : words.pages }, make("span", { text: told }), ...(last > 1 ? [step(words.before, at - 1), make("span", { text: at + " / " + last }), step(words.after, at + 1)] : []));
  }

  /* ---- columns that sort: by a button in each head ---- */
  function heads(table, sort, go) {
    all("th[data-sort]", table).forEach((head) => {
      const key = head.dataset.sort, down = "-" + key;
      if (sort === key) head.setAttribute("aria-sort", "ascending");
      else if (sort === down) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
      const button = one("button", head);
      /* Figures are asked for from the largest, names from the first. */
      const [first, second] = "number" in head.dataset ? [down, key] : [key, down];
      button.onclick = () => go(sort === first ? second : first);
    });
  }
  const byText = new Intl.Collator("zh").compare;

  const fold = (text) => text.normalize("NFKC").toLowerCase().trim();

  /* A text with what was looked for marked in it. */
  function marked(text, sought) {
    const at = sought ? text.toLowerCase().indexOf(sought) : -1;
    return at < 0 ? [text] : [text.slice(0, at), make("mark", { text: text.slice(at, at + sought.length) }), text.slice(at + sought.length)];
  }

  /* A form whose fields are parts of the address: a change writes it there, from page 1, and calls `show`. */
  function fields(form, show) {
    form.addEventListener("input", ({ target }) => {
      write({ ...read(), page: "", [target.name]: target.value.trim() }, target.type === "search" ? target.name : "");
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    const own = all("[name]", form);
    return (values) => own.forEach((each) => { if (each.value.trim() !== (values[each.name] || "")) each.value = values[each.name] || ""; });
  }

  /* Places of a page are gone to without a word in the address, which says what is chosen. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.setAttribute("tabindex", "-1");
    target.focus();
    target.scrollIntoView();
  });

  /* The search in the menu leads to the page that searches. */
  const menu = one(".menu form");
  if (menu) menu.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = "search.html" + address({ q: menu.elements.q.value.trim() });
  });

  function failed(error) {
    const told = one("#failed");
    told.textContent = say("unloaded", { file: error.message });
    told.hidden = false;
  }

  return { one, all, make, words, say, count, load, documents, kind, named, basisOf, read, write, follow, address, fen, exact, spoken, plain, figure, place, pager, heads, byText, fold, marked, fields, failed, STATUSES };
})();
