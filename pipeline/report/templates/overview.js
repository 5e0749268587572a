/* The table of documents: sorted, narrowed, chosen for comparison. The rows are on the page already. */
"use strict";

(() => {
  const { one, all, make, say, count, read, write, follow, address, heads, byText, fold, fields } = window.lists;
  const table = one("table.documents");
  if (!table) return;
  const body = one("tbody", table), form = one("form.narrow");
  const rows = all("tr", body).map((row, place) => ({
    row, place, data: row.dataset, words: fold(row.dataset.body + " " + row.dataset.document),
    values: Object.fromEntries(all("[data-key]", row).map((cell) => [cell.dataset.key, cell.dataset.value])),
  }));
  const numbers = new Set(all("th[data-number]", table).map((head) => head.dataset.sort));
  /* So many rows at first, because a browser takes long over thousands. */
  const MOST = 300;
  const KEPT = ["year", "folder", "level", "stage", "status"];
  const fill = fields(form, () => show());

  function compare(key, sign) {
    const number = numbers.has(key);
    return (a, b) => {
      const [left, right] = [a.values[key], b.values[key]];
      /* What is blank stands at the end, whichever way. */
      if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1) || a.place - b.place;
      return sign * (number ? Number(left) - Number(right) : byText(left, right)) || a.place - b.place;
    };
  }

  function show() {
    const state = read(), sought = fold(state.q || "");
    fill(state);
    const sort = state.sort || "";
    const ordered = rows.slice();
    if (sort) ordered.sort(compare(sort.replace(/^-/, ""), sort.startsWith("-") ? -1 : 1));
    let shown = 0;
    ordered.forEach(({ row, data, words }) => {
      const fits = words.includes(sought) && KEPT.every((name) => !state[name] || data[name] === state[name]);
      shown += fits;
      row.hidden = !fits || (shown > MOST && !state.all);
    });
    const more = one("#more");
    more.hidden = shown <= MOST || Boolean(state.all);
    more.textContent = say("more", { count: count(shown) });
    body.append(...ordered.map(({ row }) => row));
    one("#shown").textContent = count(shown);
    one("#nothing").hidden = shown > 0;
    heads(table, sort, (next) => {
      write({ ...read(), sort: next });
      show();
    });
  }

  one("#more").addEventListener("click", () => {
    write({ ...read(), all: "1" });
    show();
  });

  /* Documents that are chosen for comparison. */
  const bar = one(".chosen");
  function chosen() {
    const keys = all("input[data-series]:checked", body).map((each) => each.dataset.series);
    bar.hidden = !keys.length;
    one("a", bar).setAttribute("href", "compare.html" + address({ s: keys.slice(0, 8).join(","), by: "function" }));
    one("span", bar).textContent = say("chosen", { count: keys.length });
    all("input[data-series]:not(:checked)", body).forEach((each) => { each.disabled = keys.length >= 8; });
  }
  body.addEventListener("change", chosen);
  one("button", bar).addEventListener("click", () => {
    all("input[data-series]:checked", body).forEach((each) => { each.checked = false; });
    chosen();
  });
  follow(show);
  show();
  chosen();
})();
