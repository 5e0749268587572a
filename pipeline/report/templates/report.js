/* The pages of a report work without this script as lists to read; it ties amounts, cells and findings together. */
"use strict";

const one = (selector, within) => (within || document).querySelector(selector);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

/* An element with text and children; text is never taken for markup. */
function make(tag, options, ...children) {
  const made = document.createElement(tag);
  Object.entries(options || {}).forEach(([name, value]) => {
    if (name === "text") made.textContent = value;
    else if (name === "click") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  });
  made.append(...children.filter((child) => child !== null));
  return made;
}

/* ---- a document ---- */

function documentPage() {
  const data = JSON.parse(one("#data").textContent);
  const details = one("#details");
  const sheets = one(".sheets");
  const WORDS = { proved: "已证实", unproved: "未证实：没有等式涉及", in_doubt: "△ 存疑：所在等式不成立，无法断定哪个数有误", contradicted: "▲ 有矛盾" };
  const SAYS = { holds: ["=", "成立"], near: ["≈", "在四舍五入的范围内"], doubt: ["≠", "不等，但可能另有原因"], fails: ["≠", "不成立"] };
  let busy = 0;

  function clear() {
    all(".on").forEach((each) => each.classList.remove("on"));
    all(".part").forEach((each) => each.classList.remove("part"));
    all("[aria-selected]").forEach((each) => each.removeAttribute("aria-selected"));
    details.hidden = true;
    details.replaceChildren();
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
    return [make("h2", { text: title }), make("button", { class: "close", "aria-label": "关闭", text: "×", click: clear })];
  }

  /* Select an amount by its number: in its table, on its page, and in the details. */
  function select(number, from) {
    const line = data.lines[number];
    if (!line) return;
    busy = Date.now();
    clear();
    const cell = one("#a" + number);
    if (cell) {
      cell.classList.add("on");
      cell.setAttribute("aria-selected", "true");
      rove(cell);
      if (from !== "table") cell.scrollIntoView({ block: "center", inline: "nearest" });
    }
    tell(line, number);
    light(one("#c" + number), line[6]);
  }

  function tell(line, number) {
    const [name, [table, place], [period, measure, measureId], yuan, printed, status, page, box, id, identities] = line;
    const found = data.identities && identities.length ? [make("ol", {}, ...identities.map((each) => identity(data.identities[each], number)))] : [];
    details.replaceChildren(
      ...headOf(name),
      make("p", {}, make("span", { class: "amount", text: yuan + " 元" }), "　写作 " + printed + "，", make("span", { class: status === "contradicted" ? "fails" : "", text: WORDS[status] })),
      make("p", { class: "note", text: period + "，" + measure + "（" + measureId + "）；" + data.titles[table] + "（" + table + "）" + place }),
      make("p", { class: "note", text: "第 " + page + " 页，(" + box + ") 点" }, "　", make("span", { class: "id", text: id })),
      ...found,
      ...(data.identities && !identities.length ? [make("p", { text: "没有等式涉及这个数。" })] : []),
    );
    details.hidden = false;
    details.scrollTop = 0;
  }

  /* What a figure is called among those of its identity: by what not all of them share. */
  function calls(figures) {
    const own = figures.filter((each) => typeof each === "number").map((each) => data.lines[each]);
    const parts = [(line) => line[0].replace(/^\d+ /, ""), (line) => line[2][1], (line) => line[2][0], (line) => data.titles[line[1][0]]];
    const telling = parts.filter((part) => new Set(own.map(part)).size > 1);
    return (line) => Array.from(new Set((telling.length ? telling : parts.slice(0, 1)).map((part) => part(line)))).join("，");
  }

  function identity([rule, words, says, difference, tolerance, left, right], number) {
    const called = calls([...left, ...right]);
    const figure = (each) => {
      const found = one("#a" + each), line = data.lines[each];
      if (found && each !== number) found.classList.add("part");
      const button = make("button", { class: "figure", title: line[0] + " — " + data.titles[line[1][0]] + line[1][1] + "，" + line[2][0] + "，" + line[2][1], click: () => select(each) },
        make("small", { text: called(line) }), make("b", { text: line[3] }));
      if (each === number) button.setAttribute("aria-current", "true");
      return button;
    };
    /* Cells that are blank count as nothing; they are told of, not listed. */
    const side = (figures) => {
      const printed = figures.filter((each) => typeof each === "number"), blank = figures.filter((each) => typeof each === "string");
      const shown = printed.flatMap((each, place) => (place ? ["+", figure(each)] : [figure(each)]));
      const told = blank.length ? [make("span", { class: "note", title: blank.join("；"), text: "（" + blank.length + " 格空白）" })] : [];
      return [...(shown.length ? shown : ["0.00"]), ...told];
    };
    const [sign, said] = SAYS[says];
    return make("li", {},
      make("span", { class: says === "fails" ? "fails" : "", text: said + "：" + data.rules[rule] }), " ",
      make("span", { class: "id", lang: "en", title: words, text: rule }),
      make("div", { class: "sum" }, ...side(left), sign, ...side(right)),
      difference ? make("div", { class: "note", text: "相差 " + difference + " 元" + (tolerance ? "；四舍五入可有 " + tolerance + " 元" : "") }) : null,
    );
  }

  function follow(number) {
    const found = one("#f" + number);
    if (!found) return;
    if (found.dataset.line) {
      select(Number(found.dataset.line), "table");
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
      select(Number(found.dataset.a), found.tagName === "TD" ? "table" : "elsewhere");
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
      follow(found.dataset.f);
    }
  });

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest && event.target.closest("td[data-a]");
    if (event.key === "Escape") clear();
    else if (event.key === "Enter" || event.key === " ") {
      const row = event.target.closest && event.target.closest("tr[data-g]");
      if (cell) select(Number(cell.dataset.a), "table");
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
    const [, kind, number] = /^#([af])(\d+)$/.exec(location.hash) || [];
    if (kind === "a") select(Number(number), "elsewhere");
    if (kind === "f" && one("#f" + number)) {
      one("#f" + number).scrollIntoView({ block: "center" });
      follow(number);
    }
  }
  window.addEventListener("hashchange", open);
  open();
}

if (one("#data")) documentPage();
