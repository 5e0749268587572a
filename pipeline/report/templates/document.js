/* The page of a document: amounts, cells, identities and findings lead to each other; an amount has an address. */
"use strict";

{
  const data = JSON.parse(one("#data").textContent);
  const details = one("#details");
  const sheets = one(".sheets");
  const SIGNS = { holds: "=", near: "≈", doubt: "≠", fails: "≠" };
  const numbers = new Map(data.lines.map((line, number) => [line[8], number]));
  let busy = 0;

  /* A text of the page with its places filled in, once over, so that no figure is taken for a place. */
  const say = (name, places) => fill(data.texts[name], places);
  const fill = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => (places && name in places ? places[name] : whole));
  const cellOf = (number) => document.getElementById(data.lines[number][8]);

  /* The address of what is selected, so that it can be kept and the way back leads to what was selected before. */
  function address(name) {
    if (location.hash === "#" + name) return;
    try {
      history.pushState(null, "", "#" + name);
    } catch {
      /* a browser that gives pages from disk no history */
    }
  }

  function clear() {
    all(".on").forEach((each) => each.classList.remove("on"));
    all(".part").forEach((each) => each.classList.remove("part"));
    all("[aria-selected]").forEach((each) => each.removeAttribute("aria-selected"));
    details.hidden = true;
    details.replaceChildren();
  }

  /* Clear, and go back to the amount if what was told of it had the keyboard. */
  function leave() {
    const back = one("[aria-selected]"), inside = details.contains(document.activeElement);
    clear();
    if (inside && back) back.focus();
  }

  /* Scroll the pages, not the window, until a cell or a page is in the middle. */
  function show(element, top) {
    if (!sheets || !element) return;
    const box = element.getBoundingClientRect(), frame = sheets.getBoundingClientRect();
    const room = top ? 6 : Math.max(6, (frame.height - box.height) / 2);
    sheets.scrollTop += box.top - frame.top - room;
    sheets.scrollLeft += box.left - frame.left - Math.max(6, (frame.width - box.width) / 2);
  }

  function light(cell, page) {
    if (cell) cell.classList.add("on");
    show(cell || (page && one("#p" + page)), !cell);
  }

  function headOf(title) {
    return [make("h2", { text: title }), make("button", { class: "close", "aria-label": data.texts.close, text: "×", click: leave })];
  }

  /* Select an amount by its number: in its table, on its page, and in the details. */
  function select(number, { scroll = true, keep = true } = {}) {
    const line = data.lines[number];
    if (!line) return;
    busy = Date.now();
    clear();
    const cell = cellOf(number);
    if (cell) {
      cell.classList.add("on");
      cell.setAttribute("aria-selected", "true");
      rove(cell);
      if (scroll) cell.scrollIntoView({ block: "center", inline: "nearest" });
    }
    tell(line, number);
    light(one("#c" + number), line[6]);
    if (keep) address(line[8]);
  }

  function citation(line) {
    const [name, [table, place], [period, measure], amount, written, status, page, , id] = line;
    const note = data.notes[status];
    return say("citation", { ...data.source, title: data.titles[table], place, name, measure, period, amount, written, page, note, line_id: id });
  }

  /* To the clipboard; from disk, a browser may have only the old way to it. */
  async function copy(text) {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      const area = make("textarea", { class: "away", readonly: "" });
      area.value = text;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
    }
    one("#said").textContent = data.texts[done ? "copied" : "not_copied"];
    setTimeout(() => { one("#said").textContent = ""; }, 3000);
  }

  function taking(line) {
    const link = new URL("../line.html#" + line[8], location.href.replace(/#.*/, "")).href;
    return make("p", { class: "taking" },
      make("button", { type: "button", id: "cite", text: data.texts.cite, click: () => copy(citation(line)) }), " ",
      make("button", { type: "button", id: "link", text: data.texts.link, click: () => copy(link) }), " ",
      data.pdf ? make("a", { href: data.pdf + "#page=" + line[6], text: say("pdf", { page: line[6] }) }) : null,
    );
  }

  function tell(line, number) {
    const [name, [table, place], [period, measure, measureId], yuan, printed, status, page, box, id, identities] = line;
    const found = data.identities && identities.length ? [make("ol", {}, ...identities.map((each) => identity(data.identities[each], number)))] : [];
    details.replaceChildren(
      ...headOf(name),
      make("p", {}, make("span", { class: "amount", text: say("amount", { amount: yuan }) }), say("written", { written: printed }), make("span", { class: status === "contradicted" ? "fails" : "", text: data.texts[status] })),
      make("p", { class: "note", text: say("stands", { period, measure, id: measureId, title: data.titles[table], table, place }) }),
      make("p", { class: "note", text: say("box", { page, box }) }, "　", make("span", { class: "id", text: id })),
      taking(line),
      ...found,
      ...(data.identities && !identities.length ? [make("p", { text: data.texts.none })] : []),
      make("p", { class: "cite", text: citation(line) }),
    );
    details.hidden = false;
    details.scrollTop = 0;
  }

  /* What a figure is called among those of its identity: by what not all of them share. */
  function calls(figures) {
    const own = figures.filter((each) => typeof each === "number").map((each) => data.lines[each]);
    const parts = [(line) => line[0].replace(/^\d+ /, ""), (line) => line[2][1], (line) => line[2][0], (line) => data.titles[line[1][0]]];
    const telling = parts.filter((part) => new Set(own.map(part)).size > 1);
    return (line) => Array.from(new Set((telling.length ? telling : parts.slice(0, 1)).map((part) => part(line)))).join(data.texts.between);
  }

  function identity([rule, words, says, difference, tolerance, left, right], number) {
    const called = calls([...left, ...right]);
    const figure = (each) => {
      const found = cellOf(each), line = data.lines[each];
      if (found && each !== number) found.classList.add("part");
      const button = make("button", { class: "figure", title: line[0] + " — " + [data.titles[line[1][0]], line[1][1], line[2][0], line[2][1]].join(data.texts.between), click: () => select(each) },
        make("small", { text: called(line) }), make("b", { text: line[3] }));
      if (each === number) button.setAttribute("aria-current", "true");
      return button;
    };
    /* Cells that are blank count as nothing; they are told of, not listed. */
    const side = (figures) => {
      const printed = figures.filter((each) => typeof each === "number"), blank = figures.filter((each) => typeof each === "string");
      const shown = printed.flatMap((each, place) => (place ? ["+", figure(each)] : [figure(each)]));
      const told = blank.length ? [make("span", { class: "note", title: blank.join(data.texts.between), text: say("blank", { count: blank.length }) })] : [];
      return [...(shown.length ? shown : ["0.00"]), ...told];
    };
    return make("li", {},
      make("span", { class: says === "fails" ? "fails" : "", text: data.texts[says] + data.texts.colon + data.rules[rule] }), " ",
      make("span", { class: "id", title: words, text: rule }),
      make("div", { class: "sum" }, ...side(left), SIGNS[says], ...side(right)),
      difference ? make("div", { class: "note", text: say("difference", { difference }) + (tolerance ? say("tolerance", { tolerance }) : "") }) : null,
    );
  }

  function follow(number) {
    const found = one("#f" + number);
    if (!found) return;
    if (found.dataset.line) {
      select(Number(found.dataset.line), { scroll: false, keep: false });
    } else {
      busy = Date.now();
      clear();
      light(one("#x" + number), found.dataset.page);
    }
    found.classList.add("on");
  }

  function target(name) {
    busy = Date.now();
    clear();
    const row = one("#o" + name), cell = one("#g" + name);
    if (row) row.classList.add("on");
    light(cell, null);
    return row;
  }

  /* One amount of each table is reached with the tab key, the others from it with the arrows. */
  function rove(cell) {
    const table = cell.closest("table");
    all('td[tabindex="0"]', table).forEach((each) => each.setAttribute("tabindex", "-1"));
    cell.setAttribute("tabindex", "0");
  }

  function beside(cell, key) {
    const row = cell.parentElement, at = Array.from(row.children).indexOf(cell);
    const step = key === "ArrowLeft" || key === "ArrowUp" ? "previousElementSibling" : "nextElementSibling";
    if (key === "ArrowLeft" || key === "ArrowRight") {
      let next = cell[step];
      while (next && !next.dataset.a) next = next[step];
      return next;
    }
    for (let next = row[step]; next; next = next[step]) {
      if (next.children[at] && next.children[at].dataset.a) return next.children[at];
    }
    return null;
  }

  all("table.printed").forEach((table) => {
    const first = one("td[data-a]", table);
    if (first) first.setAttribute("tabindex", "0");
  });

  document.addEventListener("click", (event) => {
    const found = event.target.closest("[data-a], [data-p], [data-g], [data-f]");
    if (!found || String(getSelection())) return;
    if (found.tagName.toLowerCase() === "a") event.preventDefault();
    if (found.dataset.a) {
      select(Number(found.dataset.a), { scroll: found.tagName !== "TD" });
    } else if (found.dataset.p) {
      busy = Date.now();
      show(one("#p" + found.dataset.p), true);
    } else if (found.dataset.g) {
      const row = target(found.dataset.g);
      if (row && found !== row) row.scrollIntoView({ block: "center" });
    } else {
      if (found.tagName !== "LI") one("#f" + found.dataset.f).scrollIntoView({ block: "center" });
      const link = event.target.closest("a");
      if (link) event.preventDefault();
      address("f" + found.dataset.f);
      follow(found.dataset.f);
    }
  });

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest && event.target.closest("td[data-a]");
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" || event.key === " ") {
      const row = event.target.closest && event.target.closest("tr[data-g]");
      if (cell && cell.hasAttribute("aria-selected")) one("#cite").focus();
      else if (cell) select(Number(cell.dataset.a), { scroll: false });
      else if (row && event.target === row) target(row.dataset.g);
      else return;
      event.preventDefault();
    } else if (cell && event.key.startsWith("Arrow")) {
      const next = beside(cell, event.key);
      event.preventDefault();
      if (!next) return;
      rove(next);
      next.focus();
    }
  });

  const zoom = one("#zoom");
  if (zoom) zoom.addEventListener("click", () => {
    zoom.setAttribute("aria-pressed", String(sheets.classList.toggle("zoomed")));
    show(one(".c.on"));
  });

  /* The pages go along with the tables, but not while something is selected by hand. */
  if (sheets && "IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      const entry = entries.find((each) => each.isIntersecting);
      if (entry && Date.now() - busy > 800 && details.hidden) show(one("#p" + entry.target.dataset.page), true);
    }, { rootMargin: "-30% 0px -65% 0px" });
    all("section.table").forEach((each) => seen.observe(each));
  }

  function open() {
    const name = location.hash.slice(1), [, finding] = /^f(\d+)$/.exec(name) || [], [statement] = /^s\d+$/.exec(name) || [];
    if (numbers.has(name)) {
      select(numbers.get(name), { keep: false });
    } else if (finding && one("#f" + finding)) {
      one("#f" + finding).scrollIntoView({ block: "center" });
      follow(finding);
    } else if (statement && one("#" + statement)) {
      busy = Date.now();
      clear();
      one("#" + statement).classList.add("on");
      one("#" + statement).scrollIntoView({ block: "center" });
      light(null, one("#" + statement).dataset.page);
    } else if (!name) {
      clear();
    }
  }
  window.addEventListener("hashchange", open);
  open();
}

