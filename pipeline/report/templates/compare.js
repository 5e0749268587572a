/* Documents side by side. What is chosen, and by what it is compared, stands in the address. */
"use strict";

(() => {
  const { one, make, words, say, count, load, documents, kind, named, basisOf, read, write, follow, address, fen, exact, spoken, plain, figure, place, fold, marked, failed, byText } = window.lists;
  const MOST = 8, LISTED = 40, SHARD = 50;
  let docs, by, heading, run = 0;
  const again = () => show().catch(failed);

  const label = (series) => series.year + " " + words.basis[basisOf(series.period)];
  const title = (document_) => [document_.year || "", kind(document_)].join(" ");

  /* What can be chosen: the own year of each document, then what is printed beside it. */
  function series() {
    return docs.flatMap((document_) => document_.periods.map((told) => [told.replace("-", ""), told.endsWith("-")]).map(([period, prose]) => ({
      key: document_.id + ":" + period, document: document_, period, prose, year: period.slice(0, 4),
      own: period === document_.year + document_.stage.slice(0, 1), folded: fold([named(document_), document_.folder, period.slice(0, 4), kind(document_)].join(" ")),
    })));
  }

  const chosenOf = (state) => (state.s || "").split(",").map((key) => by.get(key)).filter(Boolean).slice(0, MOST);
  function choose(keys) {
    const state = read();
    write({ s: keys.join(","), by: state.by, m: state.m });
    again();
  }

  async function show() {
    const mine = ++run, state = read(), chosen = chosenOf(state);
    heading = heading || one("#comparison-title").textContent;
    one("#comparison-title").textContent = heading;
    const view = words.views.find(([id]) => id === state.by) || words.views[1];
    one("#views").replaceChildren(...words.views.map(([id, name]) => make("button", { type: "button", "aria-pressed": String(id === view[0]), text: name, click: () => {
      write({ ...read(), by: id });
      again();
    } })));
    pick(chosen);
    if (chosen.length) one("#comparison-title").textContent = view[1];
    one("#scope").textContent = chosen.length ? view[2] : "";
    ["#warnings", "#switch"].forEach((each) => one(each).replaceChildren());
    one("#suggestions").replaceChildren(...(chosen.length ? [] : suggestions()));
    if (!chosen.length) {
      one("#comparison").replaceChildren();
      return;
    }
    const told = await Promise.all(chosen.map(async (each) => {
      const rows = await load("figures-" + Math.floor(each.document.place / SHARD));
      return rows[each.document.place % SHARD].find(({ period }) => period === each.period);
    }));
    if (mine !== run) return;
    const rows = rowsOf(view[0], told);
    warn(chosen, told, view[0], rows);
    one("#comparison").replaceChildren(rows.length ? table(view, chosen, told, rows) : make("p", { text: words.none_of }));
  }

  /* ---- what is compared: rows of a name and a figure of each series ---- */
  function rowsOf(view, told) {
    if (words.rows[view]) {
      return words.rows[view].map(([id, name]) => ({ name, code: "", figures: told.map((each) => each[view][id] || null) })).filter(({ figures }) => figures.some(Boolean));
    }
    /* A class is told by its code where one is known, because its name was written in more than one way. */
    const rows = new Map();
    told.forEach((each, place_) => each[view].forEach((figure_) => {
      const key = figure_[4] || figure_[3];
      if (!rows.has(key)) rows.set(key, { name: figure_[3], code: figure_[4], figures: told.map(() => null) });
      rows.get(key).figures[place_] = figure_;
    }));
    const most = (row) => Math.max(...row.figures.map((each) => (each ? Number(each[0]) : -Infinity)));
    return Array.from(rows.values()).sort((a, b) => (view === "account" ? byText(a.code, b.code) : most(b) - most(a)));
  }

  /* What is apart by more than rounding to 0.01 万元 can be. */
  const beyond = (apart, parts) => ((apart < 0n ? -apart : apart) > 5000n * BigInt(parts + 1) ? apart : 0n);
  const sum = (figures) => figures.reduce((total, each) => total + (each ? fen(each[0]) : 0n), 0n);

  /* What shares are of: the expenditure, or the sum of the accounts. */
  function wholes(view, told) {
    if (view === "function") return told.map((each) => (each.total.expenditure ? fen(each.total.expenditure[0]) : null));
    if (view === "account") return told.map((each) => (each.account.length ? sum(each.account) : null));
    return told.map(() => null);
  }

  function table(view, chosen, told, rows) {
    const whole = wholes(view[0], told);
    const rest = view[0] === "function" ? told.map((each, place_) => (each.function.length && whole[place_] !== null ? beyond(whole[place_] - sum(each.function), each.function.length) : 0n)) : [];
    const values = rows.flatMap(({ figures }) => figures.filter(Boolean).map((each) => Number(each[0])));
    const most = Math.max(...values, ...rest.map((each) => Number(each) / 100), 1);
    const two = chosen.length === 2;
    /* Of bodies of very different size the shares are what can be seen. */
    const parted = whole.some((each) => each !== null);
    const share = parted && (read().m || (new Set(chosen.map(({ document }) => named(document))).size > 1 ? "share" : "amount")) === "share";
    const options = ["amount", "share"].map((id) => make("button", { type: "button", "aria-pressed": String((id === "share") === share), text: words[id], click: () => {
      write({ ...read(), m: id });
      again();
    } }));
    one("#switch").replaceChildren(...(parted ? [words.bars, ...options] : []));
    return make("table", { class: "comparison cards" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col", text: words.item }), ...chosen.map((each) => head(each, chosen)), two ? make("th", { scope: "col" }, words.difference, make("small", { text: say("difference_note", { first: calls(chosen, 0), second: calls(chosen, 1) }) })) : null)),
      make("tbody", {}, ...rows.map((row) => make("tr", {},
        make("th", { scope: "row" }, row.code ? make("span", { class: "code", text: row.code + " " }) : null, row.name),
        ...row.figures.map((each, place_) => cell(each, chosen, place_, whole[place_], share ? null : most, told[place_], view[0])),
        two ? difference(row.figures) : null)),
      ...(rest.some((each) => each !== 0n) ? [make("tr", {}, make("th", { scope: "row", title: words.rest_note }, words.rest, make("small", { text: words.rest_note })), ...rest.map((each, place_) => make("td", { "data-name": calls(chosen, place_) }, each === 0n ? "" : spoken(plain(each)))), two ? make("td", {}) : null)] : [])),
    );
  }

  /* What tells a series among those that are chosen: its body, or its year where there is one body. */
  function calls(chosen, place_) {
    const each = chosen[place_], bodies = new Set(chosen.map(({ document }) => named(document))).size;
    return bodies > 1 ? named(each.document) + (bodies < chosen.length ? " " + label(each) : "") : label(each);
  }

  function head(each, chosen) {
    const own = each.document;
    return make("th", { scope: "col" }, make("a", { href: "d/" + own.id + ".html", text: named(own) }),
      make("small", { text: label(each) + (each.own ? words.pause + (kind(own) || "—") : "") }), each.own ? null : make("small", { text: say("printed_in", { document: title(own) }) }),
      own.folder ? make("small", { text: own.folder }) : null,
      make("button", { type: "button", "aria-label": words.remove + " " + named(own) + " " + label(each), text: words.remove + " ×", click: () => choose(chosen.filter((other) => other !== each).map(({ key }) => key)) }));
  }

  function cell(each, chosen, place_, whole, most, told, view) {
    const name = calls(chosen, place_);
    if (!each) return make("td", { class: "none", "data-name": name, text: view === "function" || view === "account" ? (told[view].length ? "" : words.missing) : "—" });
    const [amount, where, status, printed, , summed] = each;
    const part = whole && fen(amount) >= 0n ? Number(fen(amount) * 10000n / whole) / 100 : null;
    const bar = one("#bar").content.cloneNode(true), fill = one(".fill", bar);
    const length = most === null ? part || 0 : Number(amount) / most * 100;
    fill.setAttribute("width", Math.max(0, Math.min(100, length)).toFixed(2));
    if (status > 1) fill.classList.add("doubt");
    return make("td", { "data-name": name }, make("div", {}, figure(amount, status, place(chosen[place_].document, where), where.startsWith("s") ? "" : printed), bar,
      part === null ? null : make("small", { text: say("of_it", { share: part.toFixed(1) + "%" }) }),
      where.startsWith("s") ? make("small", { text: words.prose }) : null, summed ? make("small", { text: say("summed", { count: summed }) }) : null));
  }

  function difference([first, second]) {
    if (!first || !second) return make("td", { class: "none", "data-name": words.difference, text: "" });
    const from = fen(first[0]), apart = fen(second[0]) - from, size = apart < 0n ? -apart : apart, sign = apart > 0n ? "+" : apart < 0n ? "−" : "";
    const part = from > 0n ? sign + (Number(size * 1000n / from) / 10).toFixed(1) + "%" : "";
    return make("td", { "data-name": words.difference }, make("div", {}, make("span", { title: exact(plain(apart)) + " " + words.yuan, text: sign + spoken(plain(size)) }), make("small", { text: part })));
  }

  /* ---- what must not be compared in silence ---- */
  function warn(chosen, told, view, rows) {
    const levels = chosen.map((each) => each.document.level), known = new Set(levels.filter(Boolean));
    const differ = (value) => new Set(chosen.map(value)).size > 1;
    const figures = rows.flatMap((row) => row.figures).filter(Boolean);
    const said = [
      known.size > 1 ? words.mixed_level : "",
      chosen.length > 1 && levels.some((each) => !each) ? say("no_level", { count: levels.filter((each) => !each).length }) : "",
      differ((each) => basisOf(each.period)) ? words.mixed_basis : "",
      differ((each) => each.year) ? words.mixed_year : "",
      figures.some((each) => each[1].startsWith("s")) ? words.from_prose : "",
      figures.some((each) => each[2] > 1) ? words.in_doubt : "",
    ].filter(Boolean);
    if (said.length) one("#warnings").replaceChildren(make("div", { class: "warnings", role: "note" }, ...said.map((text) => make("p", { text }))));
  }

  /* ---- the list to choose from ---- */
  const sought = one("#sought");
  function pick(chosen) {
    const words_ = fold(sought.value).split(/\s+/).filter(Boolean), keys = chosen.map(({ key }) => key);
    const fit = Array.from(by.values()).filter((each) => words_.every((word) => each.folded.includes(word)));
    const full = chosen.length >= MOST;
    one("#choices").replaceChildren(...fit.slice(0, LISTED).map((each) => {
      const on = keys.includes(each.key);
      const button = make("button", { type: "button", "aria-pressed": String(on), click: () => choose(on ? keys.filter((key) => key !== each.key) : [...keys, each.key]) },
        (on ? "✓ " : ""), ...marked(named(each.document), words_[0] || ""), make("small", { text: [label(each), each.own ? kind(each.document) : say("printed_in", { document: title(each.document) }), each.document.folder, each.prose ? words.prose : ""].filter(Boolean).join(" · ") }));
      button.disabled = full && !on;
      return make("li", {}, button);
    }));
    one("#left").textContent = full ? words.full : fit.length > LISTED ? say("left", { count: count(fit.length - LISTED) }) : "";
  }
  sought.addEventListener("input", () => pick(chosenOf(read())));

  /* ---- where to begin: years of a body, budget and final account, bodies of a folder ---- */
  function suggestions() {
    const groups = (key, from) => {
      const found = new Map();
      from.forEach((each) => {
        const name = key(each);
        if (name) found.set(name, [...(found.get(name) || []), each]);
      });
      return Array.from(found.values()).filter((group) => group.length > 1);
    };
    const all_ = Array.from(by.values()), own = all_.filter((each) => each.own && each.document.stage && !each.prose);
    /* One of each body: what was published twice is not to be seen twice. */
    const bodies = (group) => group.filter((each, place_) => group.findIndex((other) => named(other.document) === named(each.document)) === place_);
    const link = (text, group, view) => make("li", {}, make("a", { href: address({ s: group.slice(0, MOST).map(({ key }) => key).join(","), by: view }), text }));
    const body = (each) => each.document.body && each.document.body + " " + each.document.level;
    const pairs = groups((each) => body(each) && body(each) + " " + each.year, all_).filter((group) => new Set(group.map(({ period }) => period)).size > 1);
    const years = groups(body, own).filter((group) => new Set(group.map(({ year }) => year)).size > 1);
    const folders = groups((each) => each.document.folder && [each.document.folder, each.year, each.document.stage, each.document.level].join(" "), own.filter((each) => each.document.level))
      .map(bodies).filter((group) => group.length > 1).sort((a, b) => b.length - a.length);
    return [make("p", { text: words.none }), make("ul", {},
      ...pairs.slice(0, 6).map((group) => link(say("both", { body: named(group[0].document), year: group[0].year }), group, "public")),
      ...years.slice(0, 8).map((group) => link(say("years_of", { body: named(group[0].document), count: group.length }), group.slice().sort((a, b) => a.year - b.year), "function")),
      ...folders.slice(0, 12).map((group) => link(say("group", { folder: group[0].document.folder === group[0].year ? "" : group[0].document.folder + words.pause, year: group[0].year, kind: kind(group[0].document), count: group.length }), group, "function")))];
  }

  documents().then((found) => {
    docs = found;
    by = new Map(series().map((each) => [each.key, each]));
    follow(again);
    return show();
  }).catch(failed);
})();
